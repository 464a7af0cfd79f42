package dev.parlance.survey.analysis;

import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Shape;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.question.AnswerType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One side of a cross table: the answers to a question, without refusals. Not thread-safe. */
final class CrossAxis {
    private static final int UNKNOWN = -2;
    private static final int NOT_COUNTED = -1;

    private final IndexedQuestion question;
    private final List<String> values;
    private final int[] codes = new int[Snapshot.CHUNK_ROWS];
    /** For each code of the main column, the number of its value. */
    private int[] numbers = new int[0];

    CrossAxis(IndexedQuestion question) {
        this.question = question;
        AnswerType type = question.question().answers();
        this.values = question.shape().hasParts()
                ? question.options()
                : question.known().stream()
                        .filter(value -> !type.refusals().contains(value))
                        .toList();
    }

    List<String> values() {
        return values;
    }

    IndexedQuestion question() {
        return question;
    }

    /** For each value, the selected rows that have it. */
    RowSet[] read(Chunk chunk, IndexedQuestion.Round round, int[] selected) {
        RowSet[] rows = new RowSet[values.size()];
        Arrays.setAll(rows, any -> new RowSet());
        if (question.shape().hasParts()) {
            int least = question.shape() == Shape.SHARES ? 2 : 1;
            for (int i = 0; i < round.parts().size(); i++) {
                if (round.parts().get(i) >= 0) {
                    chunk.read(round.parts().get(i), codes);
                    for (int row : selected) {
                        if (codes[row] >= least) {
                            rows[i].add(row);
                        }
                    }
                }
            }
            return rows;
        }
        chunk.read(round.main(), codes);
        for (int row : selected) {
            int number = number(codes[row]);
            if (number >= 0) {
                rows[number].add(row);
            }
        }
        return rows;
    }

    private int number(int code) {
        if (code >= numbers.length) {
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(code + 1, 2 * before));
            Arrays.fill(numbers, before, numbers.length, UNKNOWN);
        }
        if (numbers[code] == UNKNOWN) {
            boolean isCounted = code >= AnswerCode.FIRST_VALUE && !question.isRefusal(code);
            numbers[code] = isCounted ? values.indexOf(question.value(code)) : NOT_COUNTED;
        }
        return numbers[code];
    }

    /** The totals as counts of values. */
    List<ValueCount> counts(int[] totals, int answers) {
        List<ValueCount> counts = new ArrayList<>();
        for (int i = 0; i < totals.length; i++) {
            counts.add(ValueCount.of(values.get(i), totals[i], answers));
        }
        return counts;
    }
}
