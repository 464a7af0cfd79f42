package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TimeLimit;
import java.util.List;

/** Finds ways around the questions that decide who may take part. */
final class GateReview {
    private static final String CONSEQUENCE =
            ", but its answer decides who may take part: anyone who skips it continues."
                    + " Add a jump that ends the survey if there is no answer, or ";

    private final List<Group> groups;
    private final QuestionPlaces questions;
    private final ProblemList warnings;

    GateReview(List<Group> groups, QuestionPlaces questions, ProblemList warnings) {
        this.groups = groups;
        this.questions = questions;
        this.warnings = warnings;
    }

    void review() {
        Gates.of(groups).forEach(id -> questions.find(id).ifPresent(this::review));
    }

    private void review(QuestionPlaces.Place gate) {
        Question question = gate.question();
        if (question.settings().optional()) {
            warnings.add(gate.path(), "is optional" + CONSEQUENCE + "make it required");
        }
        if (question.settings()
                .attempts()
                .filter(own -> own.then() == Attempts.Then.SKIP)
                .isPresent()) {
            warnings.add(gate.path() + ".attempts", "says \"skip\"" + CONSEQUENCE + "use \"goOn\" or \"end\"");
        }
        question.settings()
                .answerWithin()
                .flatMap(TimeLimit::then)
                .filter(to -> !Jump.isEnd(to) && Jump.agentIn(to).isEmpty())
                .ifPresent(to -> warnings.add(
                        gate.path() + ".answerWithin.then",
                        "goes on to \"" + to + "\" when the time is over" + CONSEQUENCE + "go to an end"));
        for (Medium medium : List.of(Medium.TEXT, Medium.VOICE)) {
            if (!question.canBeAsked(medium.abilities())) {
                warnings.add(
                        gate.path(),
                        "can't be asked " + (medium.isSpoken() ? "on a call" : "by text")
                                + ", but its answer decides who may take part: there, everyone continues."
                                + " Add a jump that ends the survey if there is no answer, or ask for it in another way");
            }
        }
    }
}
