package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Turn;
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

    /**
     * The channel that a reply goes out by. A text would overtake what still waits for the same phone on RCS, so it joins that.
     *
     * @param received the channel that the person has used
     */
    Channel channelFor(Turn.Done turn, Channel received) {
        boolean isText = received.name().equals(Channel.TEXT) && !(turn.reply().next() instanceof Next.HandOver);
        return isText
                ? SessionState.of(turn.session())
                        .outbox()
                        .unsent()
                        .first()
                        .map(waiting -> engine.channels.named(waiting.channel()))
                        .orElse(received)
                : received;
    }

    /**
     * A session with the messages of a reply.
     *
     * @param isClaimed whether the first one is claimed: the thread that saves the session sends it
     */
    record Added(SessionState session, boolean isClaimed) {}

    /** Adds the messages of a reply to the session of a person who has written. */
    Added add(SessionState session, Channel channel, String document) {
        List<String> bodies = channel.messages(document);
        boolean hasWindow = channel.window().isPresent();
        if (bodies.isEmpty() && !hasWindow) {
            return new Added(session, false);
        }
        Instant now = engine.clock.instant();
        Unsent before = session.outbox().unsent();
        Unsent more = (hasWindow ? before.heardAt(now) : before)
                .and(bodies.stream()
                        .map(body -> UnsentMessage.now(channel.name(), body, now))
                        .toList());
        boolean isClaimed = before.first().isEmpty() && more.first().isPresent();
        Unsent unsent = isClaimed ? more.withFirst(claimed(more.first().orElseThrow(), now)) : more;
        return new Added(session.with(session.outbox().with(unsent)), isClaimed);
    }

    private static UnsentMessage claimed(UnsentMessage message, Instant now) {
        return message.claimedUntil(now.plus(CLAIM));
    }

    /** Sends what is due for a person. What can't be sent now is left to {@code runDue}. */
    void sendAll(Address person) {
        engine.sessions.find(person).ifPresent(loaded -> sendAll(loaded, false));
    }

    /**
     * Sends what is due in a session. What can't be sent now is left to {@code runDue}.
     *
     * @param isClaimed whether the first message is claimed for this thread
     */
    void sendAll(Sessions.Loaded loaded, boolean isClaimed) {
        try {
            Optional<Place> place = Optional.of(new Place(loaded, isClaimed));
            while (place.isPresent()) {
                place = next(place.get());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not send a reply of a survey now; runDue will try again", e);
        }
    }

    /**
     * How far a session is.
     *
     * @param isClaimed whether its first message is claimed for this thread
     */
    private record Place(Sessions.Loaded loaded, boolean isClaimed) {
        Unsent unsent() {
            return loaded.session().outbox().unsent();
        }

        Address person() {
            return loaded.session().respondent();
        }
    }

    /** Sends or claims one message, or finds out what came of it; empty if nothing is due, or somebody else is sending. */
    private Optional<Place> next(Place place) {
        Optional<UnsentMessage> first = place.unsent().first();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (place.isClaimed()) {
            return sendClaimed(place, first.get());
        }
        Instant now = engine.clock.instant();
        if (first.get().until().isAfter(now)) {
            return Optional.empty();
        }
        boolean isCrashed = first.get().isClaimed();
        Unsent changed = isCrashed
                ? afterCrash(place.loaded().session(), first.get())
                : place.unsent().withFirst(claimed(first.get(), now));
        return save(place.loaded(), changed)
                .map(saved -> new Place(saved, !isCrashed))
                .or(() -> engine.sessions
                        .find(place.person())
                        .map(changedMeanwhile -> new Place(changedMeanwhile, false)));
    }

    private Optional<Place> sendClaimed(Place place, UnsentMessage claim) {
        if (engine.clock.instant().isAfter(claim.until().minus(CLAIM.dividedBy(2)))) {
            LOG.log(Level.WARNING, "This process was suspended, so that another one can send the reply");
            return Optional.empty();
        }
        Channel channel = engine.channels.named(claim.channel());
        return send(channel, place.person(), claim).flatMap(result -> record(place, claim, result));
    }

    /** What is left to send after a message was claimed, but nobody recorded what came of it. */
    private Unsent afterCrash(SessionState session, UnsentMessage claimed) {
        Channel channel = engine.channels.named(claimed.channel());
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

    /** Sends a message; the result says what is left to send. Empty if it is not known whether it was sent. */
    private Optional<UnaryOperator<Unsent>> send(Channel channel, Address person, UnsentMessage claim) {
        try {
            String id = channel.send(person, claim.body());
            return Optional.of(unsent -> unsent.sent(id));
        } catch (OutboundException e) {
            if (e.reason() == Reason.UNKNOWN) {
                LOG.log(Level.WARNING, "It is not known whether a reply was sent; runDue will find out", e);
                return Optional.empty();
            }
            boolean isFinal = !REPEATABLE.contains(e.reason()) || claim.attempts() >= MOST_ATTEMPTS;
            LOG.log(Level.WARNING, isFinal ? "A reply can't be sent" : "A reply could not be sent now", e);
            Instant again = engine.clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << claim.attempts()));
            return Optional.of(isFinal ? Unsent::withoutFirst : unsent -> unsent.withFirst(claim.at(again)));
        }
    }

    /** Records what came of a message, in the session as it was saved last; if others have changed it, in what is stored now. */
    private Optional<Place> record(Place place, UnsentMessage claim, UnaryOperator<Unsent> result) {
        Optional<Place> recorded = tryToRecord(place.loaded(), result);
        return recorded.isPresent() ? recorded : recordInStored(place.person(), claim, result);
    }

    /** Records what came of a message; empty if the session does not have it any more. */
    private Optional<Place> recordInStored(Address person, UnsentMessage claim, UnaryOperator<Unsent> result) {
        List<Place> recorded = Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> now = engine.sessions
                    .find(person)
                    .filter(found -> found.session().outbox().unsent().first().equals(Optional.of(claim)));
            return now.isEmpty()
                    ? Retry.done(List.of())
                    : tryToRecord(now.get(), result).map(List::of);
        });
        return recorded.stream().findFirst();
    }

    /** Records what came of a message and claims the next one; empty if the session has changed. */
    private Optional<Place> tryToRecord(Sessions.Loaded loaded, UnaryOperator<Unsent> result) {
        Instant now = engine.clock.instant();
        Unsent left = result.apply(loaded.session().outbox().unsent());
        Optional<UnsentMessage> next = left.first()
                .filter(message -> !message.isClaimed() && !message.until().isAfter(now));
        Unsent unsent =
                next.map(message -> left.withFirst(claimed(message, now))).orElse(left);
        return save(loaded, unsent).map(saved -> new Place(saved, next.isPresent()));
    }

    private Optional<Sessions.Loaded> save(Sessions.Loaded loaded, Unsent unsent) {
        SessionState session = loaded.session();
        SessionState next = session.with(session.outbox().with(unsent));
        boolean isBusy = next.contact().claim().isPresent();
        return engine.sessions.saved(loaded, isBusy ? next : engine.schedule.schedule(next, engine.clock.instant()));
    }
}
