package dev.parlance.survey.machine;

/** What a person has said in a turn about being contacted by us. */
public enum Consent {
    /** Nothing. */
    UNCHANGED,
    /** They want no more messages. */
    WITHDRAWN,
    /** They want to hear from us again. */
    GIVEN
}
