package dev.parlance.survey.question;

import java.util.List;
import java.util.Map;

/**
 * A part of an answer that is asked for on its own, such as the first of two days.
 *
 * @param question reads the part
 * @param sentence the key of the sentence that asks for it
 * @param values the values of the sentence's placeholders
 * @param recordings the recordings of the option that the sentence names; can be empty
 */
public record Part(Question question, String sentence, Map<String, String> values, List<String> recordings) {
    /** Copies the collections. */
    public Part {
        values = Map.copyOf(values);
        recordings = List.copyOf(recordings);
    }

    /** A part that is asked for without values. */
    static Part of(Question question, String sentence) {
        return new Part(question, sentence, Map.of(), List.of());
    }
}
