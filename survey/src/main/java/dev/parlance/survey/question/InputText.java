package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of an input, whether typed, spoken or keyed. */
record InputText(String text, boolean heard, boolean keyed) {
    /** The certainty of the only answer in a reply of several words, such as "I'd say 4". */
    static final double AMONG_WORDS = 0.9;

    private static final Pattern QUESTION = Pattern.compile("[?\\uFF1F\\u061F]\\s*$");

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

    /** Whether the text asks, as "4?" does: then it is likely to be an answer, but not certain. */
    private boolean asks() {
        return QUESTION.matcher(text).find();
    }

    /**
     * Converts a guess about this text to a reading.
     *
     * @param certainty how certain a sure guess is
     */
    Reading reading(Guess<?> guess, double certainty) {
        Guess<Value> values = guess.map(meant -> Value.of(meant.toString()));
        return values.isSure()
                ? reading(values.candidates().get(0), certainty, values.why())
                : new Reading.Likely(values.candidates(), values.why());
    }

    /** The reading of this text as one answer; with a certainty of 0, it must be confirmed. */
    Reading reading(Value value, double certainty, String why) {
        if (certainty > 0 && !asks()) {
            return new Reading.Understood(value, certainty, why);
        }
        return new Reading.Likely(List.of(value), certainty > 0 ? why + ", but the reply asks" : why);
    }
}
