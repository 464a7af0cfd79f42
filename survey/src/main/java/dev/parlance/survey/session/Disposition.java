package dev.parlance.survey.session;

/** A person's outcome in a survey so far, in the terms of survey research. */
public enum Disposition {
    /** Perhaps invited, but has not responded. */
    NOT_STARTED,
    /** Has responded. */
    STARTED,
    /** Has answered enough to count, but not everything. */
    PARTIAL,
    /** Has reached the end. */
    COMPLETED,
    /** Is not eligible, or the quota was full. */
    SCREENED_OUT,
    /** Declined to take part. */
    REFUSED,
    /** Has opted out. */
    OPTED_OUT,
    /** Gave no valid answer to a question that decides eligibility. */
    UNKNOWN_ELIGIBILITY,
    /** Stopped answering before there were enough answers to count. */
    BROKE_OFF,
    /** Never responded and is no longer contacted. */
    UNREACHABLE
}
