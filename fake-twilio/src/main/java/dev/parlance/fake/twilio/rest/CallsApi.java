package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.OutgoingCall;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls and their recordings. */
final class CallsApi {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account_sid}";
    private static final int TIMEOUT = 60;

    private final World world;
    private final Telephony telephony;

    CallsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        Shelf calls = world.owned().calls();
        new Collection(world, routes, calls, ACCOUNT + "/Calls", Map.of())
                .filteredBy("To", "From", "Status", "ParentCallSid")
                .filteredBy((call, exchange) -> DateFilter.matches(call, "start_time", exchange, "StartTime"))
                .filteredBy((call, exchange) -> DateFilter.matches(call, "end_time", exchange, "EndTime"))
                .lists()
                .fetches()
                .creates(exchange -> telephony.place(order(exchange)))
                .updates(this::update)
                .deletes(this::checkDeletion);
        Shelf recordings = world.owned().recordings();
        new Collection(world, routes, recordings, ACCOUNT + "/Recordings", Map.of())
                .filteredBy("CallSid")
                .lists()
                .fetches()
                .deletes(deleted -> world.forget(deleted.sid()));
        new Collection(world, routes, recordings, ACCOUNT + "/Calls/{call_sid}/Recordings", Map.of("call_sid", calls))
                .without("media_url", "subresource_uris")
                .withNull("track")
                .lists()
                .fetches()
                .creates(this::record)
                .updates()
                .deletes(deleted -> world.forget(deleted.sid()));
        routes.get("/content" + ACCOUNT + "/Recordings/{sid}", this::sound);
    }

    /** Starts a recording. It has no sound of the call. */
    private Resource record(Exchange exchange) {
        return world.owned()
                .recordings()
                .add(exchange.with("duration", "0", "source", "StartCallRecordingAPI"))
                .set("status", "in-progress");
    }

    private OutgoingCall order(Exchange exchange) {
        Optional<Resource> application = exchange.form()
                .nonEmpty("ApplicationSid")
                .map(sid -> world.owned()
                        .applications()
                        .find(sid)
                        .orElseThrow(() -> ApiError.badRequest(21218, "Invalid ApplicationSid: " + sid)));
        return new OutgoingCall(
                exchange.account(),
                PhoneNumbers.normalized(exchange.form("To")),
                PhoneNumbers.normalized(exchange.form("From")),
                application.flatMap(resource -> Hook.in(resource, "voice")).or(() -> hook(exchange)),
                exchange.form("Twiml"),
                exchange.form("SendDigits"),
                timeout(exchange),
                exchange.form("MachineDetection").replace("Disable", ""),
                callback(exchange, "AsyncAmdStatusCallback"),
                exchange.form("Record").equals("true"),
                callback(exchange, "RecordingStatusCallback"),
                application.map(CallsApi::statusCallback).orElseGet(() -> statusCallback(exchange)));
    }

    private static Optional<Hook> hook(Exchange exchange) {
        return exchange.form()
                .nonEmpty("Url")
                .map(url -> new Hook(
                        url,
                        exchange.form().nonEmpty("Method").orElse("POST"),
                        exchange.form("FallbackUrl"),
                        exchange.form().nonEmpty("FallbackMethod").orElse("POST")));
    }

    private static int timeout(Exchange exchange) {
        String timeout = exchange.form("Timeout");
        return timeout.matches("\\d{1,3}") ? Integer.parseInt(timeout) : TIMEOUT;
    }

    private static StatusCallback statusCallback(Resource application) {
        return StatusCallback.ofTheEnd(application.text("status_callback"), application.text("status_callback_method"));
    }

    private static StatusCallback callback(Exchange exchange, String name) {
        String method = exchange.form().nonEmpty(name + "Method").orElse("POST");
        return StatusCallback.ofTheEnd(exchange.form(name), method);
    }

    private static StatusCallback statusCallback(Exchange exchange) {
        Set<String> events = exchange.all("StatusCallbackEvent").stream()
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+", -1)))
                .filter(event -> !event.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String url = exchange.form("StatusCallback");
        String method = exchange.form().nonEmpty("StatusCallbackMethod").orElse("POST");
        return events.isEmpty() ? StatusCallback.ofTheEnd(url, method) : new StatusCallback(url, method, events);
    }

    private void update(Resource call, Exchange exchange) {
        String status = exchange.form("Status");
        if (!status.isEmpty()) {
            telephony.end(call, status);
        } else if (exchange.has("Url") || exchange.has("Twiml")) {
            telephony.redirect(call, hook(exchange), exchange.form("Twiml"));
        }
    }

    private void checkDeletion(Resource call) {
        if (!telephony.leg(call).isOver()) {
            throw new ApiError(409, 20009, "Cannot delete this resource before it is complete");
        }
    }

    private WebhookResponse sound(WebhookRequest request) {
        String sid = request.pathVariable("sid");
        return world.content(sid)
                .map(sound -> WebhookResponse.bytes("audio/x-wav", sound))
                .orElseThrow(() -> ApiError.notFound(request.path()));
    }
}
