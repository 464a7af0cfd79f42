package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.RunningRecording;
import dev.parlance.fake.twilio.voice.SilentSound;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import java.util.Optional;

/** Recordings of calls and conferences, and their transcriptions. */
final class RecordingsApi {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account_sid}";
    private static final String CURRENT = "Twilio.CURRENT";

    private final World world;
    private final Telephony telephony;

    RecordingsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        Shelf recordings = world.owned().recordings();
        new Collection(world, routes, recordings, ACCOUNT + "/Recordings", Map.of())
                .filteredBy("CallSid", "ConferenceSid")
                .filteredByDate("date_created", "DateCreated")
                .lists()
                .fetches()
                .deletes(this::forget);
        below(routes, "Calls", "call_sid", world.owned().calls())
                .with(RecordingsApi::showTrack)
                .creates(this::record)
                .updates(this::update);
        below(routes, "Conferences", "conference_sid", world.owned().conferences())
                .updates(this::update);
        routes.get("/content" + ACCOUNT + "/Recordings/{sid}", this::sound);
        Shelf transcriptions = world.owned().transcriptions();
        new Collection(world, routes, transcriptions, ACCOUNT + "/Transcriptions", Map.of())
                .lists()
                .fetches()
                .deletes();
        new Collection(
                        world,
                        routes,
                        transcriptions,
                        ACCOUNT + "/Recordings/{recording_sid}/Transcriptions",
                        Map.of("recording_sid", recordings))
                .lists()
                .fetches()
                .deletes();
    }

    /** The recordings of one call or conference. */
    private Collection below(Routes routes, String parents, String name, Shelf shelf) {
        String path = ACCOUNT + "/" + parents + "/{" + name + "}/Recordings";
        return new Collection(world, routes, world.owned().recordings(), path, Map.of(name, shelf))
                .without("media_url", "subresource_uris")
                .alsoKnownAs((key, exchange) -> Optional.of(key)
                        .filter(CURRENT::equals)
                        .flatMap(any -> telephony.recordings().current(name, exchange.name(name)))
                        .map(recording -> recording.resource().sid()))
                .filteredByDate("date_created", "DateCreated")
                .lists()
                .fetches()
                .deletes(this::forget);
    }

    private static void showTrack(Resource recording, ObjectNode json) {
        json.put("track", recording.filled("_track").orElse(null));
    }

    /** Starts to record a call. A call that is recorded already goes on with that recording. */
    private Resource record(Exchange exchange) {
        String callSid = exchange.name("call_sid");
        Leg leg = telephony
                .find(callSid)
                .filter(Leg::isRecordable)
                .orElseThrow(() -> ApiError.badRequest(21220, "Requested resource is not eligible for recording"));
        return telephony
                .recordings()
                .current("call_sid", callSid)
                .filter(running -> running.resource().is("source", "StartCallRecordingAPI"))
                .orElseGet(() -> leg.record(CallOrders.recording(exchange, "StartCallRecordingAPI")))
                .resource();
    }

    private void update(Resource recording, Exchange exchange) {
        RunningRecording running = telephony
                .recordings()
                .find(recording.sid())
                .orElseThrow(() -> ApiError.badRequest(
                        21220, "Unable to update record. Recording is " + recording.text("status") + "."));
        switch (exchange.form("Status")) {
            case "paused" -> running.pause(exchange.form("PauseBehavior").equals("skip"));
            case "in-progress" -> running.resume();
            case "stopped" -> running.stop();
            default -> throw ApiError.badRequest(20001, "Status must be paused, in-progress or stopped");
        }
    }

    private void forget(Resource recording) {
        world.forget(recording.sid());
    }

    private WebhookResponse sound(WebhookRequest request) {
        String[] file = request.pathVariable("sid").split("\\.", 2);
        byte[] sound = world.content(file[0]).orElseThrow(() -> ApiError.notFound(request.path()));
        if (file.length == 1 || file[1].equals("wav")) {
            return WebhookResponse.bytes("audio/x-wav", sound);
        }
        String seconds = world.owned()
                .recordings()
                .find(file[0])
                .flatMap(recording -> recording.filled("duration"))
                .orElse("0");
        return WebhookResponse.bytes("audio/mpeg", SilentSound.mp3(Long.parseLong(seconds)));
    }
}
