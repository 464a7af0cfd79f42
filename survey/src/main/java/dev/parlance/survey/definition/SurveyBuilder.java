package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a survey in code: the same records that {@code survey.json} makes, and the same checks. */
public final class SurveyBuilder {
    final String name;
    final List<Group> groups = new ArrayList<>();
    final List<Quota> quotas = new ArrayList<>();
    final Map<String, String> variables = new LinkedHashMap<>();
    final Map<Moment, String> wording = new EnumMap<>(Moment.class);

    @Nullable
    Prompts prompts;

    OpeningStyle opening = OpeningStyle.ASK;
    Rules rules = Rules.DEFAULT;
    Timing timing = Timing.DEFAULT;
    Calls calls = Calls.DEFAULT;
    boolean repeatable;
    Optional<String> fallbackLanguage = Optional.empty();
    Kinds kinds = Kinds.STANDARD;

    SurveyBuilder(String name) {
        this.name = name;
    }

    /** All that is said, in every language. */
    public SurveyBuilder prompts(Prompts all) {
        this.prompts = all;
        return this;
    }

    /** Adds questions. */
    public SurveyBuilder ask(Question... questions) {
        for (Question question : questions) {
            groups.add(Group.alone(question));
        }
        return this;
    }

    /** Adds a group of questions. */
    public SurveyBuilder ask(Group group) {
        groups.add(group);
        return this;
    }

    /** What is said around the questions: the key of a prompt. */
    public SurveyBuilder say(Moment moment, String prompt) {
        wording.put(moment, prompt);
        return this;
    }

    /** What comes before the first question. */
    public SurveyBuilder opening(OpeningStyle style) {
        this.opening = style;
        return this;
    }

    /**
     * The language of the engine's own sentences, such as "Please answer yes or no", in a language in which this library has
     * none. Default: there is no such language, and each prompt that is missing is a problem.
     */
    public SurveyBuilder fallbackLanguage(String tag) {
        this.fallbackLanguage = Optional.of(tag);
        return this;
    }

    /** How answers are taken. */
    public SurveyBuilder rules(Rules newRules) {
        this.rules = newRules;
        return this;
    }

    /** When people are reminded, and when nobody waits any more. */
    public SurveyBuilder timing(Timing newTiming) {
        this.timing = newTiming;
        return this;
    }

    /** How people are called. */
    public SurveyBuilder calls(Calls newCalls) {
        this.calls = newCalls;
        return this;
    }

    /** Lets a person who has completed the survey be invited to it again. Each time is a run of its own in the results. */
    public SurveyBuilder repeatable() {
        this.repeatable = true;
        return this;
    }

    /** How many people of a kind are wanted. */
    public SurveyBuilder quota(String quota, int limit, Condition when) {
        quotas.add(new Quota(quota, when, limit, Optional.empty()));
        return this;
    }

    /** A variable that may be given at the start, and what it is if it is not. */
    public SurveyBuilder variable(String variable, String otherwise) {
        variables.put(variable, otherwise);
        return this;
    }

    /**
     * The survey.
     *
     * @throws SurveyException with all that is wrong in it
     */
    public Survey build() {
        return build(UnaryOperator.identity());
    }

    Survey buildUnchecked() {
        return new Survey(this, Words.of(Objects.requireNonNull(prompts), fallbackLanguage), List.of());
    }

    /** The survey, with the places of problems made better known. */
    Survey build(UnaryOperator<SurveyProblem> place) {
        if (prompts == null) {
            throw new SurveyException("The survey \"" + name + "\" has no prompts: give it some, prompts(Prompts)");
        }
        Map<String, Words> words = Words.of(prompts, fallbackLanguage);
        SurveyCheck check = new SurveyCheck(this, prompts, words);
        List<SurveyProblem> problems = check.problems();
        if (!problems.isEmpty()) {
            throw SurveyException.of(problems.stream().map(place).toList());
        }
        return new Survey(this, words, check.warnings().stream().map(place).toList());
    }
}
