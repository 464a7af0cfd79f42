package dev.parlance.fake.twilio.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One action in a script, and the replies that it expects.
 *
 * @param line the line number in the script
 * @param text the line itself
 * @param other the number that the person texts; empty for the number of their last conversation
 * @param expected the texts that each person should receive; … matches any text
 */
public record ScriptStep(
        int line,
        String text,
        String person,
        Action action,
        String other,
        String argument,
        Duration time,
        Map<String, List<String>> expected) {

    /** What a person does. */
    public enum Action {
        /** Texts the number of their last conversation. */
        TEXT,
        /** Texts a number. */
        TEXT_TO,
        /** Calls a number. */
        CALL,
        /** Answers the call that rings. */
        ANSWER,
        /** Declines the call that rings. */
        DECLINE,
        /** Speaks in the person's current call or, without a call, sends a text. */
        SPEAK,
        /** Speaks in their latest call, also after a text or after somebody else has acted. */
        SPEAK_IN_CALL,
        /** Time passes. */
        PASS
    }
}
