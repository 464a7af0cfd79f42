package dev.parlance.fake.twilio.voice;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.util.Locale;
import java.util.Optional;

/** Changes a participant of a conference as a request to the API asks. */
final class ParticipantUpdate {
    private final Conference conference;
    private final Resource participant;
    private final Parameters form;

    ParticipantUpdate(Conference conference, Resource participant, Parameters form) {
        this.conference = conference;
        this.participant = participant;
        this.form = form;
    }

    void run() {
        modify();
        if (changes("Muted", "muted")) {
            report("mute", participant.is("muted", "true") ? "participant-mute" : "participant-unmute");
        }
        if (changes("Hold", "hold")) {
            boolean held = participant.is("hold", "true");
            report("hold", held ? "participant-hold" : "participant-unhold");
            conference.participant(participant.sid()).ifPresent(it -> setHold(it, held));
        }
    }

    private void setHold(ConferenceVerb joined, boolean held) {
        Leg leg = joined.leg();
        leg.world()
                .background()
                .later(() -> leg.perform(() -> {
                    if (held) {
                        joined.hold(hook("HoldUrl", "HoldMethod", "GET"));
                    } else {
                        leg.transcript().add(Transcript.Kind.CALL, "is no longer on hold");
                    }
                }));
    }

    private void modify() {
        boolean modified = changes("BeepOnExit", "_beep_on_exit");
        modified |= !participant.is("hold", "true") && changes("EndConferenceOnExit", "end_conference_on_exit");
        modified |= coach();
        Optional<Hook> music = hook("WaitUrl", "WaitMethod", "POST");
        music.ifPresent(hook -> conference.participant(participant.sid()).ifPresent(joined -> joined.waitWith(hook)));
        if (modified || music.isPresent()) {
            report("modify", "participant-modify");
        }
    }

    private boolean coach() {
        Optional<String> coached = form.nonEmpty("CallSidToCoach");
        coached.ifPresent(sid -> {
            if (conference.participant(sid).isEmpty()) {
                throw badRequest(20001, "The call to coach is not in the conference: " + sid);
            }
            participant.set("call_sid_to_coach", sid);
        });
        boolean wanted = flag("Coaching").orElse(coached.isPresent() || participant.is("coaching", "true"));
        if (wanted && participant.text("call_sid_to_coach").isEmpty()) {
            throw badRequest(20001, "CallSidToCoach is required for Coaching");
        }
        boolean changed = coached.isPresent() || wanted != participant.is("coaching", "true");
        participant.set("coaching", Boolean.toString(wanted));
        if (!wanted) {
            participant.set("call_sid_to_coach", (String) null);
        }
        return changed;
    }

    private Optional<Boolean> flag(String parameter) {
        return form.nonEmpty(parameter)
                .map(value -> value.toLowerCase(Locale.ROOT).equals("true"));
    }

    /** Sets a field to what the request says. Returns whether it had another value. */
    private boolean changes(String parameter, String field) {
        Optional<Boolean> wanted = flag(parameter);
        boolean changed = wanted.isPresent() && wanted.get() != participant.is(field, "true");
        wanted.ifPresent(value -> participant.set(field, value.toString()));
        return changed;
    }

    private Optional<Hook> hook(String url, String method, String usualMethod) {
        return form.nonEmpty(url).map(it -> Hook.of(it, form.nonEmpty(method).orElse(usualMethod)));
    }

    private void report(String event, String fullName) {
        conference.events().ofParticipant(event, fullName, participant);
    }
}
