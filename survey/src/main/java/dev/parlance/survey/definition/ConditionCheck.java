package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds conditions that refer to missing data or can never hold. */
final class ConditionCheck {
    private static final List<String> CHANNELS = List.of(Medium.TEXT.channel(), Medium.VOICE.channel());

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final QuestionPlaces questions;
    private final Flow flow;
    private final UnknownQuestions unknown;
    private final ProblemList problems;
    private final ProblemList warnings;

    ConditionCheck(
            SurveyBuilder survey,
            Prompts prompts,
            QuestionPlaces questions,
            Flow flow,
            UnknownQuestions unknown,
            ProblemList problems,
            ProblemList warnings) {
        this.warnings = warnings;
        this.survey = survey;
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
        } else if (condition instanceof Condition.OnVariable variable) {
            if (!survey.variables.containsKey(variable.name())) {
                problems.add(
                        path, "refers to variable \"" + variable.name() + "\", which \"variables\" does not declare");
            }
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
        } else if (condition instanceof Condition.OnAnswer answer) {
            onAnswer(path, answer);
        }
    }

    private void onAnswer(String path, Condition.OnAnswer condition) {
        Optional<Question> asked = questions.question(condition.question());
        boolean limits = condition.is() == Condition.Is.AT_LEAST || condition.is() == Condition.Is.AT_MOST;
        if (asked.isEmpty() || asked.get() instanceof UnknownKind) {
            return;
        }
        Question question = asked.get();
        if (limits && !question.answers().isNumber()) {
            problems.add(path, "compares \"" + question.id() + "\" with a number, but its answers are not numbers");
        } else if (!question.hasAnswer()) {
            problems.add(path, "refers to \"" + question.id() + "\", which is a statement and has no answer");
        } else if (question.answers() instanceof AnswerType.Options options
                && !options.all().isEmpty()
                && condition.is() != Condition.Is.ANSWERED) {
            List<String> unknown = new ArrayList<>(condition.values());
            unknown.removeAll(options.all());
            if (!unknown.isEmpty()) {
                problems.add(
                        path,
                        "checks for \"" + unknown.get(0) + "\", which is not an option of \"" + question.id()
                                + "\"; its options are " + String.join(", ", options.all()));
            }
        }
    }
}
