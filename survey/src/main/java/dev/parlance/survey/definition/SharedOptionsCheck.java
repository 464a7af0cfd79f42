package dev.parlance.survey.definition;

import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.question.WithOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the conditions of options, and where shared options come from. */
final class SharedOptionsCheck {
    private final SurveyBuilder survey;
    private final QuestionPlaces questions;
    private final ConditionCheck conditions;
    private final UnknownQuestions unknown;
    private final ProblemList problems;

    SharedOptionsCheck(
            SurveyBuilder survey,
            QuestionPlaces questions,
            ConditionCheck conditions,
            UnknownQuestions unknown,
            ProblemList problems) {
        this.survey = survey;
        this.questions = questions;
        this.conditions = conditions;
        this.unknown = unknown;
        this.problems = problems;
    }

    void check() {
        for (QuestionPlaces.Place at : questions.worded()) {
            WithOptions.of(at.question()).ifPresent(choice -> {
                conditions(at.path() + ".options", choice.own(), at);
                choice.shared().ifPresent(shared -> shared(at, shared));
            });
        }
    }

    private void conditions(String path, List<Option> options, QuestionPlaces.Place at) {
        for (int i = 0; i < options.size(); i++) {
            conditions.check(path + "[" + i + "].when", options.get(i).when(), at.id(), Set.of());
        }
    }

    private void shared(QuestionPlaces.Place at, SharedOptions shared) {
        if (shared.from() == SharedOptions.From.SCALE) {
            scale(at, shared.name());
        } else {
            earlier(at, shared.name());
        }
    }

    private void scale(QuestionPlaces.Place at, String name) {
        List<Option> options = survey.scales.get(name);
        if (options == null) {
            problems.add(at.path() + ".scale", "is \"" + name + "\", which \"scales\" does not define");
        } else {
            conditions("scales." + name + ".options", options, at);
        }
    }

    private void earlier(QuestionPlaces.Place at, String name) {
        String path = at.path() + ".optionsFrom";
        Optional<Question> source = questions.question(name);
        if (source.isEmpty()) {
            unknown.add(path, "refers to question", name);
        } else if (!hasChosenOptions(source.get())) {
            if (!(source.get() instanceof UnknownKind)) {
                problems.add(path, "needs chosen options, but \"" + name + "\" has no options to choose from");
            }
        } else if (!isBefore(name, at.id())) {
            problems.add(path, "refers to question \"" + name + "\", which does not come before this one");
        }
    }

    /** Options can be chosen, or put in order. */
    private static boolean hasChosenOptions(Question question) {
        return WithOptions.of(question).isPresent() && question.answers().hasOptions();
    }

    private boolean isBefore(String first, String second) {
        for (QuestionPlaces.Place place : questions.all()) {
            if (place.id().equals(first) || place.id().equals(second)) {
                return place.id().equals(first) && !first.equals(second);
            }
        }
        return false;
    }
}
