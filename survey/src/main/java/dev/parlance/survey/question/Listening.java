package dev.parlance.survey.question;

import java.util.List;

/**
 * How a call listens for an answer.
 *
 * @param mode by what
 * @param digits how many keys make an answer; 0 where the pound key ends it
 * @param hints words that are likely to be heard
 */
public record Listening(Mode mode, int digits, List<String> hints) {
    /** By what an answer is given. */
    public enum Mode {
        /** By keys alone. */
        KEYS,
        /** By keys or by speech. */
        KEYS_OR_SPEECH,
        /** By speech; a key is a command. */
        SPEECH,
        /** By speech that is recorded, and written down afterwards. */
        RECORDING
    }

    /** Keeps the list as it is now. */
    public Listening {
        hints = List.copyOf(hints);
    }

    /**
     * Keys or speech.
     *
     * @param digits how many keys make an answer; 0 where the pound key ends it
     * @param hints words that are likely to be heard
     */
    public static Listening keysOrSpeech(int digits, List<String> hints) {
        return new Listening(Mode.KEYS_OR_SPEECH, digits, hints);
    }

    /** Speech. */
    public static Listening speech() {
        return new Listening(Mode.SPEECH, 1, List.of());
    }
}
