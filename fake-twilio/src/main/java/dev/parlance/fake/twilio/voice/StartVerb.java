package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import java.util.Optional;

/** Starts and stops what runs beside a call's document: streams, SIPREC sessions, transcriptions, recordings. */
final class StartVerb {
    private StartVerb() {}

    static void start(Leg leg, Verb verb) {
        for (Verb noun : verb.children()) {
            Optional<CallPart.Kind> kind = kind(noun);
            if (kind.isPresent()) {
                String track = kind.get() == CallPart.Kind.STREAM ? "inbound_track" : "both_tracks";
                leg.telephony().parts().start(leg, kind.get(), PartSettings.of(leg, noun, track));
            } else {
                leg.world().log().add(Kind.CALL, leg.call().sid() + " " + noun + " is not supported by the test kit");
            }
        }
    }

    static void stop(Leg leg, Verb verb) {
        for (Verb noun : verb.children()) {
            kind(noun)
                    .flatMap(kind ->
                            leg.telephony().parts().named(kind, leg.call().sid(), noun.attribute("name", "")))
                    .ifPresent(leg.telephony().parts()::stop);
        }
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
