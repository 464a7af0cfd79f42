package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import java.util.Map;

/** The attributes of a Conference, which a participant brings along. */
final class ParticipantSettings {
    private ParticipantSettings() {}

    /** The participant as the API shows them: the one that was invited, or a new one. */
    static Resource resource(Leg leg, Conference conference, Verb settings) {
        Shelf participants = leg.world().owned().participants();
        String conferenceSid = conference.resource().sid();
        return participants
                .find(leg.call().sid())
                .filter(invited -> invited.is("conference_sid", conferenceSid))
                .orElseGet(() -> create(leg, conferenceSid, settings));
    }

    private static Resource create(Leg leg, String conferenceSid, Verb settings) {
        String beep = settings.attribute("beep", "true");
        Resource participant = leg.world()
                .owned()
                .participants()
                .blank(Map.of(
                        "sid", leg.call().sid(),
                        "account_sid", leg.call().text("account_sid"),
                        "conference_sid", conferenceSid));
        participant
                .set("_beep_on_enter", Boolean.toString(beep.equals("true") || beep.equals("onEnter")))
                .set("_beep_on_exit", Boolean.toString(beep.equals("true") || beep.equals("onExit")))
                .set("end_conference_on_exit", Boolean.toString(settings.flag("endConferenceOnExit", false)))
                .set("muted", Boolean.toString(settings.flag("muted", false)))
                .set("start_conference_on_enter", Boolean.toString(settings.flag("startConferenceOnEnter", true)));
        settings.attribute("participantLabel").ifPresent(label -> participant.set("label", label));
        settings.attribute("coach")
                .ifPresent(
                        callSid -> participant.set("call_sid_to_coach", callSid).set("coaching", "true"));
        return participant;
    }

    static StatusCallback statusCallback(Leg leg, Verb settings) {
        return new StatusCallback(
                settings.attribute("statusCallback").map(leg::absolute).orElse(""),
                settings.method("statusCallbackMethod"),
                StatusCallback.events(settings.attribute("statusCallbackEvent", "")));
    }
}
