package dev.parlance.fake.twilio.voice;

/** Why a participant leaves a conference. */
enum Departure {
    HUNG_UP("participant_hung_up"),
    /** The call is redirected, or goes on with its document. */
    UPDATED("participant_updated_via_api"),
    /** The participant is removed by the API. */
    KICKED("participant_updated_via_api"),
    /** Another participant has ended the conference. */
    CONFERENCE_ENDED("moderator_ended_conference"),
    CONFERENCE_ENDED_BY_API("conference_ended_via_api"),
    /** The participant was called, but did not answer. */
    NOT_ADDED("participant_add_failed");

    private final String reason;

    Departure(String reason) {
        this.reason = reason;
    }

    /** The reason as Twilio names it. */
    String reason() {
        return reason;
    }

    /** Why the conference ends if nobody is left. */
    String ofLast() {
        return this == KICKED ? "last-participant-kicked" : "last-participant-left";
    }

    /** Why the conference ends if the participant takes it along. */
    String ofModerator() {
        return "participant-with-end-conference-on-exit-" + (this == KICKED ? "kicked" : "left");
    }
}
