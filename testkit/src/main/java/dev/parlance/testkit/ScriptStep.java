package dev.parlance.testkit;

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
record ScriptStep(
        int line,
        String text,
        String person,
        Action action,
        String other,
        String argument,
        Duration time,
        Map<String, List<String>> expected) {

    enum Action {
        TEXT,
        TEXT_TO,
        CALL,
        ANSWER,
        /** Speaks in the person's current call or, without a call, sends a text. */
        SPEAK,
        PASS
    }
}
