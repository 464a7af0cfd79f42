package dev.parlance.fake.twilio.rest;

import java.util.Map;
import java.util.TreeMap;

/** The types of events that the fake sends, each with its schema and the schema's version. */
final class EventTypes {
    static final String MESSAGE = "com.twilio.messaging.message.";
    static final String INBOUND = "com.twilio.messaging.inbound-message.received";
    static final String CALL = "com.twilio.voice.status-callback.call.";
    static final String ERROR = "com.twilio.error-logs.error.logged";

    private static final Map<String, String> SCHEMAS = new TreeMap<>(Map.ofEntries(
            Map.entry(MESSAGE + "sent", "Messaging.MessageStatus/7"),
            Map.entry(MESSAGE + "delivered", "Messaging.MessageStatus/7"),
            Map.entry(MESSAGE + "undelivered", "Messaging.MessageStatus/7"),
            Map.entry(MESSAGE + "failed", "Messaging.MessageStatus/7"),
            Map.entry(INBOUND, "Messaging.InboundMessageV1/6"),
            Map.entry(CALL + "initiated", "Voice.WebhookEvent/2"),
            Map.entry(CALL + "ringing", "Voice.WebhookEvent/2"),
            Map.entry(CALL + "answered", "Voice.WebhookEvent/2"),
            Map.entry(CALL + "completed", "Voice.WebhookEvent/2"),
            Map.entry(ERROR, "ErrorLogs.Error/1")));

    private EventTypes() {}

    static Map<String, String> all() {
        return SCHEMAS;
    }

    /** Whether an application can subscribe to a type. Twilio has more than the fake sends. */
    static boolean isKnown(String type) {
        return type.matches("com\\.twilio\\.[a-z0-9.-]+");
    }

    static String schema(String type) {
        return SCHEMAS.getOrDefault(type, "");
    }

    /** The newest version of a type's schema. */
    static int version(String type) {
        String version = schema(type).replaceFirst(".*/", "");
        return version.isEmpty() ? 1 : Integer.parseInt(version);
    }
}
