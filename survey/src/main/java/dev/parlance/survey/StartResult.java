package dev.parlance.survey;

/** The result of contacting a person. */
public enum StartResult {
    /** The text was sent or the call was placed. */
    STARTED,
    /**
     * The person is being texted or called right now, a campaign has already contacted them, or another occasion has taken the
     * place of this one; nothing was sent.
     */
    ALREADY_STARTED,
    /** The person has completed the survey, which can't be repeated; nothing was sent. */
    COMPLETED,
    /** The person declined or was screened out; nothing was sent. */
    DECLINED,
    /** The person has opted out; nothing was sent. */
    OPTED_OUT,
    /** The person has reached today's limit of contacts; nothing was sent. */
    CONTACT_LIMIT,
    /** Nothing was sent yet: it is a quiet hour, or the carrier did not accept it. {@link Surveys#runDue} tries again. */
    DEFERRED,
    /** The person can't be reached at this address. */
    UNREACHABLE,
    /** The carrier's answer did not say whether it was sent. Nothing more is sent until the next reminder. */
    UNKNOWN
}
