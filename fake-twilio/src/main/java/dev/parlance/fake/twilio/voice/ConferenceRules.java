package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.log.Alert;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who cannot join a conference. */
final class ConferenceRules {
    static final int FULL = 16020;
    static final int COMPLETED = 16022;

    private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-f]{32}");
    private static final int MAX_LABEL = 128;

    private ConferenceRules() {}

    static boolean isLabel(String label) {
        return label.length() <= MAX_LABEL
                && !CALL_SID.matcher(label).matches()
                && !label.contains("/")
                && !label.contains("%2F");
    }

    /** Why a caller, whose document names the conference, can't join it. */
    static Optional<Alert> refusal(Conference conference, ConferenceVerb participant) {
        String name = conference.resource().text("friendly_name");
        String label = participant.resource().text("label");
        String callSid = participant.leg().call().sid();
        if (conference.isOver()) {
            return alert(COMPLETED, name + " does not exist or is completed");
        }
        if (!isLabel(label)) {
            return alert(16023, "Invalid participant label: " + label);
        }
        if (!label.isEmpty() && conference.hasLabel(label, callSid)) {
            return alert(16025, "Participant label is in use by another participant: " + label);
        }
        String coached = participant.resource().text("call_sid_to_coach");
        if (!coached.isEmpty() && conference.participant(coached).isEmpty()) {
            return alert(13240, "The call to coach is not in the conference: " + coached);
        }
        return conference.isFull(participant.maxParticipants(), callSid)
                ? alert(FULL, name + " is full")
                : Optional.empty();
    }

    private static Optional<Alert> alert(int code, String message) {
        return Optional.of(new Alert(code, "Dial->Conference: " + message));
    }
}
