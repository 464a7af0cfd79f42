package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.OutgoingCall;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.voice.RecordingOrder;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads requests for calls. */
final class CallOrders {
    private static final int TIMEOUT = 60;

    private CallOrders() {}

    static OutgoingCall call(World world, Exchange exchange) {
        Optional<Resource> application = exchange.form()
                .nonEmpty("ApplicationSid")
                .map(sid -> world.owned()
                        .applications()
                        .find(sid)
                        .orElseThrow(() -> ApiError.badRequest(21218, "Invalid ApplicationSid: " + sid)));
        return order(
                exchange,
                application.flatMap(resource -> Hook.in(resource, "voice")).or(() -> hook(exchange)),
                exchange.form("Twiml"),
                callback(exchange, "AsyncAmdStatusCallback"),
                application.map(CallOrders::statusCallback).orElseGet(() -> events(exchange, "StatusCallback")));
    }

    /** The call to someone who is added to a conference. */
    static OutgoingCall participant(Exchange exchange) {
        return order(
                exchange,
                Optional.empty(),
                "",
                callback(exchange, "AmdStatusCallback"),
                events(exchange, "StatusCallback"));
    }

    private static OutgoingCall order(
            Exchange exchange,
            Optional<Hook> hook,
            String twiml,
            StatusCallback detection,
            StatusCallback statusCallback) {
        return new OutgoingCall(
                exchange.account(),
                PhoneNumbers.normalized(exchange.form("To")),
                PhoneNumbers.normalized(exchange.form("From")),
                hook,
                twiml,
                exchange.form("SendDigits"),
                number(exchange, "Timeout").orElse(TIMEOUT),
                exchange.form("MachineDetection").replace("Disable", ""),
                detection,
                exchange.form("Record").equals("true")
                        ? Optional.of(recording(exchange, "OutboundAPI"))
                        : Optional.empty(),
                number(exchange, "TimeLimit"),
                statusCallback);
    }

    /** A recording of a call, by the request's parameters. */
    static RecordingOrder recording(Exchange exchange, String source) {
        return new RecordingOrder(
                source,
                exchange.form("RecordingChannels").equals("dual") ? 2 : 1,
                exchange.form().nonEmpty("RecordingTrack").orElse("both"),
                exchange.form("Trim").equals(RecordingOrder.TRIM_SILENCE),
                events(exchange, "RecordingStatusCallback"));
    }

    static Optional<Hook> hook(Exchange exchange) {
        return exchange.form()
                .nonEmpty("Url")
                .map(url -> new Hook(
                        url,
                        exchange.form().nonEmpty("Method").orElse("POST"),
                        exchange.form("FallbackUrl"),
                        exchange.form().nonEmpty("FallbackMethod").orElse("POST")));
    }

    static Optional<Integer> number(Exchange exchange, String name) {
        return exchange.form()
                .nonEmpty(name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static StatusCallback statusCallback(Resource application) {
        return StatusCallback.ofTheEnd(application.text("status_callback"), application.text("status_callback_method"));
    }

    private static StatusCallback callback(Exchange exchange, String name) {
        String method = exchange.form().nonEmpty(name + "Method").orElse("POST");
        return StatusCallback.ofTheEnd(exchange.form(name), method);
    }

    /** A callback and its events, which may be repeated or in a list with spaces. Default: {@code completed}. */
    static StatusCallback events(Exchange exchange, String name) {
        Set<String> events = exchange.all(name + "Event").stream()
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+", -1)))
                .filter(event -> !event.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String url = exchange.form(name);
        String method = exchange.form().nonEmpty(name + "Method").orElse("POST");
        return url.isEmpty()
                ? StatusCallback.NONE
                : new StatusCallback(url, method, events.isEmpty() ? Set.of("completed") : events);
    }
}
