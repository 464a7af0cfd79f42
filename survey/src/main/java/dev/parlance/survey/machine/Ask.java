package dev.parlance.survey.machine;

import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.ExpectedInput;
import java.util.List;

/**
 * A question to ask.
 *
 * @param lead the words before it, such as "The next question is:"; a caller can't interrupt them
 * @param text the question
 * @param options the choices
 * @param expected how a call listens for the answer
 */
public record Ask(List<Utterance> lead, List<Utterance> text, AnswerOptions options, ExpectedInput expected) {
    /** Copies the lists. */
    public Ask {
        lead = List.copyOf(lead);
        text = List.copyOf(text);
    }
}
