package dev.parlance.webhook;

import java.util.Locale;

/** Who answered a call, as Twilio's detection of answering machines reports it. */
public enum AnsweredBy {
    /** A person. */
    HUMAN,
    /** An answering machine, reported as soon as it was recognised. */
    MACHINE_START,
    /** An answering machine, after the beep at the end of its greeting. */
    MACHINE_END_BEEP,
    /** An answering machine, after its greeting and silence. */
    MACHINE_END_SILENCE,
    /** An answering machine, after a greeting that ended in another way. */
    MACHINE_END_OTHER,
    /** A fax machine. */
    FAX,
    /** Twilio could not say. */
    UNKNOWN;

    /** Whether no person answered: an answering machine or a fax. */
    public boolean isMachine() {
        return this != HUMAN && this != UNKNOWN;
    }

    static AnsweredBy of(String text) {
        return TwilioParameters.constant(text, values(), text.startsWith("machine") ? MACHINE_END_OTHER : UNKNOWN);
    }

    /** The result as Twilio writes it, for example {@code machine_end_beep}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
