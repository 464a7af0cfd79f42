package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A conference. Participants hear each other once one of them has started it. */
final class Conference {
    private final String sid;
    private final String name;
    private final World world;
    private final List<ConferenceVerb> participants = new ArrayList<>();
    private boolean started;
    private int events;

    Conference(String sid, String name, World world) {
        this.sid = sid;
        this.name = name;
        this.world = world;
    }

    void join(ConferenceVerb participant) {
        List<ConferenceVerb> others;
        boolean starts;
        synchronized (this) {
            others = List.copyOf(participants);
            participants.add(participant);
            starts = !started
                    && participants.size() > 1
                    && participants.stream().anyMatch(each -> each.settings().flag("startConferenceOnEnter", true));
            started |= starts;
        }
        sendEvent(participant, "join", "participant-join");
        if (starts) {
            sendEvent(participant, "start", "conference-start");
        }
        if (others.isEmpty()) {
            String music = participant.settings().attribute("waitUrl", "hold music");
            participant.leg().transcript().add(Transcript.Kind.PLAYED, music);
        }
        String who = participant.leg().person();
        others.forEach(other -> other.leg().transcript().add(Transcript.Kind.OTHER, who + " joins the conference"));
    }

    void leave(ConferenceVerb participant) {
        List<ConferenceVerb> others;
        boolean ends = participant.settings().flag("endConferenceOnExit", false);
        synchronized (this) {
            if (!participants.remove(participant)) {
                return;
            }
            others = List.copyOf(participants);
            if (ends) {
                participants.clear();
            }
            started &= !participants.isEmpty();
        }
        sendEvent(participant, "leave", "participant-leave");
        if (ends || others.isEmpty()) {
            sendEvent(participant, "end", "conference-end");
        }
        String who = participant.leg().person();
        others.forEach(other -> other.leg().transcript().add(Transcript.Kind.OTHER, who + " leaves the conference"));
        if (ends) {
            others.forEach(ConferenceVerb::conferenceEnded);
        }
    }

    void speak(ConferenceVerb speaker, String text) {
        List<ConferenceVerb> others;
        synchronized (this) {
            others = started ? List.copyOf(participants) : List.of();
        }
        for (ConferenceVerb other : others) {
            if (!other.equals(speaker)) {
                BridgeSide.speak(speaker.leg(), other.leg(), text);
            }
        }
    }

    private void sendEvent(ConferenceVerb participant, String event, String fullEventName) {
        Verb settings = participant.settings();
        String url = participant.statusCallback();
        String wanted = settings.attribute("statusCallbackEvent", "");
        if (url.isEmpty() || !Arrays.asList(wanted.strip().split("\\s+", -1)).contains(event)) {
            return;
        }
        int number;
        synchronized (this) {
            number = ++events;
        }
        Leg leg = participant.leg();
        Parameters parameters = Parameters.of(
                "AccountSid", leg.call().text("account_sid"),
                "CallSid", leg.call().sid(),
                "Coaching", "false",
                "ConferenceSid", sid,
                "EndConferenceOnExit", settings.attribute("endConferenceOnExit", "false"),
                "FriendlyName", name,
                "Hold", "false",
                "Muted", settings.attribute("muted", "false"),
                "SequenceNumber", Integer.toString(number),
                "StartConferenceOnEnter", settings.attribute("startConferenceOnEnter", "true"),
                "StatusCallbackEvent", fullEventName,
                "Timestamp", Dates.RFC_2822.write(world.clock().instant()));
        world.background().later(() -> leg.form().send(url, settings.method("statusCallbackMethod"), parameters));
    }
}
