package dev.parlance.survey.session;

import dev.parlance.Address;
import dev.parlance.survey.question.ConditionContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's part in one survey. Immutable. Created by the library.
 *
 * <pre>{@code
 * surveys.find(Address.of("+15551112222"))
 *         .flatMap(session -> session.answer("taste"))
 *         .ifPresent(taste -> System.out.println(taste.text()));
 * }</pre>
 */
public interface Session extends ConditionContext {
    /** The survey's name. */
    String survey();

    /** The respondent's revision of the survey. */
    String revision();

    /** The number of the run: 1 for the first, 2 after a restart, and so on. */
    int run();

    /** What this run is about, such as a visit or an order, if the invitation named it. */
    Optional<String> occasion();

    /** The wave of the survey: 2 for the occasion {@code wave-2}, and so on; otherwise 1. */
    int wave();

    /** The person's phone number or other address. */
    Address respondent();

    /** The outcome so far. */
    Disposition disposition();

    /** The number of turns so far. */
    int turn();

    /** The question that was asked last; empty before the first. */
    String question();

    /** When the person first responded. */
    Optional<Instant> started();

    /** When the session ended. */
    Optional<Instant> ended();

    /** Whether the session is over. */
    boolean isOver();

    /** The current answer to each question. */
    Map<String, Answer> answers();

    /** Replaced and late answers, which don't count. */
    List<Answer> earlierAnswers();

    /** Whether the person has answered at least one question. */
    boolean hasAnswers();

    /**
     * The messages of this run that did not arrive, as far as Twilio reports it to the channel's webhook. At most the last 16.
     *
     * @see dev.parlance.survey.SurveysBuilder#textSender(dev.parlance.outbound.TextSender, java.net.URI)
     */
    List<Delivery> undelivered();

    /** The variables of the invitation. */
    Map<String, String> variables();

    /** The session as JSON for a store. */
    String toJson();
}
