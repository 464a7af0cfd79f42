package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A conference. Participants hear each other once one of them has started it. */
final class Conference {
    private static final int MAX_PARTICIPANTS = 250;

    private final String sid;
    private final String name;
    private final World world;
    private final List<ConferenceVerb> participants = new ArrayList<>();
    private boolean started;
    private volatile Instant since = Instant.EPOCH;
    private volatile Optional<DialRecording> recording = Optional.empty();
    private int events;

    Conference(String sid, String name, World world) {
        this.sid = sid;
        this.name = name;
        this.world = world;
    }

    String sid() {
        return sid;
    }

    /** Lets a participant in. Returns whether there was a place. */
    boolean join(ConferenceVerb participant) {
        List<ConferenceVerb> others;
        boolean starts;
        synchronized (this) {
            if (participants.size() >= participant.settings().number("maxParticipants", MAX_PARTICIPANTS)) {
                return false;
            }
            others = List.copyOf(participants);
            participants.add(participant);
            starts = !started
                    && participants.size() > 1
                    && participants.stream().anyMatch(each -> each.settings().flag("startConferenceOnEnter", true));
            started |= starts;
        }
        sendEvent(participant, "join", "participant-join");
        if (starts) {
            start(participant, others);
        } else if (!isStarted()) {
            participant.playMusic();
        }
        String who = participant.leg().person();
        others.forEach(other -> other.leg().transcript().add(Transcript.Kind.OTHER, who + " joins the conference"));
        return true;
    }

    private synchronized boolean isStarted() {
        return started;
    }

    private void start(ConferenceVerb last, List<ConferenceVerb> others) {
        sendEvent(last, "start", "conference-start");
        since = world.clock().instant();
        recording = Stream.concat(others.stream(), Stream.of(last))
                .flatMap(each -> each.recording().stream())
                .findFirst();
        recording.ifPresent(DialRecording::start);
    }

    /**
     * Lets a participant go, and ends the conference if it was the last or must not leave alone.
     *
     * @param reason why they leave, as Twilio names it
     */
    void leave(ConferenceVerb participant, String reason) {
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
        sendEvent(participant, "leave", "participant-leave", "ReasonParticipantLeft", reason);
        if (ends) {
            others.forEach(other ->
                    sendEvent(other, "leave", "participant-leave", "ReasonParticipantLeft", "conference_ended"));
        }
        if (ends || others.isEmpty()) {
            end(
                    participant,
                    others.isEmpty() ? "last-participant-left" : "participant-with-end-conference-on-exit-left");
        }
        String who = participant.leg().person();
        others.forEach(other -> other.leg().transcript().add(Transcript.Kind.OTHER, who + " leaves the conference"));
        if (ends) {
            others.forEach(ConferenceVerb::conferenceEnded);
        }
    }

    private void end(ConferenceVerb last, String reason) {
        sendEvent(
                last,
                "end",
                "conference-end",
                "CallSidEndingConference",
                last.leg().call().sid(),
                "ReasonConferenceEnded",
                reason);
        Duration duration = Duration.between(since, world.clock().instant());
        recording.ifPresent(it -> it.end(duration.toSeconds()));
        recording = Optional.empty();
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

    private void sendEvent(ConferenceVerb participant, String event, String fullEventName, String... more) {
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
        List<String> form = new ArrayList<>(List.of(
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
                "Timestamp", Dates.RFC_2822.write(world.clock().instant())));
        form.addAll(Arrays.asList(more));
        Parameters parameters = Parameters.of(form.toArray(String[]::new));
        world.background().later(() -> leg.form().send(url, settings.method("statusCallbackMethod"), parameters));
    }
}
