package dev.parlance.survey;

/** What became of beginning with a person. */
public enum Begun {
    /** The text was sent, or the call placed. */
    DONE,
    /** The person is being texted or called at this moment, or a campaign came to them before; nothing was sent. */
    ALREADY,
    /** The person has completed the survey, which cannot be repeated; nothing was sent. */
    COMPLETED,
    /** The person declined, or is not among those who are asked; nothing was sent. */
    REFUSED,
    /** The person does not want to hear from us; nothing was sent. */
    OPTED_OUT,
    /** Enough was begun with this person today; nothing was sent. */
    TOO_OFTEN,
    /** Nothing was sent yet: it is a quiet hour, or the carrier did not take it. The sweep tries again. */
    LATER,
    /** The person cannot be reached there. */
    UNREACHABLE,
    /** It may have been sent: the carrier's answer did not say. Nothing is sent again before a reminder. */
    UNKNOWN
}
