package dev.parlance.survey.question;

import java.util.List;

/**
 * How a call listens for an answer.
 *
 * @param mode keys, speech, or both
 * @param digits the number of keys in an answer; 0 if the pound key ends the answer
 * @param hints words that speech recognition should expect
 */
public record Listening(Mode mode, int digits, List<String> hints) {
    /** How an answer is given. */
    public enum Mode {
        /** By keys only. */
        KEYS,
        /** By keys or by speech. */
        KEYS_OR_SPEECH,
        /** By speech; keys are commands. */
        SPEECH,
        /** By speech that is recorded and transcribed later. */
        RECORDING
    }

    /** Copies the list. */
    public Listening {
        hints = List.copyOf(hints);
    }

    /**
     * Listens for keys or speech.
     *
     * @param digits the number of keys in an answer; 0 if the pound key ends the answer
     * @param hints words that speech recognition should expect
     */
    public static Listening keysOrSpeech(int digits, List<String> hints) {
        return new Listening(Mode.KEYS_OR_SPEECH, digits, hints);
    }

    /** Listens for speech. */
    public static Listening speech() {
        return new Listening(Mode.SPEECH, 1, List.of());
    }
}
