package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.Problem;
import dev.parlance.internal.Sha256;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A survey: questions in order, and the prompts that ask them in each language. Immutable and thread-safe.
 *
 * <pre>{@code
 * Survey survey = SurveyFolder.at(Path.of("survey")).load();
 *
 * Survey built = Survey.builder("coffee")
 *         .prompts(prompts)
 *         .ask(Question.rating("taste", 1, 5), Question.text("why").when(Condition.answer("taste").atMost(2)))
 *         .build();
 * }</pre>
 */
public final class Survey {
    private final String name;
    private final Prompts prompts;
    private final List<Group> groups;
    private final Map<Moment, String> wording;
    private final OpeningStyle opening;
    private final Rules rules;
    private final Timing timing;
    private final CallPolicy callPolicy;
    private final EntryRules entry;
    private final Relevance relevance;
    private final boolean repeatable;
    private final Optional<Waves> waves;
    private final List<Quota> quotas;
    private final Map<String, Agent> agents;
    private final Map<String, String> variables;
    private final Map<String, List<Option>> scales;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Words> words;
    private final String revision;
    private final Set<String> gates;
    private final Optional<String> fallbackLanguage;
    private final Kinds kinds;
    private final Reviews reviews;

    Survey(SurveyBuilder builder, Map<String, Words> words, Reviews reviews) {
        this.name = builder.name;
        this.prompts = Objects.requireNonNull(builder.prompts);
        this.groups = List.copyOf(builder.groups);
        this.wording = Map.copyOf(builder.wording);
        this.opening = builder.opening;
        this.rules = builder.rules;
        this.timing = builder.timing;
        this.callPolicy = builder.calls;
        this.entry = builder.entry;
        this.relevance = builder.relevance;
        this.repeatable = builder.repeatable;
        this.waves = builder.waves;
        this.quotas = List.copyOf(builder.quotas);
        this.agents = Collections.unmodifiableMap(new LinkedHashMap<>(builder.agents));
        this.variables = Map.copyOf(builder.variables);
        this.scales = new TreeMap<>(builder.scales);
        groups.forEach(group -> group.questions().forEach(question -> questions.putIfAbsent(question.id(), question)));
        this.words = Map.copyOf(words);
        this.gates = Gates.of(groups);
        this.kinds = builder.kinds.and(
                questions.values().stream().map(Question::kind).toList());
        this.fallbackLanguage = builder.fallbackLanguage;
        this.reviews = reviews;
        this.revision = Sha256.hex(SurveyJson.write(this) + prompts.digest()).substring(0, 32);
    }

    /**
     * Reads a survey from JSON.
     *
     * @param file the name to use in problems
     * @param kinds the application's own question kinds
     * @throws SurveyException with all problems found
     */
    public static Survey parse(String file, String json, Prompts prompts, QuestionKind... kinds) {
        return SurveyReader.read(file, json, prompts, Kinds.STANDARD.and(List.of(kinds)));
    }

    /** Starts building a survey in code. */
    public static SurveyBuilder builder(String name) {
        return new SurveyBuilder(name);
    }

    /** Returns the JSON Schema of {@code survey.json}, including the application's own question kinds. */
    public static String schema(QuestionKind... kinds) {
        return SurveySchema.of(Kinds.STANDARD.and(List.of(kinds)));
    }

    /** Reads another revision that {@link #toJson} wrote, using this survey's question kinds. */
    public Survey revisionFrom(String json) {
        return read(json, kinds);
    }

    /**
     * Reads a survey and its prompts, as written by {@link #toJson}.
     *
     * @param kinds the application's own question kinds
     */
    public static Survey fromJson(String json, QuestionKind... kinds) {
        return read(json, Kinds.STANDARD.and(List.of(kinds)));
    }

    private static Survey read(String json, Kinds kinds) {
        JsonNode both = SurveyJson.parse(json);
        return SurveyReader.readArchived(
                both.path("survey").toString(),
                Prompts.fromJson(both.path("prompts").toString()),
                kinds);
    }

    /** Returns this survey and its prompts as one JSON text, which {@link #fromJson} can read. */
    public String toJson() {
        return "{\"survey\":" + SurveyJson.write(this) + ",\"prompts\":" + prompts.toJson() + "}";
    }

    /** The name, under which results are stored. */
    public String name() {
        return name;
    }

    /** The prompts in all languages. */
    public Prompts prompts() {
        return prompts;
    }

    /** The questions in groups; a question outside any group is a group of one. */
    public List<Group> groups() {
        return groups;
    }

    /** Whether some questions are the items of a matrix. */
    public boolean hasMatrix() {
        return groups.stream().anyMatch(group -> group.matrix().isPresent());
    }

    /** All questions, in order. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** The question with this name. */
    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** Whether the answer to a question decides who may take part. Such a question is skipped only if its definition allows it. */
    public boolean isGate(String question) {
        return gates.contains(question);
    }

    /** Things that work, but probably not as intended; {@code parlance check} prints them. Each call reviews the whole survey. */
    public List<Problem> warnings() {
        return reviews.warnings();
    }

    /**
     * What does not fit the other surveys whose answers this one uses, such as {@code {"survey": "intake", "answer": "age"}}: a
     * question that does not exist, or a comparison of words with a number. Empty if everything fits. Surveys that this one does not
     * use have no effect.
     */
    public List<Problem> problemsWith(Survey... others) {
        return reviews.problemsWith(List.of(others));
    }

    /** The language to use for built-in sentences where the respondent's language has none. */
    public Optional<String> fallbackLanguage() {
        return fallbackLanguage;
    }

    /** The key of the survey's own prompt for this moment, if it has one. */
    public Optional<String> wording(Moment moment) {
        return Optional.ofNullable(wording.get(moment));
    }

    /** What comes before the first question. */
    public OpeningStyle opening() {
        return opening;
    }

    /** How answers are handled. */
    public Rules rules() {
        return rules;
    }

    /** When respondents are reminded and when the survey expires. */
    public Timing timing() {
        return timing;
    }

    /** How respondents are called. */
    public CallPolicy calls() {
        return callPolicy;
    }

    /** How people come into the survey on a number that several surveys share. */
    public EntryRules entry() {
        return entry;
    }

    /** When answers are of use. */
    public Relevance relevance() {
        return relevance;
    }

    /** Whether a respondent who has completed the survey can be invited again. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** How often the same people get the survey again, if they do. */
    public Optional<Waves> waves() {
        return waves;
    }

    /** How many respondents of each kind are wanted. */
    public List<Quota> quotas() {
        return quotas;
    }

    /** Who can take over, by name. Respondents who ask for a person get to the first one. */
    public Map<String, Agent> agents() {
        return agents;
    }

    /** The variables that can be set at the start, with their defaults. */
    public Map<String, String> variables() {
        return variables;
    }

    Map<String, List<Option>> scales() {
        return scales;
    }

    /** The built-in sentences and words in a language. */
    public Words words(String tag) {
        Language language = prompts.in(tag);
        return Objects.requireNonNull(words.get(language.tag()));
    }

    /** A hash that identifies this definition with these prompts. */
    public String revision() {
        return revision;
    }

    /** What would break for respondents who started with an older version and continue with this one; empty if nothing would. */
    public List<String> incompatibilitiesWith(Survey older) {
        return SurveyChange.between(older, this);
    }

    /** Draws the survey as a flow chart in Mermaid, which GitHub and many other sites show as a picture. */
    public String flowChart() {
        return FlowChart.of(this);
    }

    /** The name and the start of the revision. */
    @Override
    public String toString() {
        return name + "@" + revision.substring(0, 8);
    }
}
