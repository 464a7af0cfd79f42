package dev.parlance.examples.survey;

import dev.parlance.survey.session.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest answers. */
final class NewestAnswers {
    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(entry -> entry.answer().at());

    private final int max;
    private final PriorityQueue<Entry> oldestFirst = new PriorityQueue<>(BY_TIME);

    /** An answer and an anonymous label for its respondent. */
    record Entry(Answer answer, String who) {}

    NewestAnswers(int max) {
        this.max = max;
    }

    void add(Answer answer, String who) {
        oldestFirst.add(new Entry(answer, who));
        if (oldestFirst.size() > max) {
            oldestFirst.remove();
        }
    }

    List<Entry> newestFirst() {
        return oldestFirst.stream().sorted(BY_TIME.reversed()).toList();
    }
}
