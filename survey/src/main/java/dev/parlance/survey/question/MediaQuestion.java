package dev.parlance.survey.question;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for a picture or another file. Skipped on channels that can't send one, such as calls.
 *
 * @param settings the settings common to all questions
 * @param accept the accepted types; empty for all
 */
public record MediaQuestion(QuestionSettings settings, Set<Type> accept) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("media", MediaQuestion::read)
            .schema("""
                    {
                      "accept": {
                        "type": "array",
                        "items": {"enum": ["image", "audio", "video", "document"]},
                        "description": "The accepted types of files. Default: all."
                      }
                    }""")
            .sentences(
                    "invalid.media",
                    "invalid.imageFile",
                    "invalid.audioFile",
                    "invalid.videoFile",
                    "invalid.documentFile",
                    "otherFile");

    /** A type of file. */
    public enum Type {
        /** A picture. */
        IMAGE,
        /** A voice message or another recording. */
        AUDIO,
        /** A video. */
        VIDEO,
        /** A text or another document, such as a PDF file. */
        DOCUMENT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean has(Input.Attachment file) {
            String contentType = file.contentType().toLowerCase(Locale.ROOT);
            return this == DOCUMENT
                    ? contentType.startsWith("application/") || contentType.startsWith("text/")
                    : contentType.startsWith(word() + "/");
        }

        private static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word().equals(word))
                    .findFirst();
        }
    }

    /** Copies the set. */
    public MediaQuestion {
        accept = Set.copyOf(accept);
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        Set<Type> accept = EnumSet.noneOf(Type.class);
        for (String word : fields.texts("accept")) {
            Optional<Type> type = Type.of(word);
            type.ifPresent(accept::add);
            if (type.isEmpty()) {
                fields.problem("accept", "has \"" + word + "\", but must have only image, audio, video, document");
            }
        }
        return new MediaQuestion(settings, accept);
    }

    /** Returns a copy that accepts only these types of files. */
    public MediaQuestion accepting(Type... types) {
        return new MediaQuestion(settings, Set.of(types));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new MediaQuestion(newSettings, accept);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return AnswerType.open();
    }

    @Override
    public Map<String, Object> details() {
        List<String> words = accept.stream().sorted().map(Type::word).toList();
        return words.isEmpty() ? Map.of() : Map.of("accept", words);
    }

    @Override
    public boolean canBeAsked(Abilities channel) {
        return channel.takesMedia();
    }

    /** The files of the accepted types. Others that come with them are left out. */
    @Override
    public Reading read(Input input, AskContext context) {
        if (!(input instanceof Input.Text text) || text.media().isEmpty()) {
            return unclear();
        }
        List<String> accepted = text.media().stream()
                .filter(this::isAccepted)
                .map(file -> file.url().toString())
                .toList();
        return accepted.isEmpty()
                ? new Reading.Unclear(unclear().reason(), Map.of(), "otherFile", "a file of another type")
                : Reading.of(new Value(accepted));
    }

    private boolean isAccepted(Input.Attachment file) {
        return accept.isEmpty() || accept.stream().anyMatch(type -> type.has(file));
    }

    private Reading.Unclear unclear() {
        String wanted = accept.size() == 1 ? accept.iterator().next().word() + "File" : "media";
        return new Reading.Unclear("invalid." + wanted, Map.of());
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.speech();
    }
}
