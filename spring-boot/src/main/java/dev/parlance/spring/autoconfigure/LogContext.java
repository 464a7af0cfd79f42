package dev.parlance.spring.autoconfigure;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** What each log line of this thread carries, until it is closed. */
final class LogContext implements AutoCloseable {
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

    private final Map<String, String> values;

    private LogContext(Map<String, String> values) {
        this.values = values;
        values.forEach(MDC::put);
    }

    /** The SID of the message or call that a webhook is about. */
    static LogContext of(WebhookRequest webhook) {
        Parameters sent = parameters(webhook);
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "messageSid", sent, "MessageSid");
        put(values, "callSid", sent, "CallSid");
        return new LogContext(values);
    }

    /** None for a malformed query or form: the handler refuses it. */
    private static Parameters parameters(WebhookRequest webhook) {
        try {
            return webhook.parameters();
        } catch (WebhookException e) {
            return Parameters.none();
        }
    }

    /** The survey, and the person's session by an id that does not reveal their number. */
    static LogContext of(String survey, String session) {
        return new LogContext(Map.of("survey", survey, "session", session));
    }

    private static void put(Map<String, String> values, String key, Parameters sent, String parameter) {
        sent.first(parameter).filter(sid -> SID.matcher(sid).matches()).ifPresent(sid -> values.put(key, sid));
    }

    @Override
    public void close() {
        values.keySet().forEach(MDC::remove);
    }
}
