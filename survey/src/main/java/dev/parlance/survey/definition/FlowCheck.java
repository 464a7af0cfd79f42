package dev.parlance.survey.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds questions that can never be asked and loops without an end. What follows from another problem is not reported. */
final class FlowCheck {
    private final Flow flow;
    private final QuestionPlaces questions;
    private final ProblemList problems;

    FlowCheck(Flow flow, QuestionPlaces questions, ProblemList problems) {
        this.flow = flow;
        this.questions = questions;
        this.problems = problems;
    }

    void check() {
        unreachable();
        endless();
    }

    private void unreachable() {
        Set<String> explained = new HashSet<>();
        List<String> unreachable = flow.unreachable();
        for (String id : unreachable) {
            if (explained.contains(id)) {
                continue;
            }
            List<String> behind = unreachable.stream()
                    .filter(other -> !other.equals(id) && flow.canComeBefore(id, other))
                    .filter(explained::add)
                    .map(other -> "\"" + other + "\"")
                    .toList();
            problems.add(
                    questions.pathOf(id),
                    "can never be asked: nothing leads to it"
                            + (behind.isEmpty() ? "" : ", so " + Listing.and(behind) + " can't be asked either"));
        }
    }

    /** A question that only leads to a loop is not reported. */
    private void endless() {
        Set<String> explained = new HashSet<>();
        List<String> loops =
                flow.endless().stream().filter(id -> flow.canComeBefore(id, id)).toList();
        for (String id : loops) {
            if (explained.contains(id)) {
                continue;
            }
            List<String> others = loops.stream()
                    .filter(other -> !other.equals(id))
                    .filter(other -> flow.canComeBefore(id, other) && flow.canComeBefore(other, id))
                    .filter(explained::add)
                    .map(other -> "\"" + other + "\"")
                    .toList();
            problems.add(
                    questions.pathOf(id),
                    "is part of an endless loop" + (others.isEmpty() ? "" : " with " + Listing.and(others)));
        }
    }
}
