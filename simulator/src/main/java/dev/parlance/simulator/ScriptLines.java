package dev.parlance.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of a conversation script. */
final class ScriptLines {
    /** Stands for the SID of a call that begins with the action. */
    static final String NEW_CALL = "new";

    private static final String PRESSES = "> [presses ";

    private final List<String> lines = new ArrayList<>(List.of("# Recorded in the simulator."));
    private String person = "";
    private boolean isInCall;

    static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** {@code [2 hours pass]}, in the largest unit that fits. */
    static String passing(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds % 86_400 == 0) {
            return passing(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return passing(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? passing(seconds / 60, "minute") : passing(seconds, "second");
    }

    private static String passing(long count, String unit) {
        return count == 1 ? "[1 " + unit + " passes]" : "[" + count + " " + unit + "s pass]";
    }

    /** An action. Keys without anything heard between them are one action. */
    void act(String actor, String words, boolean inCall) {
        if (actor.isEmpty()) {
            lines.add(words);
            return;
        }
        boolean begins = words.startsWith(actor);
        boolean continues = !begins && actor.equals(person) && isInCall;
        String last = lines.get(lines.size() - 1);
        if (continues && words.startsWith("[presses ") && last.strip().startsWith(PRESSES)) {
            lines.set(lines.size() - 1, last.substring(0, last.length() - 1) + words.substring("[presses ".length()));
        } else if (begins) {
            lines.add(words);
        } else if (continues) {
            lines.add(" ".repeat(actor.length()) + " > " + words);
        } else {
            lines.add(actor + " in call > " + words);
        }
        person = actor;
        isInCall = inCall;
    }

    /** What the person who acted hears. */
    void hear(String text) {
        lines.add(" ".repeat(person.length()) + " < " + onOneLine(text));
    }

    /** A text that somebody receives. */
    void receive(String recipient, String text) {
        String name = recipient.equals(person) ? " ".repeat(person.length()) : recipient;
        lines.add(name + " < " + onOneLine(text));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
