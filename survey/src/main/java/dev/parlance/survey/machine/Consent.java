package dev.parlance.survey.machine;

/** The change of a person's consent in a turn. */
public enum Consent {
    /** No change. */
    UNCHANGED,
    /** The person opted out. */
    WITHDRAWN,
    /** The person opted in again. */
    GIVEN
}
