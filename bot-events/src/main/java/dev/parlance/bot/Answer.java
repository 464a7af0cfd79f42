package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/**
 * What somebody gets who typed a command or used a button: at once, later, or both. Immutable.
 *
 * <pre>{@code
 * Answer.text("42");                                                   // only the asker sees it
 * Answer.text("42").toEveryone();
 * Answer.text("One moment …").later(reply -> reply.say(slowly()));
 * }</pre>
 */
public final class Answer {
    private final List<Part> parts;
    private final boolean toEveryone;
    private final String json;
    private final Optional<Later> later;

    /** What is done after the first answer. */
    @FunctionalInterface
    public interface Later {
        /** Does it; what it throws is told to whoever hears of failures. */
        void run(CommandReply reply) throws Exception;
    }

    private Answer(List<Part> parts, boolean toEveryone, String json, Optional<Later> later) {
        this.parts = parts;
        this.toEveryone = toEveryone;
        this.json = json;
        this.later = later;
    }

    /** No word at once. */
    public static Answer nothing() {
        return new Answer(List.of(), false, "", Optional.empty());
    }

    /** This text, for the asker alone. */
    public static Answer text(String text) {
        return text(Part.words(text));
    }

    /** This text, for the asker alone. */
    public static Answer text(Part... parts) {
        return new Answer(List.of(parts), false, "", Optional.empty());
    }

    /** A JSON document as the platform takes it: blocks for a command, {@code response_action} for a form. */
    public static Answer json(String json) {
        return new Answer(List.of(), false, json, Optional.empty());
    }

    /** The same text for all who are in the channel. */
    public Answer toEveryone() {
        return new Answer(parts, true, json, later);
    }

    /** Goes on after the answer at once, for up to half an hour, where messages are answered. */
    public Answer later(Later work) {
        return new Answer(parts, toEveryone, json, Optional.of(work));
    }

    List<Part> parts() {
        return parts;
    }

    boolean isToEveryone() {
        return toEveryone;
    }

    String json() {
        return json;
    }

    Optional<Later> later() {
        return later;
    }
}
