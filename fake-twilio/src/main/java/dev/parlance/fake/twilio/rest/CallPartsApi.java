package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.CallPart.Kind;
import dev.parlance.fake.twilio.voice.CallParts;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.voice.PartSettings;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Streams, SIPREC sessions and transcriptions of calls in progress. */
final class CallPartsApi {
    private static final int MAX_PARAMETERS = 99;

    private final World world;
    private final Telephony telephony;

    CallPartsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        CallParts parts = telephony.parts();
        for (Kind kind : Kind.values()) {
            String path = "/2010-04-01/Accounts/{account_sid}/Calls/{call_sid}/" + kind.path();
            new Collection(
                            world,
                            routes,
                            parts.shelf(kind),
                            path,
                            Map.of("call_sid", world.owned().calls()))
                    .alsoKnownAs((name, exchange) ->
                            parts.named(kind, exchange.name("call_sid"), name).map(Resource::sid))
                    .posts(exchange -> start(kind, exchange))
                    .updates((part, exchange) -> parts.stop(part));
        }
    }

    private WebhookResponse start(Kind kind, Exchange exchange) {
        Leg leg = telephony
                .find(exchange.name("call_sid"))
                .filter(Leg::isInProgress)
                .orElseThrow(() -> ApiError.badRequest(21220, "Call is not in-progress. Cannot start " + kind.path()));
        Resource resource = telephony.parts().start(leg, kind, settings(kind, exchange));
        return Json.answer(200, resource.json());
    }

    private static PartSettings settings(Kind kind, Exchange exchange) {
        String track = kind == Kind.STREAM ? "inbound_track" : "both_tracks";
        return new PartSettings(
                exchange.form("Name"),
                exchange.form().nonEmpty("Track").orElse(track),
                exchange.form("Url"),
                parameters(exchange),
                options(exchange),
                callback(exchange));
    }

    /** The application's own parameters, in pairs. */
    private static Map<String, String> parameters(Exchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i <= MAX_PARAMETERS; i++) {
            String value = exchange.form("Parameter" + i + ".Value");
            exchange.form().nonEmpty("Parameter" + i + ".Name").ifPresent(name -> parameters.put(name, value));
        }
        return parameters;
    }

    /** The settings of a transcription, by their names in TwiML. */
    private static Map<String, String> options(Exchange exchange) {
        Map<String, String> options = new LinkedHashMap<>();
        Map.of(
                        "LanguageCode", "languageCode",
                        "PartialResults", "partialResults",
                        "InboundTrackLabel", "inboundTrackLabel",
                        "OutboundTrackLabel", "outboundTrackLabel")
                .forEach((parameter, option) ->
                        exchange.form().nonEmpty(parameter).ifPresent(value -> options.put(option, value)));
        return options;
    }

    /** The callback, whose parameter has one of two names. */
    private static StatusCallback callback(Exchange exchange) {
        String url = exchange.form().nonEmpty("StatusCallbackUrl").orElse(exchange.form("StatusCallback"));
        String method = exchange.form().nonEmpty("StatusCallbackMethod").orElse("POST");
        return StatusCallback.ofTheEnd(url, method);
    }
}
