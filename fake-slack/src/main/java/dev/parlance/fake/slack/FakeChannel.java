package dev.parlance.fake.slack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A channel in the workspace, or the direct messages between a person and a bot.
 *
 * <pre>{@code
 * FakeChannel general = workspace.channel("general").invites(bot);
 * workspace.member("Ana").mentions(bot, general, "What is a plan?");
 * general.awaits("A plan is");
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FakeChannel {
    private final WorkspaceState state;
    private final String id;
    private final String name;
    private final Set<FakeApp> bots = new HashSet<>();

    FakeChannel(WorkspaceState state, String id, String name) {
        this.state = state;
        this.id = id;
        this.name = name;
    }

    /** The channel ID: {@code C…}, or {@code D…} for direct messages. */
    public String id() {
        return id;
    }

    /** The channel name; empty for direct messages. */
    public String name() {
        return name;
    }

    boolean isDirect() {
        return id.startsWith("D");
    }

    /** Adds a bot to the channel. Only then can the bot write here and receive mentions. */
    public FakeChannel invites(FakeApp app) {
        synchronized (bots) {
            bots.add(app);
        }
        return this;
    }

    boolean has(FakeApp app) {
        synchronized (bots) {
            return bots.contains(app);
        }
    }

    Set<FakeApp> bots() {
        synchronized (bots) {
            return Set.copyOf(bots);
        }
    }

    /** All messages that are not deleted, including threads, in order. */
    public List<FakePost> posts() {
        return state.posts(this).stream().filter(post -> !post.isDeleted()).toList();
    }

    /** Messages by bots that are not deleted, in order. */
    public List<FakePost> answers() {
        return posts().stream().filter(FakePost::isByBot).toList();
    }

    /**
     * Waits for a bot's message that contains this text. The bot may still be preparing it.
     *
     * @throws AssertionError if none arrives within ten seconds
     */
    public FakePost awaits(String part) {
        return state.await(
                () -> answers().stream()
                        .filter(post -> post.text().contains(part))
                        .findFirst(),
                () -> "No bot wrote \"" + part + "\" in " + (name.isEmpty() ? id : "#" + name)
                        + ". Messages:\n"
                        + posts().stream()
                                .map(FakePost::toString)
                                .collect(Collectors.joining("\n"))
                                .indent(2)
                        + state.log());
    }

    @Override
    public String toString() {
        return name.isEmpty() ? id : "#" + name;
    }
}
