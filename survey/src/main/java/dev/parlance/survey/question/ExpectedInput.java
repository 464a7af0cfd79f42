package dev.parlance.survey.question;

import java.util.List;

/**
 * How a call listens for an answer.
 *
 * @param mode keys, speech, or both
 * @param digits the number of keys in an answer; 0 if the pound key ends the answer
 * @param hints words that speech recognition should expect
 */
public record ExpectedInput(Mode mode, int digits, List<String> hints) {
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
    public ExpectedInput {
        hints = List.copyOf(hints);
    }

    /**
     * Listens for keys or speech.
     *
     * @param digits the number of keys in an answer; 0 if the pound key ends the answer
     * @param hints words that speech recognition should expect
     */
    public static ExpectedInput keysOrSpeech(int digits, List<String> hints) {
        return new ExpectedInput(Mode.KEYS_OR_SPEECH, digits, hints);
    }

    /** Listens for speech. */
    public static ExpectedInput speech() {
        return new ExpectedInput(Mode.SPEECH, 1, List.of());
    }
}
