package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a survey in code, with the same checks as for {@code survey.json}. */
public final class SurveyBuilder {
    final String name;
    final List<Group> groups = new ArrayList<>();
    final List<Quota> quotas = new ArrayList<>();
    final Map<String, Agent> agents = new LinkedHashMap<>();
    final Map<String, List<Option>> scales = new LinkedHashMap<>();
    final Map<String, String> variables = new LinkedHashMap<>();
    final Map<Moment, String> wording = new EnumMap<>(Moment.class);

    private final Map<String, AnswerType> types = new HashMap<>();
    /** The questions of each matrix. */
    private final Map<String, List<String>> matrixItems = new HashMap<>();

    @Nullable
    Prompts prompts;

    OpeningStyle opening = OpeningStyle.ASK;
    Rules rules = Rules.DEFAULT;
    Timing timing = Timing.DEFAULT;
    CallPolicy calls = CallPolicy.DEFAULT;
    EntryRules entry = EntryRules.DEFAULT;
    Relevance relevance = Relevance.ALWAYS;
    boolean repeatable;
    Optional<Waves> waves = Optional.empty();
    Optional<String> fallbackLanguage = Optional.empty();
    Kinds kinds = Kinds.STANDARD;

    SurveyBuilder(String name) {
        this.name = name;
    }

    /** Sets the prompts, in every language. Required. */
    public SurveyBuilder prompts(Prompts all) {
        this.prompts = all;
        return this;
    }

    /** Adds questions. */
    public SurveyBuilder ask(Question... questions) {
        for (Question question : questions) {
            ask(Group.alone(question));
        }
        return this;
    }

    /** Adds a group of questions. */
    public SurveyBuilder ask(Group group) {
        groups.add(group.withQuestions(this::typed));
        if (group.matrix().isPresent()) {
            matrixItems.putIfAbsent(
                    group.id(), group.questions().stream().map(Question::id).toList());
        }
        return this;
    }

    /** What a question computes depends on the answers to earlier ones. */
    private Question typed(Question question) {
        Question typed = question instanceof Automatic automatic ? automatic.typed(new EarlierTypes()) : question;
        types.putIfAbsent(typed.id(), typed.answers());
        return typed;
    }

    /** What is known of the questions before one that is added. */
    private final class EarlierTypes implements AnswerTypes {
        @Override
        public Optional<AnswerType> of(String question) {
            return Optional.ofNullable(types.get(question));
        }

        @Override
        public List<String> namedBy(String name) {
            return matrixItems.getOrDefault(name, List.of(name));
        }
    }

    /** Sets the prompt (by its key) for a moment outside the questions. */
    public SurveyBuilder say(Moment moment, String prompt) {
        wording.put(moment, prompt);
        return this;
    }

    /** Sets what comes before the first question. Default: {@link OpeningStyle#ASK}. */
    public SurveyBuilder opening(OpeningStyle style) {
        this.opening = style;
        return this;
    }

    /**
     * Sets the language of built-in sentences, such as "Please answer yes or no", for languages that have none. Default: no
     * fallback; each missing sentence is a problem.
     */
    public SurveyBuilder fallbackLanguage(String tag) {
        this.fallbackLanguage = Optional.of(tag);
        return this;
    }

    /** Sets how answers are handled. Default: {@link Rules#DEFAULT}. */
    public SurveyBuilder rules(Rules newRules) {
        this.rules = newRules;
        return this;
    }

    /** Sets when respondents are reminded and when the survey expires. Default: {@link Timing#DEFAULT}. */
    public SurveyBuilder timing(Timing newTiming) {
        this.timing = newTiming;
        return this;
    }

    /** Sets how respondents are called. Default: {@link CallPolicy#DEFAULT}. */
    public SurveyBuilder calls(CallPolicy newCalls) {
        this.calls = newCalls;
        return this;
    }

    /** Sets how people come into the survey on a number that several surveys share. Default: {@link EntryRules#DEFAULT}. */
    public SurveyBuilder entry(EntryRules newEntry) {
        this.entry = newEntry;
        return this;
    }

    /** Sets when answers are of use. Default: {@link Relevance#ALWAYS}. */
    public SurveyBuilder relevance(Relevance newRelevance) {
        this.relevance = newRelevance;
        return this;
    }

    /** Allows inviting respondents again after they complete the survey. Each run appears separately in the results. */
    public SurveyBuilder repeatable() {
        this.repeatable = true;
        return this;
    }

    /** Asks the same people again after some time. Each wave appears separately in the results. */
    public SurveyBuilder waves(Waves newWaves) {
        this.waves = Optional.of(newWaves);
        return this;
    }

    /** Limits how many respondents of a kind take part. */
    public SurveyBuilder quota(String quota, int limit, Condition when) {
        quotas.add(new Quota(quota, when, limit, Optional.empty()));
        return this;
    }

    /** Adds an agent, to whom jumps go as {@code agent:name}. Respondents who ask for a person get to the first one. */
    public SurveyBuilder agent(Agent agent) {
        agents.put(agent.name(), agent);
        return this;
    }

    /** Defines options that several questions share, see {@link SharedOptions#scale}. Their prompts are {@code scale.option}. */
    public SurveyBuilder scale(String scale, Option... options) {
        scales.put(scale, List.of(options));
        return this;
    }

    /** Declares a variable that can be set at the start, with its default. */
    public SurveyBuilder variable(String variable, String defaultValue) {
        variables.put(variable, defaultValue);
        return this;
    }

    /**
     * Checks and builds the survey.
     *
     * @throws SurveyException with all problems found
     */
    public Survey build() {
        return build(UnaryOperator.identity());
    }

    Survey buildUnchecked() {
        SharedOptionsLink.apply(this, Objects.requireNonNull(prompts));
        return new Survey(this, Words.of(Objects.requireNonNull(prompts), fallbackLanguage), Reviews.NONE);
    }

    /** Builds the survey; {@code place} adds the location to each problem. */
    Survey build(UnaryOperator<Problem> place) {
        if (prompts == null) {
            throw new SurveyException("The survey \"" + name + "\" has no prompts; set them with prompts(Prompts)");
        }
        SharedOptionsLink.apply(this, prompts);
        Map<String, Words> words = Words.of(prompts, fallbackLanguage);
        SurveyCheck check = new SurveyCheck(this, prompts, words);
        List<Problem> problems = check.problems();
        if (!problems.isEmpty()) {
            throw SurveyException.of(
                    problems.stream().map(place).sorted(ProblemList.BY_LINE).toList());
        }
        return new Survey(this, words, new LoadedReviews(this, prompts, words, check, place));
    }
}
