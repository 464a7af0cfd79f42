package dev.parlance.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One thing that somebody does, and what is to come of it.
 *
 * @param line where it stands in the script
 * @param text the line as it stands there
 * @param other whom it is done to, the empty text if the person knows
 * @param expected what each person is to receive, with … for anything
 */
record ScriptBlock(
        int line,
        String text,
        String person,
        Deed deed,
        String other,
        String argument,
        Duration time,
        Map<String, List<String>> expected) {

    enum Deed {
        TEXT,
        TEXT_TO,
        CALL,
        ANSWER,
        /** Says something into the phone, or texts, whichever the person is at. */
        SPEAK,
        PASS
    }
}
