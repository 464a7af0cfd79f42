package dev.parlance.survey.machine;

import dev.parlance.survey.session.Answer;
import java.util.List;

/**
 * The newest of the answers that no longer count. Their number is limited, because a person who goes back a thousand times
 * must not make the document too large for its store. DynamoDB's limit is 400 KB.
 *
 * @param answers the answers that are kept, in order
 * @param dropped how many older answers were dropped
 */
record EarlierAnswers(List<Answer> answers, int dropped) {
    private static final int MAX_ANSWERS = 100;
    private static final int MAX_BYTES = 50_000;
    private static final int BYTES_PER_ANSWER = 200;

    static EarlierAnswers newestOf(List<Answer> all, int droppedBefore) {
        int first = all.size();
        long bytes = 0;
        while (first > 0 && all.size() - first < MAX_ANSWERS) {
            bytes += bytes(all.get(first - 1));
            if (bytes > MAX_BYTES) {
                break;
            }
            first--;
        }
        return new EarlierAnswers(List.copyOf(all.subList(first, all.size())), droppedBefore + first);
    }

    private static long bytes(Answer answer) {
        return BYTES_PER_ANSWER
                + answer.value().parts().stream()
                        .mapToLong(EarlierAnswers::bytes)
                        .sum()
                + answer.value().specified().map(EarlierAnswers::bytes).orElse(0L);
    }

    /** An upper bound for the size in JSON, where a control character takes six bytes. */
    private static long bytes(String text) {
        return text.chars().mapToLong(c -> c < ' ' ? 6 : c < 0x80 ? 2 : 3).sum();
    }
}
