package dev.parlance.twiml;

/** An event of a recording. */
public enum RecordingEvent {
    /** The recording started. */
    IN_PROGRESS,
    /** The recording is ready. */
    COMPLETED,
    /** Nothing was recorded. */
    ABSENT
}
