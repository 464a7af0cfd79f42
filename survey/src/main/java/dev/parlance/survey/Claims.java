package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.machine.Contact;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.store.StoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What we are about to do is claimed in the session, done, and then recorded: Twilio has no key by which a second try would
 * be known. After a crash between, the sweep finds the claim, and what may have been done is not done again.
 */
final class Claims {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    /** With the pauses between, this is more than a day: time enough to put an account in order. */
    private static final int MOST_TRIES = 12;

    private final Engine engine;

    Claims(Engine engine) {
        this.engine = engine;
    }

    /** A session that is about to do this, and is looked at then if nothing more is heard. */
    Session claim(Session session, Claim deed, Instant wakeAt) {
        Contact contact = session.contact().claiming(deed.word()).wakingAt(wakeAt);
        return engine.publisher.withoutUnheard(session.with(contact));
    }

    /** Notes that what was claimed is done, whatever the person has done meanwhile. */
    void record(Address person) {
        record(person, session -> session);
    }

    private void record(Address person, UnaryOperator<Session> and) {
        change(person, session -> settled(and.apply(session)));
        engine.tell(person);
    }

    /** A session of which nothing is claimed, to be looked at when it next has to be. */
    Session settled(Session session) {
        Session heard = engine.publisher.withoutUnheard(session);
        Session free = heard.with(heard.contact().unclaimed().failures(0));
        return Schedule.schedule(engine.revisions.of(free.revision()), free, engine.clock.instant());
    }

    /** Changes a session, whoever else does so at the same time. */
    void change(Address person, UnaryOperator<Session> change) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(true);
            }
            Session session = loaded.get().session();
            Session changed = change.apply(session);
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
                .ifPresent(session -> engine.givePlacesBack(engine.revisions.of(session.revision()), session));
    }

    Session givenUp(Session session) {
        return session.isOver()
                ? session
                : SurveyMachine.giveUp(engine.revisions.of(session.revision()), session, engine.clock.instant())
                        .session();
    }

    /**
     * What becomes of a claim that could not be carried out.
     *
     * @param claimed the session as it was claimed
     * @param before the session as it was before, to which it returns if nothing was done
     * @param later what is to be tried again
     * @throws OutboundException if the account may not do this at all
     * @throws StoreException if that cannot be noted
     */
    Begun failed(Session claimed, Session before, Claim later, OutboundException failure) {
        Address person = claimed.respondent();
        return switch (failure.reason()) {
            case UNKNOWN -> {
                record(person);
                yield Begun.UNKNOWN;
            }
            case OPTED_OUT -> {
                engine.respondents.change(person, one -> one.optedOut(true));
                giveUp(person);
                yield Begun.OPTED_OUT;
            }
            case BAD_ADDRESS, UNREACHABLE -> {
                // Who has been heard of can come back, by a call where a text does not reach.
                boolean wasHeard = before.progress().disposition() != Disposition.NOT_STARTED;
                record(person, wasHeard ? session -> session : this::givenUp);
                yield Begun.UNREACHABLE;
            }
            case NOT_ALLOWED, REFUSED, TOO_MANY, UNAVAILABLE -> {
                int failures = before.contact().failures() + 1;
                if (failures >= MOST_TRIES) {
                    LOG.log(
                            Level.WARNING,
                            "{0} could not be contacted in {1} tries, and is not tried again: {2}",
                            person,
                            MOST_TRIES,
                            failure.getMessage());
                    change(person, session -> hasMovedOn(session, claimed) ? session : unreached(before, session));
                    engine.tell(person);
                    yield Begun.UNREACHABLE;
                }
                Instant again = tryAgainAt(before, failures, failure);
                // Nothing was done: the session is as it was before, unless the person has come meanwhile.
                change(
                        person,
                        session -> hasMovedOn(session, claimed)
                                ? session
                                : claim(
                                        before.with(session.outbox())
                                                .with(before.contact().failures(failures)),
                                        later,
                                        again));
                if (failure.reason() == Reason.NOT_ALLOWED || failure.reason() == Reason.REFUSED) {
                    throw failure;
                }
                yield Begun.LATER;
            }
        };
    }

    private static boolean hasMovedOn(Session session, Session claimed) {
        return session.progress().turn() != claimed.progress().turn();
    }

    private Session unreached(Session before, Session session) {
        Session back = before.with(session.outbox());
        boolean wasHeard = before.progress().disposition() != Disposition.NOT_STARTED;
        return settled(wasHeard ? back : givenUp(back));
    }

    /** Twice as long after each failure, and never in a quiet hour. */
    private Instant tryAgainAt(Session session, int failures, OutboundException failure) {
        Duration pause = TRY_AGAIN.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Instant again = engine.clock.instant().plus(asked.compareTo(bounded) > 0 ? asked : bounded);
        return QuietHours.after(again, engine.revisions.of(session.revision()).timing(), session);
    }
}
