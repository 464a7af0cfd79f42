package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import java.util.Optional;

/** The words of an input, whatever way they came. */
record Said(String text, boolean heard, boolean keyed) {
    static Optional<Said> in(Input input) {
        if (input instanceof Input.Text text) {
            return Optional.of(new Said(text.body().strip(), false, false));
        }
        if (input instanceof Input.Keys keys) {
            return Optional.of(new Said(keys.keys(), false, true));
        }
        if (input instanceof Input.Speech speech) {
            return Optional.of(new Said(speech.words().strip(), true, false));
        }
        return Optional.empty();
    }

    /** The reading of what is understood, though perhaps not for sure. */
    static Reading meaning(Guess<?> guess) {
        Guess<Value> values = guess.map(meant -> Value.of(meant.toString()));
        return values.isSure() ? Reading.of(values.candidates().get(0)) : new Reading.Likely(values.candidates());
    }
}
