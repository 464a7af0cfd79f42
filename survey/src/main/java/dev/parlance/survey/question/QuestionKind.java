package dev.parlance.survey.question;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A kind of question: its name in {@code survey.json}, and how its fields are read. Everything else is in the {@link Question}.
 *
 * <pre>{@code
 * QuestionKind LICENCE_PLATE = QuestionKind.of("licencePlate", (fields, settings) -> licencePlate.withSettings(settings))
 *         .schema("{\"country\": {\"type\": \"string\"}}")
 *         .sentences("invalid.licencePlate");
 *
 * Survey survey = SurveyFolder.at(Path.of("survey")).load(LICENCE_PLATE);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class QuestionKind {
    private final String name;
    private final BiFunction<Fields, QuestionSettings, Question> reader;
    private final String schema;
    private final String rules;
    private final Set<String> sentences;

    private QuestionKind(
            String name,
            BiFunction<Fields, QuestionSettings, Question> reader,
            String schema,
            String rules,
            Set<String> sentences) {
        this.name = Objects.requireNonNull(name);
        this.reader = Objects.requireNonNull(reader);
        this.schema = Objects.requireNonNull(schema);
        this.rules = Objects.requireNonNull(rules);
        this.sentences = Set.copyOf(sentences);
    }

    /**
     * Creates a kind without fields of its own.
     *
     * @param name the name in {@code survey.json}
     * @param reader creates a question from its own fields and the common settings
     */
    public static QuestionKind of(String name, BiFunction<Fields, QuestionSettings, Question> reader) {
        return new QuestionKind(name, reader, "{}", "{}", Set.of());
    }

    /** Returns a copy with its own fields, given as the properties of a JSON Schema. */
    public QuestionKind schema(String properties) {
        return new QuestionKind(name, reader, properties, rules, sentences);
    }

    /**
     * Returns a copy with rules for its fields together, given as keywords of a JSON Schema, such as {@code {"required":
     * ["country"]}}.
     */
    public QuestionKind rules(String keywords) {
        return new QuestionKind(name, reader, schema, keywords, sentences);
    }

    /**
     * Returns a copy that uses the sentences with these keys. A sentence that this library lacks, such as {@code
     * invalid.licencePlate}, must be in the prompts of every language as {@code survey.invalid.licencePlate}.
     */
    public QuestionKind sentences(String... keys) {
        return new QuestionKind(name, reader, schema, rules, Set.of(keys));
    }

    /** The name in {@code survey.json}. */
    public String name() {
        return name;
    }

    /** The fields specific to this kind, as the properties of a JSON Schema. */
    public String schema() {
        return schema;
    }

    /** The rules for its fields together, as keywords of a JSON Schema. */
    public String rules() {
        return rules;
    }

    /** The keys of the sentences that questions of this kind can need. */
    public Set<String> sentences() {
        return sentences;
    }

    /** Reads a question of this kind. */
    public Question read(Fields fields, QuestionSettings settings) {
        return reader.apply(fields, settings);
    }

    /** The kind's name. */
    @Override
    public String toString() {
        return name;
    }
}
