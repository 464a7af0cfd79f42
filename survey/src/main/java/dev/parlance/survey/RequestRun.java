package dev.parlance.survey;

import dev.parlance.survey.machine.PreparedRequest;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.state.RequestRecord;
import dev.parlance.survey.state.SessionState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the requests that turns need: claims each in the session, makes it, and records its result there. After a crash in
 * between, a request that may have been made is not repeated, unless that changes nothing.
 */
final class RequestRun {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    /** How long after its time-out a request must be over and recorded. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Engine engine;
    private final RequestSender sender;

    RequestRun(Engine engine, RequestSender sender) {
        this.engine = engine;
        this.sender = sender;
    }

    /**
     * Makes a request, if nobody else does. In any case, load the session again and repeat the turn.
     *
     * @param typing shown while the request is made
     */
    void make(
            Sessions.Loaded loaded,
            SessionState before,
            PreparedRequest request,
            Deadline deadline,
            TypingIndicator typing) {
        // A contact that waits to be made still waits after a crash.
        SessionState session = before.with(loaded.session().contact());
        Optional<RequestRecord> earlier = Optional.ofNullable(session.requests().get(request.key()))
                .filter(record -> record.outcome().isEmpty())
                .filter(record -> !request.target().isLookup() || record.hash().equals(request.hash()));
        if (earlier.isEmpty()) {
            Duration time = deadline.atMost(timeout(request));
            RequestRecord claim = RequestRecord.claim(
                    UUID.randomUUID().toString(),
                    request.hash(),
                    engine.clock.instant().plus(time).plus(MARGIN));
            claimAndSend(loaded, session, request, claim, time, typing);
            return;
        }
        if (hasChanged(loaded, earlier.get())) {
            return;
        }
        if (request.target().isRepeatable()) {
            Duration time = deadline.atMost(timeout(request));
            Instant until = engine.clock.instant().plus(time).plus(MARGIN);
            claimAndSend(loaded, session, request, earlier.get().until(until), time, typing);
            return;
        }
        LOG.log(
                Level.WARNING,
                "The request \"{0}\" of a survey may have been made when a process ended; it is not repeated",
                request.question());
        engine.sessions.save(loaded, recorded(session, request, RequestResult.without(RequestOutcome.UNKNOWN)));
    }

    /** A function can't be interrupted, so it has the longest time. */
    private static Duration timeout(PreparedRequest request) {
        return request.target() instanceof RequestTarget.Function ? Request.LONGEST : request.timeout();
    }

    /** Waits for the result of another turn; false if the process that ran it must have ended. */
    private boolean hasChanged(Sessions.Loaded loaded, RequestRecord claim) {
        Deadline longest = Deadline.in(Request.LONGEST.plus(MARGIN));
        while (engine.clock.instant().isBefore(claim.until()) && !longest.isOver()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            long version = engine.sessions
                    .find(loaded.session().respondent())
                    .map(found -> found.document().version())
                    .orElse(-1L);
            if (version != loaded.document().version()) {
                return true;
            }
        }
        return false;
    }

    private void claimAndSend(
            Sessions.Loaded loaded,
            SessionState session,
            PreparedRequest request,
            RequestRecord claim,
            Duration time,
            TypingIndicator typing) {
        if (!engine.sessions.save(loaded, session.with(request.key(), claim))) {
            return;
        }
        typing.start();
        RequestResult result = sender.send(request.question(), request.target(), request.session(), claim.id(), time)
                .result();
        typing.stop();
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> now = engine.sessions
                    .find(session.respondent())
                    .filter(found -> claim.equals(found.session().requests().get(request.key())));
            return now.isEmpty()
                            || engine.sessions.save(
                                    now.get(), recorded(now.get().session(), request, result))
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    private SessionState recorded(SessionState session, PreparedRequest request, RequestResult result) {
        return SessionState.of(
                SurveyMachine.withResult(engine.revisions.of(session.revision()), session, request, result));
    }
}
