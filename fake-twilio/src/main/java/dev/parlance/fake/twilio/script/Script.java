package dev.parlance.fake.twilio.script;

import java.util.List;

/**
 * A conversation as a text.
 *
 * @param name the name in messages, such as that of its file
 * @param text the whole text
 * @param steps the actions in it, with the replies that they expect
 */
public record Script(String name, String text, List<ScriptStep> steps) {
    public Script {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException if a line is invalid
     */
    public static Script parse(String name, String text) {
        return new Script(name, text, ScriptReader.read(name, text));
    }
}
