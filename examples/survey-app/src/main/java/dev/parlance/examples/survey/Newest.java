package dev.parlance.examples.survey;

import dev.parlance.survey.machine.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The newest of any number of answers, in little memory. */
final class Newest {
    private static final Comparator<Given> BY_TIME =
            Comparator.comparing(given -> given.answer().at());

    private final int most;
    private final PriorityQueue<Given> oldestFirst = new PriorityQueue<>(BY_TIME);

    /** An answer, and what may be told of who gave it. */
    record Given(Answer answer, String who) {}

    Newest(int most) {
        this.most = most;
    }

    void add(Answer answer, String who) {
        oldestFirst.add(new Given(answer, who));
        if (oldestFirst.size() > most) {
            oldestFirst.remove();
        }
    }

    List<Given> newestFirst() {
        return oldestFirst.stream().sorted(BY_TIME.reversed()).toList();
    }
}
