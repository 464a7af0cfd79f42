package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The status callbacks of a conference. They go to the URL of the first participant who has one. */
final class ConferenceEvents {
    private final World world;
    private final Resource conference;
    private StatusCallback callback = StatusCallback.NONE;
    private int sent;

    ConferenceEvents(World world, Resource conference) {
        this.world = world;
        this.conference = conference;
    }

    /** Sets the callback, unless an earlier participant has set it. */
    synchronized void callback(StatusCallback ofParticipant) {
        if (callback.url().isEmpty()) {
            callback = ofParticipant;
        }
    }

    /** Something happens to the whole conference. */
    void ofConference(String event, String fullName, String... more) {
        send(event, fullName, List.of(more));
    }

    /** Something happens to a participant. */
    void ofParticipant(String event, String fullName, Resource participant, String... more) {
        List<String> form = new ArrayList<>(List.of(
                "CallSid", participant.text("call_sid"),
                "Coaching", participant.text("coaching"),
                "EndConferenceOnExit", participant.text("end_conference_on_exit"),
                "Hold", participant.text("hold"),
                "Muted", participant.text("muted"),
                "StartConferenceOnEnter", participant.text("start_conference_on_enter")));
        participant.filled("label").ifPresent(label -> form.addAll(List.of("ParticipantLabel", label)));
        form.addAll(Arrays.asList(more));
        send(event, fullName, form);
    }

    private synchronized void send(String event, String fullName, List<String> more) {
        if (callback.url().isEmpty() || !callback.events().contains(event)) {
            return;
        }
        StatusCallback target = callback;
        String account = conference.text("account_sid");
        List<String> form = new ArrayList<>(List.of(
                "AccountSid", account,
                "ConferenceSid", conference.sid(),
                "FriendlyName", conference.text("friendly_name"),
                "SequenceNumber", Integer.toString(++sent),
                "StatusCallbackEvent", fullName,
                "Timestamp", Dates.RFC_2822.write(world.clock().instant())));
        form.addAll(more);
        Parameters parameters = Parameters.of(form.toArray(String[]::new));
        world.background().later(() -> world.notifyApplication(account, target.url(), target.method(), parameters));
    }
}
