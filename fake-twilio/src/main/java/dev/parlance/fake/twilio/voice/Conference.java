package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conference. Participants hear each other once one of them has started it. */
final class Conference {
    private static final int MAX_PARTICIPANTS = 250;

    private final World world;
    private final Resource resource;
    private final ConferenceEvents events;
    private final List<ConferenceVerb> participants = new ArrayList<>();
    private final Map<String, Leg> invited = new LinkedHashMap<>();
    private boolean started;
    private boolean over;
    private volatile Optional<DialRecording> recording = Optional.empty();

    Conference(World world, Resource resource) {
        this.world = world;
        this.resource = resource;
        this.events = new ConferenceEvents(world, resource);
    }

    Resource resource() {
        return resource;
    }

    ConferenceEvents events() {
        return events;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Those who are in the conference. */
    synchronized List<ConferenceVerb> participants() {
        return List.copyOf(participants);
    }

    /** The participant with this call, if they are in the conference. */
    Optional<ConferenceVerb> participant(String callSid) {
        return participants().stream()
                .filter(participant -> participant.leg().call().sid().equals(callSid))
                .findFirst();
    }

    /** Whether someone in the conference, or called to join it, has this label. */
    boolean hasLabel(String label, String exceptCallSid) {
        return world.owned().participants().with("conference_sid", resource.sid()).stream()
                .anyMatch(other -> other.is("label", label) && !other.is("call_sid", exceptCallSid));
    }

    boolean isFull(int max, String exceptCallSid) {
        return size(exceptCallSid) >= Math.min(max, MAX_PARTICIPANTS);
    }

    private synchronized int size(String exceptCallSid) {
        return participants.size() + invited.size() - (invited.containsKey(exceptCallSid) ? 1 : 0);
    }

    /** Expects someone who is being called. */
    void invite(Leg leg, Resource participant) {
        synchronized (this) {
            invited.put(leg.call().sid(), leg);
        }
        leg.onEnd(() -> notAnswered(leg, participant));
    }

    private void notAnswered(Leg leg, Resource participant) {
        synchronized (this) {
            if (invited.remove(leg.call().sid()) == null) {
                return;
            }
        }
        report(participant, Departure.NOT_ADDED, leg.call().text("status"));
        endIfEmpty(participant, Departure.NOT_ADDED);
    }

    /** Lets a participant in. Returns why not, as Twilio's debugger shows it; empty if they are in. */
    Optional<Alert> join(ConferenceVerb participant) {
        List<ConferenceVerb> others;
        boolean starts;
        synchronized (this) {
            Optional<Alert> refusal = ConferenceRules.refusal(this, participant);
            if (refusal.isPresent()) {
                return refusal;
            }
            others = List.copyOf(participants);
            participants.add(participant);
            world.owned().participants().add(participant.resource());
            invited.remove(participant.leg().call().sid());
            starts = !started
                    && participants.size() > 1
                    && participants.stream().anyMatch(each -> each.is("start_conference_on_enter"));
            started |= starts;
        }
        events.callback(participant.statusCallback());
        participant.resource().set("status", "connected");
        events.ofParticipant("join", "participant-join", participant.resource());
        if (starts) {
            start(participant, others);
        } else if (!isStarted()) {
            participant.playMusic();
        }
        String who = participant.leg().person();
        others.forEach(other -> other.notice(who + " joins the conference", participant.is("_beep_on_enter")));
        return Optional.empty();
    }

    private synchronized boolean isStarted() {
        return started && !over;
    }

    private void start(ConferenceVerb last, List<ConferenceVerb> others) {
        resource.set("status", "in-progress");
        world.owned().conferences().touch(resource);
        events.ofConference("start", "conference-start");
        List<ConferenceVerb> all = new ArrayList<>(others);
        all.add(last);
        recording = all.stream().flatMap(each -> each.recording().stream()).findFirst();
        recording.ifPresent(it -> it.start(Optional.of(resource)));
    }

    /** Lets a participant go, and ends the conference if it was the last or must not leave alone. */
    void leave(ConferenceVerb participant, Departure why) {
        List<ConferenceVerb> others;
        boolean ends = participant.is("end_conference_on_exit");
        synchronized (this) {
            if (!participants.remove(participant)) {
                return;
            }
            others = List.copyOf(participants);
        }
        report(participant, why);
        String who = participant.leg().person();
        others.forEach(other -> other.notice(who + " leaves the conference", participant.is("_beep_on_exit")));
        if (ends) {
            end(Departure.CONFERENCE_ENDED, why.ofModerator(), Optional.of(participant.resource()));
        } else {
            endIfEmpty(participant.resource(), why);
        }
    }

    private void report(ConferenceVerb participant, Departure why) {
        report(participant.resource(), why, participant.leg().call().text("status"));
    }

    private void report(Resource participant, Departure why, String callStatus) {
        world.owned().participants().remove(participant.sid());
        events.ofParticipant(
                "leave",
                "participant-leave",
                participant,
                "ParticipantCallStatus",
                callStatus,
                "ReasonParticipantLeft",
                why.reason());
    }

    private void endIfEmpty(Resource last, Departure why) {
        synchronized (this) {
            if (over || !participants.isEmpty() || !invited.isEmpty()) {
                return;
            }
        }
        end(why, why.ofLast(), Optional.of(last));
    }

    /** The account ends the conference. */
    void endByApi() {
        end(Departure.CONFERENCE_ENDED_BY_API, "conference-ended-via-api", Optional.empty());
    }

    private void end(Departure why, String reason, Optional<Resource> by) {
        List<ConferenceVerb> rest;
        List<Leg> called;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            rest = List.copyOf(participants);
            called = List.copyOf(invited.values());
            participants.clear();
        }
        rest.forEach(participant -> report(participant, why));
        called.forEach(leg -> leg.perform(() -> leg.end(leg.isAnswered() ? "completed" : "canceled")));
        resource.set("status", "completed").set("reason_conference_ended", reason);
        world.owned().conferences().touch(resource);
        List<String> more = new ArrayList<>(List.of("ReasonConferenceEnded", reason));
        by.ifPresent(last -> {
            resource.set("call_sid_ending_conference", last.text("call_sid"));
            more.addAll(List.of("CallSidEndingConference", last.text("call_sid")));
            last.filled("label").ifPresent(label -> more.addAll(List.of("ParticipantLabelEndingConference", label)));
        });
        events.ofConference("end", "conference-end", more.toArray(String[]::new));
        recording.ifPresent(DialRecording::end);
        rest.forEach(ConferenceVerb::conferenceEnded);
        world.owned().conferences().finish(resource);
    }

    /** A participant speaks, and those hear it who should. */
    void speak(ConferenceVerb speaker, String text) {
        if (!isStarted() || speaker.is("muted") || speaker.is("hold")) {
            return;
        }
        events.ofParticipant("speaker", "participant-speech-start", speaker.resource());
        for (ConferenceVerb other : participants()) {
            if (!other.equals(speaker) && !other.is("hold") && hears(other, speaker)) {
                BridgeSide.speak(speaker.leg(), other.leg(), text);
            }
        }
        events.ofParticipant("speaker", "participant-speech-stop", speaker.resource());
    }

    /** A coach is heard only by the person they coach. */
    private static boolean hears(ConferenceVerb listener, ConferenceVerb speaker) {
        return !speaker.is("coaching")
                || speaker.resource()
                        .is("call_sid_to_coach", listener.leg().call().sid());
    }
}
