package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Unsent;
import dev.parlance.survey.state.UnsentMessage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sends the messages of replies that the webhook's answer could not carry: claims each in the session, sends it, and records that.
 * One at a time for each person, so that they arrive in order. After a crash in between, the channel is asked whether the message
 * was sent; if it doesn't know, the message is not sent again.
 */
final class ReplyMessages {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    /** How long a claim lasts: longer than a request to Twilio, even if the clocks of two machines differ. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    /** How far clocks can differ from Twilio's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final Set<Reason> REPEATABLE = Set.of(Reason.RATE_LIMITED, Reason.UNAVAILABLE, Reason.UNAUTHORIZED);

    private final Engine engine;

    ReplyMessages(Engine engine) {
        this.engine = engine;
    }

    /** The session of a person who has written, with the messages of the reply. */
    SessionState add(SessionState session, Channel channel, String document) {
        List<String> bodies = channel.messages(document);
        boolean hasWindow = channel.window().isPresent();
        if (bodies.isEmpty() && !hasWindow) {
            return session;
        }
        Instant now = engine.clock.instant();
        Unsent before = session.outbox().unsent();
        Unsent more = (hasWindow ? before.heardAt(now) : before)
                .and(bodies.stream()
                        .map(body -> UnsentMessage.now(channel.name(), body, now))
                        .toList());
        return session.with(session.outbox().with(more));
    }

    /** Sends what is due for a person. What can't be sent now is left to {@code runDue}. */
    void sendAll(Address person) {
        try {
            boolean isSent;
            do {
                isSent = sendNext(person);
            } while (isSent);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not send a reply of a survey now; runDue will try again", e);
        }
    }

    /** Sends one message, or finds out what came of it; false if nothing is due, or somebody else is sending. */
    boolean sendNext(Address person) {
        Instant now = engine.clock.instant();
        Optional<Sessions.Loaded> loaded = engine.sessions
                .find(person)
                .filter(found -> found.session()
                        .outbox()
                        .unsent()
                        .due()
                        .filter(time -> !time.isAfter(now))
                        .isPresent());
        return loaded.isPresent() && sendNext(loaded.get(), now);
    }

    private boolean sendNext(Sessions.Loaded loaded, Instant now) {
        SessionState session = loaded.session();
        Unsent unsent = session.outbox().unsent();
        UnsentMessage first = unsent.first().orElseThrow();
        Channel channel = engine.channels.named(first.channel());
        if (first.isClaimed()) {
            return save(loaded, afterCrash(channel, session, first));
        }
        UnsentMessage claim = first.claimedUntil(now.plus(CLAIM));
        if (!save(loaded, unsent.withFirst(claim))) {
            return true;
        }
        if (engine.clock.instant().isAfter(now.plus(CLAIM.dividedBy(2)))) {
            LOG.log(Level.WARNING, "This process was suspended, so that another one can send the reply");
            return false;
        }
        record(session.respondent(), claim, send(channel, session.respondent(), claim));
        return true;
    }

    /** What is left to send after a message was claimed, but nobody recorded what came of it. */
    private Unsent afterCrash(Channel channel, SessionState session, UnsentMessage claimed) {
        Unsent unsent = session.outbox().unsent();
        Instant claimedAt = claimed.until().minus(CLAIM);
        boolean knowsLast = !unsent.lastSent().isEmpty();
        Optional<List<String>> sent =
                channel.sentTo(session.respondent(), knowsLast ? claimedAt.minus(SKEW) : claimedAt);
        if (sent.isEmpty()) {
            LOG.log(Level.WARNING, "A reply may have been sent when a process ended; it is not sent again");
            return unsent.withoutFirst();
        }
        return sent.get().stream()
                .findFirst()
                .filter(newest -> !newest.equals(unsent.lastSent()))
                .map(unsent::sent)
                .orElseGet(() -> unsent.withFirst(claimed.at(engine.clock.instant())));
    }

    /** Sends a message; the result says what is left to send. */
    private UnaryOperator<Unsent> send(Channel channel, Address person, UnsentMessage claim) {
        try {
            String id = channel.send(person, claim.body());
            return unsent -> unsent.sent(id);
        } catch (OutboundException e) {
            if (e.reason() == Reason.UNKNOWN) {
                LOG.log(Level.WARNING, "It is not known whether a reply was sent; runDue will find out", e);
                return UnaryOperator.identity();
            }
            boolean isFinal = !REPEATABLE.contains(e.reason()) || claim.attempts() >= MOST_ATTEMPTS;
            LOG.log(Level.WARNING, isFinal ? "A reply can't be sent" : "A reply could not be sent now", e);
            Instant again = engine.clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << claim.attempts()));
            return isFinal ? Unsent::withoutFirst : unsent -> unsent.withFirst(claim.at(again));
        }
    }

    private void record(Address person, UnsentMessage claim, UnaryOperator<Unsent> result) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> now = engine.sessions
                    .find(person)
                    .filter(found -> found.session().outbox().unsent().first().equals(Optional.of(claim)));
            return now.isEmpty()
                            || save(
                                    now.get(),
                                    result.apply(now.get().session().outbox().unsent()))
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    private boolean save(Sessions.Loaded loaded, Unsent unsent) {
        SessionState session = loaded.session();
        SessionState next = session.with(session.outbox().with(unsent));
        boolean isBusy = next.contact().claim().isPresent();
        return engine.sessions.save(loaded, isBusy ? next : engine.schedule.schedule(next, engine.clock.instant()));
    }
}
