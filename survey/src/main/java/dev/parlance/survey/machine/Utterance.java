package dev.parlance.survey.machine;

import java.util.List;
import java.util.Optional;

/**
 * A sentence to say.
 *
 * @param text the words
 * @param language the tag of the language, which also selects the voice
 * @param joint the separator from the sentence before it, in a text
 * @param pause the silence after it on a call, in seconds
 * @param voice the voice; empty for the language's own
 * @param recordings the URLs of recordings, which a call plays instead; can be empty
 */
public record Utterance(
        String text, String language, Joint joint, int pause, Optional<String> voice, List<String> recordings) {
    /** Copies the list. */
    public Utterance {
        recordings = List.copyOf(recordings);
    }

    /** A sentence without a recording. */
    public Utterance(String text, String language, Joint joint, int pause, Optional<String> voice) {
        this(text, language, joint, pause, voice, List.of());
    }

    /** A sentence in the language's own voice. */
    public Utterance(String text, String language, Joint joint, int pause) {
        this(text, language, joint, pause, Optional.empty());
    }

    Utterance pausing(int seconds) {
        return new Utterance(text, language, joint, seconds, voice, recordings);
    }

    /** A copy that a call plays from recordings. */
    public Utterance playing(List<String> newRecordings) {
        return new Utterance(text, language, joint, pause, voice, newRecordings);
    }

    /** The separator before a sentence in a text. */
    public enum Joint {
        /** A space. */
        SPACE(" "),
        /** A new line. */
        LINE("\n"),
        /** An empty line. */
        PARAGRAPH("\n\n");

        private final String text;

        Joint(String text) {
            this.text = text;
        }

        /** The separator's characters. */
        public String text() {
            return text;
        }
    }

    /** The language and the length, but not the words. */
    @Override
    public String toString() {
        return "Utterance[" + language + ", " + text.length() + " characters]";
    }
}
