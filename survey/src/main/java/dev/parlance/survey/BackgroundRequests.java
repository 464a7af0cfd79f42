package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.state.BackgroundRequest;
import dev.parlance.survey.state.RequestRecord;
import dev.parlance.survey.state.SessionState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes the requests that nobody waits for: claims each in the session, makes it, and records its result there, or when it is made
 * again. After a crash in between it is made again with the same idempotency key, or not at all if that could do something twice.
 */
final class BackgroundRequests {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());
    /** How long after its time-out an attempt must be over, even if the clocks of two machines differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** A function can't be interrupted. */
    private static final Duration LONGEST_FUNCTION = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Engine engine;
    private final RequestSender sender;
    private final Executor executor;

    BackgroundRequests(Engine engine, RequestSender sender, Executor executor) {
        this.engine = engine;
        this.sender = sender;
        this.executor = executor;
    }

    /** Makes a session's requests soon, if there are any. If the executor refuses, {@code runDue} does it. */
    void start(SessionState session) {
        if (due(session).isEmpty()) {
            return;
        }
        Address person = session.respondent();
        try {
            executor.execute(() -> tryToMake(person));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The executor for requests is full or closed; runDue will make the request", e);
        }
    }

    private void tryToMake(Address person) {
        try {
            boolean isMade;
            do {
                isMade = makeNext(person);
            } while (isMade);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Could not make a request of a survey now; runDue will try again", e);
        }
    }

    /** Makes one request that is due; false if nothing is due, or somebody else makes it. */
    boolean makeNext(Address person) {
        Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
        // A contact that is being made can still fail, and then the survey has not come to the request.
        return loaded.filter(found -> found.session().contact().claim().isEmpty())
                .flatMap(found -> due(found.session()).map(due -> make(found, due.getKey(), due.getValue())))
                .orElse(false);
    }

    /** The request that has been due for the longest time. */
    private Optional<Map.Entry<String, RequestRecord>> due(SessionState session) {
        Instant now = engine.clock.instant();
        return session.requests().entrySet().stream()
                .filter(request -> request.getValue()
                        .due()
                        .filter(time -> !time.isAfter(now))
                        .isPresent())
                .min(Map.Entry.comparingByValue((first, second) -> first.until().compareTo(second.until())));
    }

    private boolean make(Sessions.Loaded loaded, String key, RequestRecord due) {
        BackgroundRequest request = due.background().orElseThrow();
        Limits limits = limits(loaded.session(), key);
        boolean isInterrupted = request.isClaimed();
        boolean isLast = isInterrupted && request.attempts() >= limits.attempts();
        if (isInterrupted && (isLast || !request.target().isRepeatable())) {
            LOG.log(
                    Level.WARNING,
                    "The request \"{0}\" of a survey may have been made when a process ended; it is not repeated",
                    key);
            RequestResult unknown = RequestAttempt.without(RequestOutcome.UNKNOWN)
                    .certain(request.target())
                    .result();
            return save(loaded, finished(loaded.session(), key, unknown));
        }
        Duration time = request.target() instanceof RequestTarget.Function ? LONGEST_FUNCTION : limits.timeout();
        Instant until = engine.clock.instant().plus(time).plus(MARGIN);
        RequestRecord claim = due.claimed(UUID.randomUUID().toString(), until);
        if (!save(loaded, loaded.session().with(key, claim))) {
            return false;
        }
        if (engine.clock.instant().isAfter(until.minus(time))) {
            LOG.log(Level.WARNING, "This process was suspended, so that another one can make the request \"{0}\"", key);
            return false;
        }
        RequestAttempt attempt = sender.send(key, request.target(), loaded.session(), claim.id(), time);
        record(loaded.session().respondent(), claim, attempt);
        return true;
    }

    /** Records what came of an attempt, unless the session has forgotten it. */
    private void record(Address person, RequestRecord claim, RequestAttempt attempt) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> now = engine.sessions
                    .find(person)
                    .filter(found -> found.session().requests().containsValue(claim));
            return now.isEmpty() || save(now.get(), after(now.get().session(), claim, attempt))
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    private SessionState after(SessionState session, RequestRecord claim, RequestAttempt attempt) {
        String key = keyOf(session, claim);
        Optional<Instant> again = nextAttempt(session, key, claim, attempt);
        if (again.isPresent()) {
            return session.with(key, claim.againAt(again.get()));
        }
        if (attempt.result().outcome() != RequestOutcome.OK) {
            LOG.log(Level.WARNING, "The request \"{0}\" of a survey ended without success: {1}", key, attempt.result());
        }
        return finished(session, key, attempt.result());
    }

    /** The name of a claimed request. It changes if another run starts meanwhile. */
    private static String keyOf(SessionState session, RequestRecord claim) {
        return session.requests().entrySet().stream()
                .filter(request -> request.getValue().equals(claim))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** When it is made again; empty if that can't help, or it has been tried enough. */
    private Optional<Instant> nextAttempt(
            SessionState session, String key, RequestRecord claim, RequestAttempt attempt) {
        BackgroundRequest request = claim.background().orElseThrow();
        Limits limits = limits(session, key);
        if (!attempt.canBeRepeated(request.target()) || request.attempts() >= limits.attempts()) {
            return Optional.empty();
        }
        Instant now = engine.clock.instant();
        Duration asked =
                attempt.retryAfter().map(header -> RetryAfter.in(header, now)).orElse(Duration.ZERO);
        Duration pause = pause(request.attempts());
        Instant again = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
        return Optional.of(again).filter(time -> !time.isAfter(request.since().plus(limits.within())));
    }

    /** Doubles with each attempt, of which at least half is waited. */
    private static Duration pause(int attempts) {
        Duration bound = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        long millis = (bound.compareTo(LONGEST_PAUSE) < 0 ? bound : LONGEST_PAUSE).toMillis();
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2));
    }

    private SessionState finished(SessionState session, String key, RequestResult result) {
        Survey survey = engine.revisions.of(session.revision());
        return SessionState.of(SurveyMachine.withBackgroundResult(survey, session, key, result, engine.clock.instant())
                .session());
    }

    private boolean save(Sessions.Loaded loaded, SessionState session) {
        SessionState trimmed = engine.publisher.withoutUnwantedEvents(session);
        boolean isBusy = trimmed.contact().claim().isPresent();
        SessionState next = isBusy ? trimmed : engine.schedule.schedule(trimmed, engine.clock.instant());
        if (!engine.sessions.save(loaded, next)) {
            return false;
        }
        if (!next.outbox().events().isEmpty()) {
            engine.publish(next.respondent());
        }
        return true;
    }

    /**
     * How long and how often a request is made.
     *
     * @param timeout how long to wait for a reply
     * @param attempts how often at most
     * @param within how long after the survey came to it
     */
    private record Limits(Duration timeout, int attempts, Duration within) {
        static Limits of(Request request) {
            return new Limits(request.timeout(), request.maxAttempts(), request.within());
        }
    }

    /** The limits in the survey. Usual ones if the survey does not have the request any more. */
    private Limits limits(SessionState session, String key) {
        String question = Group.questionOf(SessionState.withoutRun(key));
        return engine.revisions
                .of(session.revision())
                .question(question)
                .filter(Request.class::isInstance)
                .map(found -> Limits.of((Request) found))
                .orElseGet(() -> Limits.of(Request.function(question, question)));
    }
}
