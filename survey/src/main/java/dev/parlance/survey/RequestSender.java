package dev.parlance.survey;

import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.session.Session;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;

/** Makes a request once: sends it, or calls a function of the application. */
final class RequestSender {
    private static final System.Logger LOG = System.getLogger(Surveys.class.getName());

    private final Requests requests;
    private final Map<String, RequestFunction> functions;

    RequestSender(SurveysBuilder settings) {
        this.requests = settings.requests;
        this.functions = Map.copyOf(settings.functions);
    }

    /**
     * Makes a request.
     *
     * @param question the name of the question
     * @param key the idempotency key
     * @param time how long to wait for a reply
     */
    RequestAttempt send(String question, RequestTarget target, Session session, String key, Duration time) {
        if (time.isZero()) {
            LOG.log(
                    Level.WARNING,
                    "The request \"{0}\" of a survey was not made, because those before it took too long",
                    question);
            return RequestAttempt.without(RequestOutcome.FAILED);
        }
        try {
            return sendTo(target, session, key, time).certain(target);
        } catch (RequestFailure e) {
            LOG.log(Level.WARNING, "The request \"{0}\" of a survey failed: {1}", question, e.getMessage());
            RequestOutcome outcome = e.mayBeDone() ? RequestOutcome.UNKNOWN : RequestOutcome.FAILED;
            return RequestAttempt.without(outcome).certain(target);
        }
    }

    private RequestAttempt sendTo(RequestTarget target, Session session, String key, Duration time) {
        if (target instanceof RequestTarget.Http http) {
            return requests.send(http, key, time);
        }
        String name = ((RequestTarget.Function) target).name();
        RequestFunction function = functions.get(name);
        if (function == null) {
            throw new RequestFailure("This application has no function \"" + name + "\"", false);
        }
        try {
            return RequestAttempt.of(function.call(session, key));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The function \"" + name + "\" failed", e);
            return RequestAttempt.without(RequestOutcome.UNKNOWN);
        }
    }
}
