package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.CallPart;
import dev.parlance.fake.twilio.voice.CallPart.Kind;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Streams, SIPREC sessions and transcriptions of calls in progress. */
final class CallPartsApi {
    private final World world;
    private final Telephony telephony;
    private final Map<String, CallPart> parts = new ConcurrentHashMap<>();

    CallPartsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        for (Kind kind : Kind.values()) {
            Shelf shelf = world.owned().shelf(kind.path(), Template.of("call-part", kind.sidPrefix(), Dates.RFC_2822));
            world.owned().calls().onForget(call -> forget(shelf, call));
            String path = "/2010-04-01/Accounts/{account_sid}/Calls/{call_sid}/" + kind.path();
            new Collection(
                            world,
                            routes,
                            shelf,
                            path,
                            Map.of("call_sid", world.owned().calls()))
                    .alsoKnownAs((name, exchange) -> named(shelf, name, exchange))
                    .posts(exchange -> start(kind, shelf, exchange))
                    .updates((part, exchange) -> stop(part));
        }
    }

    private void forget(Shelf shelf, Resource call) {
        for (Resource part : shelf.with("call_sid", call.sid())) {
            parts.remove(part.sid());
            shelf.remove(part.sid());
        }
    }

    /** The part of a call with this name. */
    private static Optional<String> named(Shelf shelf, String name, Exchange exchange) {
        return shelf.first(part -> part.is("name", name) && part.is("call_sid", exchange.name("call_sid")))
                .map(Resource::sid);
    }

    private WebhookResponse start(Kind kind, Shelf shelf, Exchange exchange) {
        Leg leg = telephony
                .find(exchange.name("call_sid"))
                .filter(Leg::isInProgress)
                .orElseThrow(() -> ApiError.badRequest(21220, "Call is not in-progress. Cannot start " + kind.path()));
        Map<String, String> values = exchange.with("name", exchange.form("Name"), "path", kind.path());
        Resource resource = shelf.add(values);
        String language = exchange.form().nonEmpty("LanguageCode").orElse("en-US");
        parts.put(resource.sid(), CallPart.start(leg, kind, resource, callback(exchange), language));
        return Json.answer(200, resource.json());
    }

    /** The callback, whose parameter has one of two names. */
    private static StatusCallback callback(Exchange exchange) {
        String url = exchange.form().nonEmpty("StatusCallbackUrl").orElse(exchange.form("StatusCallback"));
        String method = exchange.form().nonEmpty("StatusCallbackMethod").orElse("POST");
        return StatusCallback.ofTheEnd(url, method);
    }

    private void stop(Resource resource) {
        Optional.ofNullable(parts.get(resource.sid())).ifPresent(CallPart::stop);
    }
}
