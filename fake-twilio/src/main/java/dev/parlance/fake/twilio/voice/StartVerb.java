package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.util.Optional;

/** Starts and stops what runs beside a call's document: streams, SIPREC sessions, transcriptions, recordings. */
final class StartVerb {
    private static final String RECORDING = "Recording";

    private StartVerb() {}

    static void start(Leg leg, Verb verb) {
        for (Verb noun : verb.children()) {
            Optional<CallPart.Kind> kind = kind(noun);
            if (kind.isPresent()) {
                String track = kind.get() == CallPart.Kind.STREAM ? "inbound_track" : "both_tracks";
                leg.telephony().parts().start(leg, kind.get(), PartSettings.of(leg, noun, track));
            } else if (noun.name().equals(RECORDING)) {
                leg.record(recording(leg, noun));
            }
        }
    }

    static void stop(Leg leg, Verb verb) {
        for (Verb noun : verb.children()) {
            if (noun.name().equals(RECORDING)) {
                leg.telephony()
                        .recordings()
                        .current("call_sid", leg.call().sid())
                        .ifPresent(RunningRecording::stop);
            }
            kind(noun)
                    .flatMap(kind ->
                            leg.telephony().parts().named(kind, leg.call().sid(), noun.attribute("name", "")))
                    .ifPresent(leg.telephony().parts()::stop);
        }
    }

    private static RecordingOrder recording(Leg leg, Verb noun) {
        int channels = noun.attribute("channels", "mono").equals("dual") ? 2 : 1;
        String track = noun.attribute("track", "both");
        return new RecordingOrder(
                "StartCallRecordingTwiML",
                channels,
                track,
                noun.attribute("trim", "").equals(RecordingOrder.TRIM_SILENCE),
                DialRecording.callback(leg, noun));
    }

    private static Optional<CallPart.Kind> kind(Verb noun) {
        return switch (noun.name()) {
            case "Stream" -> Optional.of(CallPart.Kind.STREAM);
            case "Siprec" -> Optional.of(CallPart.Kind.SIPREC);
            case "Transcription" -> Optional.of(CallPart.Kind.TRANSCRIPTION);
            default -> Optional.empty();
        };
    }
}
