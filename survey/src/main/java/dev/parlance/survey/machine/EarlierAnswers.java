package dev.parlance.survey.machine;

import java.util.List;

/**
 * The answers that count no more, as far as there is room for them: somebody who goes back and answers a thousand times
 * must not make the document too large for its store. DynamoDB takes 400 KB. The newest are kept.
 *
 * @param answers those that are kept, in their order
 * @param dropped how many there were before them
 */
record EarlierAnswers(List<Answer> answers, int dropped) {
    private static final int MOST = 100;
    private static final int MOST_BYTES = 50_000;
    private static final int BYTES_AROUND_A_VALUE = 200;

    static EarlierAnswers newestOf(List<Answer> all, int droppedBefore) {
        int first = all.size();
        long bytes = 0;
        while (first > 0 && all.size() - first < MOST) {
            bytes += bytes(all.get(first - 1));
            if (bytes > MOST_BYTES) {
                break;
            }
            first--;
        }
        return new EarlierAnswers(List.copyOf(all.subList(first, all.size())), droppedBefore + first);
    }

    private static long bytes(Answer answer) {
        return BYTES_AROUND_A_VALUE
                + answer.value().parts().stream()
                        .mapToLong(EarlierAnswers::bytes)
                        .sum();
    }

    /** At most so many in JSON: a control character is written as six. */
    private static long bytes(String text) {
        return text.chars().mapToLong(c -> c < ' ' ? 6 : c < 0x80 ? 2 : 3).sum();
    }
}
