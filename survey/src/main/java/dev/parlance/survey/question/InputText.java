package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import java.util.Optional;

/** The text of an input, whether typed, spoken or keyed. */
record InputText(String text, boolean heard, boolean keyed) {
    /** The certainty of the only answer in a reply of several words, such as "I'd say 4". */
    static final double AMONG_WORDS = 0.9;

    static Optional<InputText> of(Input input) {
        if (input instanceof Input.Text text) {
            return Optional.of(new InputText(text.body().strip(), false, false));
        }
        if (input instanceof Input.Keys keys) {
            return Optional.of(new InputText(keys.keys(), false, true));
        }
        if (input instanceof Input.Speech speech) {
            return Optional.of(new InputText(speech.words().strip(), true, false));
        }
        return Optional.empty();
    }

    /** Converts a guess to a reading: understood if the guess is sure, otherwise to be confirmed. */
    static Reading toReading(Guess<?> guess) {
        return toReading(guess, 1);
    }

    /** Converts a guess at an answer that is mentioned among other words. */
    static Reading toReadingAmongWords(Guess<?> guess) {
        return toReading(guess, AMONG_WORDS);
    }

    private static Reading toReading(Guess<?> guess, double certainty) {
        Guess<Value> values = guess.map(meant -> Value.of(meant.toString()));
        return values.isSure()
                ? new Reading.Understood(values.candidates().get(0), certainty)
                : new Reading.Likely(values.candidates());
    }
}
