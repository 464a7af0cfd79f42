package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds conditions that look at what cannot be there, or wait for what cannot be answered. */
final class ConditionCheck {
    private static final List<String> CHANNELS = List.of(Medium.TEXT.channel(), Medium.VOICE.channel());

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final Map<String, Question> questions;
    private final Flow flow;
    private final ProblemList problems;
    private final ProblemList warnings;

    ConditionCheck(
            SurveyBuilder survey,
            Prompts prompts,
            Map<String, Question> questions,
            Flow flow,
            ProblemList problems,
            ProblemList warnings) {
        this.warnings = warnings;
        this.survey = survey;
        this.prompts = prompts;
        this.questions = questions;
        this.flow = flow;
        this.problems = problems;
    }

    /**
     * Checks a condition.
     *
     * @param at the question at which it is looked at
     * @param answered the questions that have surely been answered there
     */
    void check(String path, Condition condition, String at, Set<String> answered) {
        for (String asked : condition.questions()) {
            if (!questions.containsKey(asked)) {
                problems.add(path, "looks at the question \"" + asked + "\", which does not exist");
            } else if (!answered.contains(asked) && !flow.canComeBefore(asked, at)) {
                problems.add(path, "looks at the question \"" + asked + "\", which cannot have been asked yet");
            }
        }
        values(path, condition);
    }

    /** Whether a condition waits for something that can be answered. */
    private void values(String path, Condition condition) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(one -> values(path, one));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(one -> values(path, one));
        } else if (condition instanceof Condition.Not not) {
            values(path, not.condition());
        } else if (condition instanceof Condition.OnVariable variable) {
            if (!survey.variables.containsKey(variable.name())) {
                problems.add(
                        path, "looks at the variable \"" + variable.name() + "\", which \"variables\" does not name");
            }
        } else if (condition instanceof Condition.SpokenIn spoken) {
            if (prompts.languages().stream()
                    .noneMatch(language -> language.tag().equals(spoken.language())
                            || language.tag().startsWith(spoken.language() + "-"))) {
                problems.add(path, "waits for the language " + spoken.language() + ", which nobody can choose");
            }
        } else if (condition instanceof Condition.TalkedBy talked && !CHANNELS.contains(talked.channel())) {
            warnings.add(
                    path,
                    "waits for the channel \"" + talked.channel() + "\", which is none of this library's: "
                            + String.join(", ", CHANNELS));
        } else if (condition instanceof Condition.OnAnswer answer) {
            onAnswer(path, answer);
        }
    }

    private void onAnswer(String path, Condition.OnAnswer condition) {
        Question question = questions.get(condition.question());
        boolean limits = condition.is() == Condition.Is.AT_LEAST || condition.is() == Condition.Is.AT_MOST;
        if (question == null) {
            return;
        }
        if (limits && !question.answers().isNumber()) {
            problems.add(path, "compares the answer to \"" + question.id() + "\", which is no number");
        } else if (!question.hasAnswer()) {
            problems.add(path, "looks at \"" + question.id() + "\", which is a statement and has no answer");
        } else if (question.answers() instanceof AnswerType.Options options
                && condition.is() != Condition.Is.ANSWERED) {
            List<String> unknown = new ArrayList<>(condition.values());
            unknown.removeAll(options.all());
            if (!unknown.isEmpty()) {
                problems.add(
                        path,
                        "waits for \"" + unknown.get(0) + "\", which is no option of \"" + question.id()
                                + "\"; those are " + String.join(", ", options.all()));
            }
        }
    }
}
