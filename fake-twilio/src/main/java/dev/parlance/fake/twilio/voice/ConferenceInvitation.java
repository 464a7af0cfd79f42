package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.webhook.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of a participant whom the API adds to a conference. */
final class ConferenceInvitation {
    /** Parameters of the API, and the attributes of TwiML that do the same. */
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("Label", "participantLabel"),
            Map.entry("Muted", "muted"),
            Map.entry("Beep", "beep"),
            Map.entry("StartConferenceOnEnter", "startConferenceOnEnter"),
            Map.entry("EndConferenceOnExit", "endConferenceOnExit"),
            Map.entry("WaitUrl", "waitUrl"),
            Map.entry("WaitMethod", "waitMethod"),
            Map.entry("MaxParticipants", "maxParticipants"),
            Map.entry("ConferenceRecord", "record"),
            Map.entry("ConferenceTrim", "trim"),
            Map.entry("ConferenceStatusCallback", "statusCallback"),
            Map.entry("ConferenceStatusCallbackMethod", "statusCallbackMethod"),
            Map.entry("ConferenceStatusCallbackEvent", "statusCallbackEvent"),
            Map.entry("ConferenceRecordingStatusCallback", "recordingStatusCallback"),
            Map.entry("ConferenceRecordingStatusCallbackMethod", "recordingStatusCallbackMethod"),
            Map.entry("ConferenceRecordingStatusCallbackEvent", "recordingStatusCallbackEvent"));

    private final Verb settings;

    ConferenceInvitation(String name, Parameters form) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("statusCallbackEvent", "start end"));
        ATTRIBUTES.forEach((parameter, attribute) -> {
            List<String> values = form.all(parameter);
            if (!values.isEmpty() && (parameter.equals("WaitUrl") || !values.contains(""))) {
                attributes.put(attribute, String.join(" ", values));
            }
        });
        boolean coaches = !form.first("Coaching").orElse("true").equals("false");
        form.nonEmpty("CallSidToCoach").filter(sid -> coaches).ifPresent(sid -> attributes.put("coach", sid));
        settings = new Verb("Conference", attributes, List.of(), name, name);
    }

    Verb settings() {
        return settings;
    }

    int maxParticipants() {
        return settings.number("maxParticipants", Integer.MAX_VALUE);
    }

    /** Lets the called person join. */
    void begin(Leg leg) {
        Verb dial = new Verb("Dial", Map.of(), List.of(settings), "", "");
        leg.restart(new Document(new Verb("Response", Map.of(), List.of(dial), "", ""), ""));
    }
}
