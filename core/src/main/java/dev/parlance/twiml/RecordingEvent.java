package dev.parlance.twiml;

/** What can happen to a recording. */
public enum RecordingEvent {
    /** It began. */
    IN_PROGRESS,
    /** It is ready to be fetched. */
    COMPLETED,
    /** Nothing was recorded. */
    ABSENT
}
