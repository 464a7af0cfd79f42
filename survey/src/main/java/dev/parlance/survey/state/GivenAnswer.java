package dev.parlance.survey.state;

import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer as stored with its session. */
public record GivenAnswer(
        String question,
        Value value,
        InputMethod inputMethod,
        double confidence,
        String language,
        int attempt,
        Instant at,
        Optional<String> recording,
        String channel,
        Optional<String> wording)
        implements Answer {
    private static final Value NOTHING = new Value(List.of());

    /** An answer to a question whose text is not kept. */
    public GivenAnswer(
            String question,
            Value value,
            InputMethod inputMethod,
            double confidence,
            String language,
            int attempt,
            Instant at,
            Optional<String> recording,
            String channel) {
        this(question, value, inputMethod, confidence, language, attempt, at, recording, channel, Optional.empty());
    }

    /** A skipped question. */
    public static Answer skipped(String question, String language, int attempt, Instant at, String channel) {
        return new GivenAnswer(
                question, NOTHING, InputMethod.SKIPPED, 1, language, attempt, at, Optional.empty(), channel);
    }

    /** A question that was not answered in its time. */
    public static Answer timedOut(String question, String language, int attempt, Instant at, String channel) {
        return new GivenAnswer(
                question, NOTHING, InputMethod.TIMED_OUT, 1, language, attempt, at, Optional.empty(), channel);
    }

    /** An answer that follows from others. */
    public static Answer computed(String question, Value value, String language, Instant at, String channel) {
        return new GivenAnswer(question, value, InputMethod.COMPUTED, 1, language, 1, at, Optional.empty(), channel);
    }

    /** An answer that does not count, because it came before the question was asked, or after its time. */
    public static Answer late(String question, Value value, String language, int attempt, Instant at, String channel) {
        return new GivenAnswer(question, value, InputMethod.LATE, 1, language, attempt, at, Optional.empty(), channel);
    }

    /** A copy of an answer with another value. */
    public static Answer withValue(Answer answer, Value value) {
        return new GivenAnswer(
                answer.question(),
                value,
                answer.inputMethod(),
                answer.confidence(),
                answer.language(),
                answer.attempt(),
                answer.at(),
                answer.recording(),
                answer.channel(),
                answer.wording());
    }

    /** The channel of an answer that was stored without one. */
    static String usualChannel(InputMethod method) {
        return (method == InputMethod.TEXT || method == InputMethod.LATE ? Medium.TEXT : Medium.VOICE).channel();
    }

    /** The question and the way it was answered, but not the value. */
    @Override
    public String toString() {
        return "Answer[" + question + ", " + inputMethod + "]";
    }
}
