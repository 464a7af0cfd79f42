package dev.parlance.simulator.traffic;

import java.util.Set;

/** What a status callback reports: {@code delivered}, {@code completed} … */
final class CallbackEvent {
    private static final Set<String> INBOUND = Set.of("received", "receiving");

    private CallbackEvent() {}

    /** The event, or empty if the webhook asks what to do. */
    static String of(Exchange exchange) {
        String event = exchange.first("StatusCallbackEvent", "RecordingStatus", "TranscriptionStatus", "StreamEvent");
        if (!event.isEmpty()) {
            return event;
        }
        if (!exchange.first("CallbackSource").isEmpty()) {
            return exchange.first("CallStatus");
        }
        String message = exchange.first("MessageStatus");
        if (!message.isEmpty()) {
            return INBOUND.contains(message) ? "" : message;
        }
        return exchange.first("Body", "CallSid").isEmpty() ? exchange.first("EventType") : "";
    }
}
