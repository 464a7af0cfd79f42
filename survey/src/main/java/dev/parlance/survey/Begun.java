package dev.parlance.survey;

/** What became of beginning with a person. */
public enum Begun {
    /** The text was sent, or the call placed. */
    DONE,
    /** The session had begun before, or is over; nothing was sent. */
    ALREADY,
    /** The person does not want to hear from us; nothing was sent. */
    OPTED_OUT,
    /** Enough was begun with this person today; nothing was sent. */
    TOO_OFTEN,
    /** It is a quiet hour where the person is, or the carrier has too much to do: it will be tried by the sweep. */
    LATER,
    /** The person cannot be reached there. */
    UNREACHABLE,
    /** It is not known whether it was sent: no answer came. It is not sent again but as a reminder. */
    UNKNOWN
}
