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
 * @param media recordings and pictures
 */
public record Utterance(
        String text, String language, Joint joint, int pause, Optional<String> voice, UtteranceMedia media) {
    /** A sentence without media. */
    public Utterance(String text, String language, Joint joint, int pause, Optional<String> voice) {
        this(text, language, joint, pause, voice, UtteranceMedia.NONE);
    }

    /** A sentence in the language's own voice. */
    public Utterance(String text, String language, Joint joint, int pause) {
        this(text, language, joint, pause, Optional.empty());
    }

    Utterance pausing(int seconds) {
        return new Utterance(text, language, joint, seconds, voice, media);
    }

    /** A copy that a call plays from recordings. */
    public Utterance playing(List<String> newRecordings) {
        return withMedia(new UtteranceMedia(newRecordings, media.pictures()));
    }

    Utterance showing(List<String> pictures) {
        return withMedia(new UtteranceMedia(media.recordings(), pictures));
    }

    /** A copy with other recordings and pictures. */
    public Utterance withMedia(UtteranceMedia newMedia) {
        return new Utterance(text, language, joint, pause, voice, newMedia);
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
