package dev.parlance.survey.machine;

import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Offers;
import java.util.List;

/**
 * What a person is asked.
 *
 * @param lead what is said first, and on a call is heard out: "The next question is:"
 * @param text the question
 * @param offers what can be chosen
 * @param listening how a call listens for the answer
 */
public record Ask(List<Utterance> lead, List<Utterance> text, Offers offers, Listening listening) {
    /** Keeps the lists as they are now. */
    public Ask {
        lead = List.copyOf(lead);
        text = List.copyOf(text);
    }
}
