package dev.parlance.survey.machine;

import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.ExpectedInput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A question to ask.
 *
 * @param lead the words before it, such as "The next question is:"; a caller can't interrupt them
 * @param text the question
 * @param options the choices
 * @param expected how a call listens for the answer
 * @param timeLeft how long the answer counts; empty if it has no limit
 */
public record Ask(
        List<Utterance> lead,
        List<Utterance> text,
        AnswerOptions options,
        ExpectedInput expected,
        Optional<Duration> timeLeft) {
    /** Copies the lists. */
    public Ask {
        lead = List.copyOf(lead);
        text = List.copyOf(text);
    }

    /** A question without a time limit. */
    public Ask(List<Utterance> lead, List<Utterance> text, AnswerOptions options, ExpectedInput expected) {
        this(lead, text, options, expected, Optional.empty());
    }
}
