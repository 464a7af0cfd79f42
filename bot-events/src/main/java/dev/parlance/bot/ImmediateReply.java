package dev.parlance.bot;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a command or interaction: at once, later, or both. Immutable.
 *
 * <pre>{@code
 * ImmediateReply.post("42");                 // only the user sees it
 * ImmediateReply.postToEveryone("42");
 * ImmediateReply.post("One moment …").withFollowUp(reply -> reply.post("42"));
 * }</pre>
 */
public final class ImmediateReply {
    private final List<MessagePart> parts;
    private final boolean toEveryone;
    private final String json;
    private final Optional<FollowUp> followUp;

    /** Work that continues after the immediate answer. */
    @FunctionalInterface
    public interface FollowUp {
        /** Does the work. Exceptions go to {@link BotEvents.Builder#onFailure}. */
        void run(DelayedReply reply) throws Exception;
    }

    private ImmediateReply(List<MessagePart> parts, boolean toEveryone, String json, Optional<FollowUp> followUp) {
        this.parts = parts;
        this.toEveryone = toEveryone;
        this.json = json;
        this.followUp = followUp;
    }

    /** No immediate answer. */
    public static ImmediateReply nothing() {
        return json("");
    }

    /** A text that only the user sees. */
    public static ImmediateReply post(String text) {
        return post(MessagePart.text(text));
    }

    /** A text that only the user sees. */
    public static ImmediateReply post(MessagePart... parts) {
        return new ImmediateReply(List.of(parts), false, "", Optional.empty());
    }

    /** A text that everyone in the channel sees. */
    public static ImmediateReply postToEveryone(String text) {
        return postToEveryone(MessagePart.text(text));
    }

    /** A text that everyone in the channel sees. */
    public static ImmediateReply postToEveryone(MessagePart... parts) {
        return new ImmediateReply(List.of(parts), true, "", Optional.empty());
    }

    /** A JSON document in the platform's format: blocks for a command, {@code response_action} for a form. */
    public static ImmediateReply json(String json) {
        return new ImmediateReply(List.of(), false, json, Optional.empty());
    }

    /** Continues after the immediate answer, for up to half an hour. Runs in the same threads as the message handlers. */
    public ImmediateReply withFollowUp(FollowUp work) {
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

    Optional<FollowUp> followUp() {
        return followUp;
    }
}
