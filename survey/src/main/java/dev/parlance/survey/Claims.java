package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Claims each contact in the session, makes it, then records it, because Twilio has no idempotency key. After a crash in
 * between, {@code runDue} finds the claim and does not repeat a contact that may have been made.
 */
final class Claims {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    /** With the pauses, these take more than a day: enough time to fix an account. */
    private static final int MAX_ATTEMPTS = 12;

    private final Engine engine;

    Claims(Engine engine) {
        this.engine = engine;
    }

    /** The session with this claim. It wakes at the given time if nothing happens before. */
    SessionState claim(SessionState session, Claim claim, Instant wakeAt) {
        Contact contact = session.contact().withClaim(claim.encoded()).withWakeAt(wakeAt);
        return engine.publisher.withoutUnwantedEvents(session.with(contact));
    }

    /** Records that the claimed contact was made, whatever the person has done since. */
    void record(Address person) {
        record(person, session -> session);
    }

    /** Records that the claimed contact may have been made. */
    void recordUnknown(Address person) {
        record(person, CampaignMark::unknown);
    }

    private void record(Address person, UnaryOperator<SessionState> change) {
        change(person, session -> settled(change.apply(session)));
        engine.publish(person);
    }

    /** The session without a claim, scheduled for its next reminder or expiry. */
    SessionState settled(SessionState session) {
        SessionState trimmed = engine.publisher.withoutUnwantedEvents(session);
        SessionState free = trimmed.with(trimmed.contact().withoutClaim().withFailures(0));
        return engine.schedule.schedule(free, engine.clock.instant());
    }

    /** Changes a session; retries if others change it at the same time. */
    void change(Address person, UnaryOperator<SessionState> change) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(true);
            }
            SessionState session = loaded.get().session();
            SessionState changed = change.apply(session);
            return changed.equals(session) || engine.sessions.save(loaded.get(), changed)
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    void giveUp(Address person) {
        record(person, this::givenUp);
        engine.sessions
                .find(person)
                .map(Sessions.Loaded::session)
                .ifPresent(session -> engine.releasePlaces(engine.revisions.of(session.revision()), session));
    }

    SessionState givenUp(SessionState session) {
        return session.isOver()
                ? session
                : SessionState.of(
                        SurveyMachine.giveUp(engine.revisions.of(session.revision()), session, engine.clock.instant())
                                .session());
    }

    /**
     * Handles a contact that failed.
     *
     * @param claimed the session with the claim
     * @param before the session before the claim, restored if nothing was sent
     * @param channel the name of the channel to try again
     * @throws OutboundException if the account isn't allowed to do this at all, and the initiator does not handle that
     * @throws StoreException if the failure can't be stored
     */
    StartResult failed(
            SessionState claimed, SessionState before, String channel, Initiator initiator, OutboundException failure) {
        Address person = claimed.respondent();
        String reason = String.valueOf(failure.getMessage());
        return switch (failure.reason()) {
            case UNKNOWN -> {
                recordUnknown(person);
                yield StartResult.because(Outcome.UNKNOWN, reason);
            }
            case OPTED_OUT -> {
                engine.respondents.change(person, respondent -> respondent.optedOut(true));
                giveUp(person);
                yield StartResult.OPTED_OUT;
            }
            case BAD_ADDRESS, UNREACHABLE -> {
                // A person who has responded before can come back, for example by calling.
                boolean hasResponded = before.progress().disposition() != Disposition.NOT_STARTED;
                record(person, hasResponded ? session -> session : this::givenUp);
                yield StartResult.because(Outcome.UNREACHABLE, reason);
            }
            case UNAUTHORIZED, REFUSED, RATE_LIMITED, UNAVAILABLE -> {
                int failures = before.contact().failures() + 1;
                if (failures >= MAX_ATTEMPTS) {
                    LOG.log(
                            Level.WARNING,
                            "Could not contact {0} in {1} attempts; giving up: {2}",
                            person,
                            MAX_ATTEMPTS,
                            failure.getMessage());
                    change(person, session -> hasMovedOn(session, claimed) ? session : undelivered(before, session));
                    engine.publish(person);
                    yield StartResult.because(Outcome.UNREACHABLE, reason);
                }
                Instant again = nextAttempt(before, failures, failure);
                // Nothing was sent: restore the session, unless the person has taken a turn since.
                SessionState failed = before.with(before.contact().withFailures(failures));
                change(
                        person,
                        session -> hasMovedOn(session, claimed)
                                ? session
                                : initiator
                                        .later(channel)
                                        .map(later -> claim(restored(failed, session), later, again))
                                        .orElseGet(() ->
                                                engine.publisher.withoutUnwantedEvents(restored(failed, session))));
                if (failure.reason() == Reason.UNAUTHORIZED || failure.reason() == Reason.REFUSED) {
                    initiator.accountProblem(failure);
                }
                yield StartResult.later(Outcome.DEFERRED, reason, again);
            }
        };
    }

    private static boolean hasMovedOn(SessionState session, SessionState claimed) {
        return session.progress().turn() != claimed.progress().turn();
    }

    /** The session before a contact, without forgetting what has been done meanwhile. */
    private static SessionState restored(SessionState before, SessionState session) {
        return before.with(session.outbox()).withNewerRequests(session);
    }

    private SessionState undelivered(SessionState before, SessionState session) {
        SessionState back = restored(before, session);
        boolean hasResponded = before.progress().disposition() != Disposition.NOT_STARTED;
        return settled(hasResponded ? back : givenUp(back));
    }

    /** The pause doubles after each failure and never ends in a quiet hour. */
    private Instant nextAttempt(SessionState session, int failures, OutboundException failure) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Duration required = failure.retryAfter().orElse(Duration.ZERO);
        Instant again = engine.clock.instant().plus(required.compareTo(bounded) > 0 ? required : bounded);
        return QuietHours.after(again, engine.revisions.of(session.revision()).timing(), session);
    }
}
