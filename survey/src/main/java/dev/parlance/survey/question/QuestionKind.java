package dev.parlance.survey.question;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A kind of question: the word for it in {@code survey.json}, and how its fields are read. All else is in its {@link
 * Question}.
 *
 * <pre>{@code
 * QuestionKind LICENCE_PLATE = QuestionKind.named("licencePlate", (fields, frame) -> new LicencePlate(frame))
 *         .schema("{\"country\": {\"type\": \"string\"}}")
 *         .sentences("invalid.licencePlate");
 *
 * Survey survey = Survey.load(file, prompts, LICENCE_PLATE);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class QuestionKind {
    private final String name;
    private final BiFunction<Fields, Frame, Question> reader;
    private final String schema;
    private final Set<String> sentences;

    private QuestionKind(
            String name, BiFunction<Fields, Frame, Question> reader, String schema, Set<String> sentences) {
        this.name = Objects.requireNonNull(name);
        this.reader = Objects.requireNonNull(reader);
        this.schema = Objects.requireNonNull(schema);
        this.sentences = Set.copyOf(sentences);
    }

    /**
     * A kind without fields of its own.
     *
     * @param name the word for it in {@code survey.json}
     * @param reader makes a question of its own fields and of what every question has
     */
    public static QuestionKind named(String name, BiFunction<Fields, Frame, Question> reader) {
        return new QuestionKind(name, reader, "{}", Set.of());
    }

    /** The same kind, with fields of its own, as the properties of a JSON Schema. */
    public QuestionKind schema(String properties) {
        return new QuestionKind(name, reader, properties, sentences);
    }

    /**
     * The same kind, which says sentences of these keys. One that this library doesn't have, such as {@code
     * invalid.licencePlate}, must be in the prompts of every language, as {@code survey.invalid.licencePlate}.
     */
    public QuestionKind sentences(String... keys) {
        return new QuestionKind(name, reader, schema, Set.of(keys));
    }

    /** The word for it in {@code survey.json}. */
    public String name() {
        return name;
    }

    /** The fields that only this kind has, as the properties of a JSON Schema. */
    public String schema() {
        return schema;
    }

    /** The keys of the sentences that it can need. */
    public Set<String> sentences() {
        return sentences;
    }

    /** Reads a question of this kind. */
    public Question read(Fields fields, Frame frame) {
        return reader.apply(fields, frame);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
