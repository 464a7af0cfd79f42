package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Comparison;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Medium;
import java.util.List;
import java.util.Set;

/** Finds conditions that refer to missing data or can never hold. */
final class ConditionCheck {
    private static final List<String> CHANNELS = List.of(Medium.TEXT.channel(), Medium.VOICE.channel());

    private final Prompts prompts;
    private final QuestionPlaces questions;
    private final Flow flow;
    private final UnknownQuestions unknown;
    private final ProblemList problems;
    private final ProblemList warnings;
    private final ComparisonCheck comparisons;

    ConditionCheck(
            SurveyBuilder survey,
            Prompts prompts,
            QuestionPlaces questions,
            Flow flow,
            UnknownQuestions unknown,
            ProblemList problems,
            ProblemList warnings) {
        this.warnings = warnings;
        this.comparisons = new ComparisonCheck(survey, questions, problems);
        this.prompts = prompts;
        this.questions = questions;
        this.flow = flow;
        this.unknown = unknown;
        this.problems = problems;
    }

    /**
     * Checks a condition.
     *
     * @param at the question at which the condition is evaluated
     * @param answered the questions that always have an answer at this point
     */
    void check(String path, Condition condition, String at, Set<String> answered) {
        for (String asked : condition.questions()) {
            if (!questions.contains(asked)) {
                unknown.add(path, "refers to question", asked);
            } else if (!answered.contains(asked) && !flow.canComeBefore(asked, at)) {
                problems.add(path, "refers to question \"" + asked + "\", which is never asked before this point");
            }
        }
        values(path, condition);
    }

    /** Checks that the values a condition compares with can occur. */
    private void values(String path, Condition condition) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> values(path, part));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> values(path, part));
        } else if (condition instanceof Condition.Not not) {
            values(path, not.condition());
        } else if (condition instanceof Condition.OnLanguage spoken) {
            if (!prompts.languages().isEmpty()
                    && prompts.languages().stream()
                            .noneMatch(language -> language.tag().equals(spoken.language())
                                    || language.tag().startsWith(spoken.language() + "-"))) {
                problems.add(path, "checks for language " + spoken.language() + ", which has no prompts");
            }
        } else if (condition instanceof Condition.OnChannel talked && !CHANNELS.contains(talked.channel())) {
            warnings.add(
                    path,
                    "checks for channel \"" + talked.channel() + "\", which is not one of this library's channels: "
                            + String.join(", ", CHANNELS));
        } else if (condition instanceof Comparison comparison) {
            comparisons.check(path, comparison);
        }
    }
}
