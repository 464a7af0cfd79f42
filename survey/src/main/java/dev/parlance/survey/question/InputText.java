package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import java.util.Optional;

/** The text of an input, whether typed, spoken or keyed. */
record InputText(String text, boolean heard, boolean keyed) {
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
        Guess<Value> values = guess.map(meant -> Value.of(meant.toString()));
        return values.isSure() ? Reading.of(values.candidates().get(0)) : new Reading.Likely(values.candidates());
    }
}
