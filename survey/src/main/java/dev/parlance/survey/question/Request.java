package dev.parlance.survey.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks another server, or a function of the application, instead of a person. In {@code survey.json}:
 *
 * <pre>
 * {"id": "stock", "kind": "request", "url": "https://api.example.org/stock/{drink}"},
 * {"id": "left", "kind": "result", "of": "stock", "at": "/left", "type": "number"}
 * </pre>
 *
 * <p>Its answer is the {@link RequestOutcome}. The prompt {@code stock.failed} is said if that is {@code failed}; likewise for the
 * others. The application must allow the host.
 *
 * <p>If nobody waits for it, the person goes on at once. It is made after the reply, and repeated if that can help.
 *
 * @param timeout how long to wait for the reply, at most ten seconds
 * @param isAwaited whether the person waits for it
 * @param within how long it is repeated if nobody waits for it
 */
public record Request(
        QuestionSettings settings, RequestTarget target, Duration timeout, boolean isAwaited, Duration within)
        implements Automatic {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND =
            QuestionKind.of("request", RequestReader::read).schema("""
            {
              "url": {"type": "string", "examples": ["https://api.example.org/stock/{drink}"], "description": "The URL. Placeholders such as {drink} can follow the host."},
              "method": {"enum": ["GET", "POST", "PUT", "PATCH", "DELETE"], "default": "GET", "description": "The method of the HTTP request."},
              "body": {"type": ["object", "array", "string", "number", "boolean"], "description": "The JSON to send. Placeholders such as {drink} can be in its texts."},
              "secret": {"type": "string", "description": "The name of the secret that is sent as bearer token."},
              "idempotent": {"type": "boolean", "default": false, "description": "Whether the server does nothing twice for one Idempotency-Key."},
              "function": {"type": "string", "description": "The function of the application to call instead."},
              "timeout": {"$ref": "#/$defs/time", "description": "How long to wait, at most PT10S.", "default": "PT5S"},
              "wait": {"type": "boolean", "default": true, "description": "Whether the person waits for it. If not, it is made after the reply, and repeated if that can help."},
              "within": {"$ref": "#/$defs/time", "description": "How long it is repeated if nobody waits for it.", "default": "P1D"}
            }""").rules("""
            {
              "oneOf": [{"required": ["url"]}, {"required": ["function"]}],
              "dependentSchemas": {
                "body": {"required": ["method"], "properties": {"method": {"not": {"const": "GET"}}}},
                "function": {"properties": {"method": false, "body": false, "secret": false}},
                "within": {"required": ["wait"], "properties": {"wait": {"const": false}}}
              }
            }""");

    /** The longest time to wait for a reply. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    static final Duration USUAL = Duration.ofSeconds(5);
    static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_ATTEMPTS = 10;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * Looks something up with a GET request.
     *
     * @param template the URL, with placeholders
     */
    public static Request get(String id, String template) {
        return new Request(
                QuestionSettings.of(id),
                new RequestTarget.Http("GET", template, Optional.empty(), Optional.empty(), false),
                USUAL,
                true,
                DAY);
    }

    /**
     * Sends JSON with a POST request.
     *
     * @param template the URL, with placeholders
     * @param json the JSON, with placeholders
     */
    public static Request post(String id, String template, String json) {
        return new Request(
                QuestionSettings.of(id),
                new RequestTarget.Http("POST", template, Optional.of(json), Optional.empty(), false),
                USUAL,
                true,
                DAY);
    }

    /** Calls a function of the application. */
    public static Request function(String id, String name) {
        return new Request(QuestionSettings.of(id), new RequestTarget.Function(name, false), USUAL, true, DAY);
    }

    /** A copy that nobody waits for. It is repeated for a day, at most ten times, if that can help. */
    public Request withoutWaiting() {
        return new Request(settings, target, timeout, false, within);
    }

    /** A copy for a server or function that does nothing twice for the same key. It can always be repeated. */
    public Request idempotent() {
        return new Request(settings, target.idempotent(), timeout, isAwaited, within);
    }

    /** How often it is made at most if nobody waits for it: {@code "attempts"}. Default: ten times. */
    public int maxAttempts() {
        return settings.attempts().map(Attempts::max).orElse(MAX_ATTEMPTS);
    }

    static Object json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body of a request must be JSON", e);
        }
    }

    /** The key of the prompt for an outcome. */
    public String promptFor(RequestOutcome outcome) {
        return settings.prompt() + "." + outcome.word();
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Request withSettings(QuestionSettings newSettings) {
        return new Request(newSettings, target, timeout, isAwaited, within);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>(target.fields());
        if (!timeout.equals(USUAL)) {
            details.put("timeout", timeout.toString());
        }
        if (!isAwaited) {
            details.put("wait", false);
        }
        if (!within.equals(DAY)) {
            details.put("within", within.toString());
        }
        return details;
    }

    @Override
    public AnswerType answers() {
        return RequestOutcome.TYPE;
    }

    /** What is known of it already; a new request is not made here. */
    @Override
    public Optional<Value> answer(ConditionContext known) {
        return known.answer(id());
    }

    @Override
    public Set<String> questions() {
        return target.placeholders();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        if (target instanceof RequestTarget.Http http && !http.template().isEmpty()) {
            RequestUrl.problem(http.template()).ifPresent(what -> problems.add("url", what));
        }
        target.placeholders().stream()
                .filter(name -> !name.equals(RequestValues.RESPONDENT))
                .forEach(name -> references.checkPlaceholder("url", name));
    }
}
