package dev.parlance.survey.machine;

import java.util.Optional;

/**
 * Something to be said.
 *
 * @param text the words
 * @param language the tag of the language, which also names the voice
 * @param joint what stands between this and what was said before, in a text
 * @param pause how long to be silent after it, on a call, in seconds
 * @param voice the voice to say it in; that of the language where this is empty
 */
public record Utterance(String text, String language, Joint joint, int pause, Optional<String> voice) {
    /** A line in the language's own voice. */
    public Utterance(String text, String language, Joint joint, int pause) {
        this(text, language, joint, pause, Optional.empty());
    }

    Utterance pausing(int seconds) {
        return new Utterance(text, language, joint, seconds, voice);
    }

    /** What stands before a line in a text. */
    public enum Joint {
        /** A blank. */
        BLANK(" "),
        /** A new line. */
        LINE("\n"),
        /** An empty line. */
        PARAGRAPH("\n\n");

        private final String text;

        Joint(String text) {
            this.text = text;
        }

        /** What it is in a text. */
        public String text() {
            return text;
        }
    }

    /** In which language, and how long; never the words. */
    @Override
    public String toString() {
        return "Utterance[" + language + ", " + text.length() + " characters]";
    }
}
