package dev.parlance.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A survey: its questions in their order, and the prompts that ask them in every language. Immutable, and safe for use by
 * several threads.
 *
 * <pre>{@code
 * Survey survey = Survey.load(Path.of("survey.json"), Prompts.from(Path.of("prompts")));
 *
 * Survey built = Survey.named("coffee")
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
    private final Calls calls;
    private final boolean repeatable;
    private final List<Quota> quotas;
    private final Map<String, String> variables;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Words> words;
    private final String revision;
    private final Set<String> gates;
    private final Optional<String> fallbackLanguage;
    private final Kinds kinds;
    private final List<SurveyProblem> warnings;

    Survey(SurveyBuilder builder, Map<String, Words> words, List<SurveyProblem> warnings) {
        this.name = builder.name;
        this.prompts = Objects.requireNonNull(builder.prompts);
        this.groups = List.copyOf(builder.groups);
        this.wording = Map.copyOf(builder.wording);
        this.opening = builder.opening;
        this.rules = builder.rules;
        this.timing = builder.timing;
        this.calls = builder.calls;
        this.repeatable = builder.repeatable;
        this.quotas = List.copyOf(builder.quotas);
        this.variables = Map.copyOf(builder.variables);
        groups.forEach(group -> group.questions().forEach(question -> questions.putIfAbsent(question.id(), question)));
        this.words = Map.copyOf(words);
        this.gates = Gates.of(groups);
        this.kinds = builder.kinds.and(
                questions.values().stream().map(Question::kind).toList());
        this.fallbackLanguage = builder.fallbackLanguage;
        this.warnings = List.copyOf(warnings);
        this.revision = sha256(SurveyJson.write(this) + prompts.digest());
    }

    /**
     * Reads a survey from a file.
     *
     * @param kinds the application's own kinds of questions
     * @throws SurveyException with all that is wrong in it
     */
    public static Survey load(Path file, Prompts prompts, QuestionKind... kinds) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file), prompts, kinds);
        } catch (IOException e) {
            throw new SurveyException("The survey " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * Reads a survey.
     *
     * @param file what problems call it
     * @param kinds the application's own kinds of questions
     * @throws SurveyException with all that is wrong in it
     */
    public static Survey parse(String file, String json, Prompts prompts, QuestionKind... kinds) {
        return SurveyReader.read(file, json, prompts, Kinds.STANDARD.and(List.of(kinds)));
    }

    /** Begins to build a survey in code. */
    public static SurveyBuilder named(String name) {
        return new SurveyBuilder(name);
    }

    /** The JSON Schema of {@code survey.json}, in which an editor completes the application's own kinds of questions, too. */
    public static String schema(QuestionKind... kinds) {
        return SurveySchema.of(Kinds.STANDARD.and(List.of(kinds)));
    }

    /** A survey that {@link #toJson} wrote, with its prompts, and questions of the same kinds as this one's. */
    public Survey revisionFrom(String json) {
        return read(json, kinds);
    }

    /**
     * A survey that {@link #toJson} wrote, with its prompts.
     *
     * @param kinds the application's own kinds of questions
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

    /** This survey and its prompts as one JSON text, from which {@link #fromJson} makes it again. */
    public String toJson() {
        return "{\"survey\":" + SurveyJson.write(this) + ",\"prompts\":" + prompts.toJson() + "}";
    }

    /** Its name, by which results are kept. */
    public String name() {
        return name;
    }

    /** All that is said in it. */
    public Prompts prompts() {
        return prompts;
    }

    /** Its questions in groups; a question that belongs to none is a group alone. */
    public List<Group> groups() {
        return groups;
    }

    /** All questions, in order. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** A question by its name. */
    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** Whether the answer to a question decides who may take part: such a question is never skipped unless it says so. */
    public boolean isGate(String question) {
        return gates.contains(question);
    }

    /** What works, but probably not as intended: {@code parlance check} prints it. */
    public List<SurveyProblem> warnings() {
        return warnings;
    }

    /** The language of the engine's own sentences in a language in which this library has none. */
    public Optional<String> fallbackLanguage() {
        return fallbackLanguage;
    }

    /** The key of what is said around the questions, if something of the survey's own is. */
    public Optional<String> wording(Moment moment) {
        return Optional.ofNullable(wording.get(moment));
    }

    /** What comes before the first question. */
    public OpeningStyle opening() {
        return opening;
    }

    /** How answers are taken. */
    public Rules rules() {
        return rules;
    }

    /** When people are reminded. */
    public Timing timing() {
        return timing;
    }

    /** How people are called. */
    public Calls calls() {
        return calls;
    }

    /** Whether a person who has completed it can be invited again. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** How many people of which kind are wanted. */
    public List<Quota> quotas() {
        return quotas;
    }

    /** The variables that may be given at the start, and what they are if they are not. */
    public Map<String, String> variables() {
        return variables;
    }

    /** What the engine itself says in a language. */
    public Words words(String tag) {
        Language language = prompts.in(tag);
        return Objects.requireNonNull(words.get(language.tag()));
    }

    /** A name for just this definition with just these prompts. */
    public String revision() {
        return revision;
    }

    /** What would break for who began with an older version, and is to go on with this one; empty if nothing would. */
    public List<String> breaksSince(Survey older) {
        return SurveyChange.between(older, this);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Its name and revision. */
    @Override
    public String toString() {
        return name + "@" + revision.substring(0, 8);
    }
}
