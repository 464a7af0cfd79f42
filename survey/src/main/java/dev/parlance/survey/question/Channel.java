package dev.parlance.survey.question;

/** How a person and a survey talk. */
public enum Channel {
    /** By text message: SMS, WhatsApp or another messaging channel. */
    TEXT,
    /** By phone call. */
    VOICE
}
