package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a command or interaction: at once, later, or both. Immutable.
 *
 * <pre>{@code
 * Answer.text("42");                                                   // only the user sees it
 * Answer.text("42").toEveryone();
 * Answer.text("One moment …").later(reply -> reply.say(slowly()));
 * }</pre>
 */
public final class Answer {
    private final List<Part> parts;
    private final boolean toEveryone;
    private final String json;
    private final Optional<Later> later;

    /** Work that continues after the immediate answer. */
    @FunctionalInterface
    public interface Later {
        /** Does the work. Exceptions go to {@link BotEventsBuilder#onFailure}. */
        void run(CommandReply reply) throws Exception;
    }

    private Answer(List<Part> parts, boolean toEveryone, String json, Optional<Later> later) {
        this.parts = parts;
        this.toEveryone = toEveryone;
        this.json = json;
        this.later = later;
    }

    /** No immediate answer. */
    public static Answer nothing() {
        return new Answer(List.of(), false, "", Optional.empty());
    }

    /** A text that only the user sees. */
    public static Answer text(String text) {
        return text(Part.words(text));
    }

    /** A text that only the user sees. */
    public static Answer text(Part... parts) {
        return new Answer(List.of(parts), false, "", Optional.empty());
    }

    /** A JSON document in the platform's format: blocks for a command, {@code response_action} for a form. */
    public static Answer json(String json) {
        return new Answer(List.of(), false, json, Optional.empty());
    }

    /** Shows the text to everyone in the channel. */
    public Answer toEveryone() {
        return new Answer(parts, true, json, later);
    }

    /** Continues after the immediate answer, for up to half an hour. Runs in the same threads as the message handlers. */
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
