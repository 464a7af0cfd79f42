package dev.parlance.survey.machine;

import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Offers;
import java.util.List;

/**
 * A question to ask.
 *
 * @param lead the words before it, such as "The next question is:"; a caller can't interrupt them
 * @param text the question
 * @param offers the choices
 * @param listening how a call listens for the answer
 */
public record Ask(List<Utterance> lead, List<Utterance> text, Offers offers, Listening listening) {
    /** Copies the lists. */
    public Ask {
        lead = List.copyOf(lead);
        text = List.copyOf(text);
    }
}
