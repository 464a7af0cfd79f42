package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a command or interaction: at once, later, or both. Immutable.
 *
 * <pre>{@code
 * ImmediateReply.text("42");                                                   // only the user sees it
 * ImmediateReply.text("42").toEveryone();
 * ImmediateReply.text("One moment …").later(reply -> reply.post("42"));
 * }</pre>
 */
public final class ImmediateReply {
    private final List<MessagePart> parts;
    private final boolean toEveryone;
    private final String json;
    private final Optional<FollowUp> later;

    /** Work that continues after the immediate answer. */
    @FunctionalInterface
    public interface FollowUp {
        /** Does the work. Exceptions go to {@link BotEventsBuilder#onFailure}. */
        void run(DelayedReply reply) throws Exception;
    }

    private ImmediateReply(List<MessagePart> parts, boolean toEveryone, String json, Optional<FollowUp> later) {
        this.parts = parts;
        this.toEveryone = toEveryone;
        this.json = json;
        this.later = later;
    }

    /** No immediate answer. */
    public static ImmediateReply nothing() {
        return new ImmediateReply(List.of(), false, "", Optional.empty());
    }

    /** A text that only the user sees. */
    public static ImmediateReply text(String text) {
        return text(MessagePart.text(text));
    }

    /** A text that only the user sees. */
    public static ImmediateReply text(MessagePart... parts) {
        return new ImmediateReply(List.of(parts), false, "", Optional.empty());
    }

    /** A JSON document in the platform's format: blocks for a command, {@code response_action} for a form. */
    public static ImmediateReply json(String json) {
        return new ImmediateReply(List.of(), false, json, Optional.empty());
    }

    /** Shows the text to everyone in the channel. */
    public ImmediateReply toEveryone() {
        return new ImmediateReply(parts, true, json, later);
    }

    /** Continues after the immediate answer, for up to half an hour. Runs in the same threads as the message handlers. */
    public ImmediateReply later(FollowUp work) {
        return new ImmediateReply(parts, toEveryone, json, Optional.of(work));
    }

    List<MessagePart> parts() {
        return parts;
    }

    boolean isToEveryone() {
        return toEveryone;
    }

    String json() {
        return json;
    }

    Optional<FollowUp> later() {
        return later;
    }
}
