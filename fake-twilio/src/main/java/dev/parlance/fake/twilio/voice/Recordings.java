package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The resources of recordings, and their status callbacks. */
final class Recordings {
    private Recordings() {}

    /** Creates a recording that has just started. */
    static Resource create(Leg leg, RecordingOrder order) {
        return leg.world().owned().recordings().add(blank(leg, order));
    }

    private static Resource blank(Leg leg, RecordingOrder order) {
        return leg.world()
                .owned()
                .recordings()
                .blank(Map.of(
                        "account_sid", leg.call().text("account_sid"),
                        "call_sid", leg.call().sid(),
                        "duration", "",
                        "source", order.source()))
                .set("channels", order.channels())
                .set("_track", order.track())
                .set("duration", (String) null)
                .set("status", "in-progress");
    }

    /** A recording that would have been made, had there been anything to record. */
    static Resource absent(Leg leg, RecordingOrder order) {
        return blank(leg, order).set("status", "absent");
    }

    /** Saves the sound of a recording that has ended. */
    static Resource complete(Leg leg, Resource recording, long seconds) {
        recording.set("duration", Long.toString(seconds)).set("status", "completed");
        leg.world().owned().recordings().touch(recording);
        leg.world().keep(recording.sid(), SilentSound.wav(seconds));
        leg.world().owned().recordings().finish(recording);
        return recording;
    }

    /** The URL of the audio, on the fake's server. */
    static String url(Leg leg, Resource recording) {
        return leg.world().apiUrl() + "/2010-04-01/Accounts/" + recording.text("account_sid") + "/Recordings/"
                + recording.sid();
    }

    /** The parameters of a recording's status callback. */
    static List<String> form(Leg leg, Resource recording) {
        List<String> form = new ArrayList<>(List.of(
                "AccountSid",
                recording.text("account_sid"),
                "CallSid",
                recording.text("call_sid"),
                "ErrorCode",
                "0",
                "RecordingChannels",
                recording.text("channels"),
                "RecordingSid",
                recording.sid(),
                "RecordingSource",
                recording.text("source"),
                "RecordingStartTime",
                recording.date("start_time").map(Dates.RFC_2822::write).orElse(""),
                "RecordingTrack",
                recording.text("_track")));
        recording
                .filled("duration")
                .ifPresent(seconds ->
                        form.addAll(List.of("RecordingDuration", seconds, "RecordingUrl", url(leg, recording))));
        return form;
    }

    /** Sends a recording's status callback. */
    static void notifyApplication(Leg leg, String url, String method, String status, List<String> form) {
        List<String> all = new ArrayList<>(form);
        all.addAll(List.of("RecordingStatus", status));
        Parameters parameters = Parameters.of(all.toArray(String[]::new));
        leg.world().background().later(() -> leg.form().send(url, method, parameters));
    }
}
