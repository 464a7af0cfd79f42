package dev.parlance.survey.analysis;

import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the answers to one question, and the reasons for no answer. Not thread-safe. */
final class QuestionCounter {
    private final IndexedQuestion question;
    private final Counts main = new Counts();
    private final List<Counts> parts = new ArrayList<>();
    private final Missing missing = new Missing();

    private final int[] codes = new int[Snapshot.CHUNK_ROWS];

    QuestionCounter(IndexedQuestion question) {
        this.question = question;
        question.options().forEach(option -> parts.add(new Counts()));
    }

    static QuestionCounter count(Selection selection, IndexedQuestion question) {
        return count(selection, List.of(question)).get(0);
    }

    /** Counts the answers to these questions. */
    static List<QuestionCounter> count(Selection selection, List<IndexedQuestion> questions) {
        List<QuestionCounter> counters =
                questions.stream().map(QuestionCounter::new).toList();
        Positions positions = new Positions(selection.snapshot());
        selection.forEach((chunk, rows) -> {
            positions.read(chunk, rows);
            counters.forEach(counter -> counter.add(chunk, positions, rows));
        });
        return counters;
    }

    /** Counts rows of a chunk, whose common columns are already read. */
    void add(Chunk chunk, Positions positions, int[] rows) {
        if (question.rounds().size() == 1) {
            add(chunk, question.rounds().get(0), rows);
            countMissing(positions, rows);
        } else {
            addRounds(chunk, positions, rows);
        }
    }

    private void addRounds(Chunk chunk, Positions positions, int[] rows) {
        boolean[] hasEntry = new boolean[Snapshot.CHUNK_ROWS];
        for (IndexedQuestion.Round round : question.rounds()) {
            add(chunk, round, rows);
            for (int row : rows) {
                hasEntry[row] |= codes[row] != AnswerCode.NONE;
            }
        }
        for (int row : rows) {
            if (!hasEntry[row]) {
                missing.add(positions.missing(question, row));
            }
        }
    }

    private void countMissing(Positions positions, int[] rows) {
        for (int row : rows) {
            if (codes[row] == AnswerCode.NONE) {
                missing.add(positions.missing(question, row));
            }
        }
    }

    /** Counts one answer of each row, and leaves the codes of its main column. */
    private void add(Chunk chunk, IndexedQuestion.Round round, int[] rows) {
        for (int i = 0; i < round.parts().size(); i++) {
            if (round.parts().get(i) >= 0) {
                chunk.read(round.parts().get(i), codes);
                parts.get(i).addAll(codes, rows);
            }
        }
        chunk.read(round.main(), codes);
        main.addAll(codes, rows);
    }

    IndexedQuestion question() {
        return question;
    }

    /** How often each code of the main column occurred. */
    Counts main() {
        return main;
    }

    /** For each option, how often each code of its column occurred. */
    List<Counts> parts() {
        return parts;
    }

    /** The counts of people. */
    ResponseCounts responses() {
        Map<NoAnswer, Integer> reasons = missing.counts();
        int[] answered = new int[1];
        main.forEach(code -> {
            if (code == AnswerCode.SKIPPED) {
                reasons.put(NoAnswer.SKIPPED, main.of(code));
            } else if (code == AnswerCode.NOT_UNDERSTOOD) {
                reasons.put(NoAnswer.NOT_UNDERSTOOD, main.of(code));
            } else if (code == AnswerCode.TIMED_OUT) {
                reasons.put(NoAnswer.TIMED_OUT, main.of(code));
            } else if (question.isRefusal(code)) {
                reasons.merge(NoAnswer.REFUSED, main.of(code), Integer::sum);
            } else if (code != AnswerCode.NONE) {
                answered[0] += main.of(code);
            }
        });
        int asked = answered[0]
                + reasons.entrySet().stream()
                        .filter(each -> each.getKey().isAsked())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        return new ResponseCounts(asked, answered[0], reasons);
    }

    /** Counts why there is no answer, without a map: most rows of a large survey come here for some question. */
    private static final class Missing {
        private int left;
        private int waiting;
        private int notReached;
        private int notAsked;
        private int otherVersion;

        void add(NoAnswer reason) {
            switch (reason) {
                case LEFT -> left++;
                case WAITING -> waiting++;
                case NOT_REACHED -> notReached++;
                case NOT_ASKED -> notAsked++;
                case OTHER_VERSION -> otherVersion++;
                case REFUSED, SKIPPED, NOT_UNDERSTOOD, TIMED_OUT ->
                    throw new IllegalStateException(reason + " has a code");
            }
        }

        Map<NoAnswer, Integer> counts() {
            Map<NoAnswer, Integer> counts = new EnumMap<>(Map.of(
                    NoAnswer.LEFT, left,
                    NoAnswer.WAITING, waiting,
                    NoAnswer.NOT_REACHED, notReached,
                    NoAnswer.NOT_ASKED, notAsked,
                    NoAnswer.OTHER_VERSION, otherVersion));
            counts.values().removeIf(count -> count == 0);
            return counts;
        }
    }
}
