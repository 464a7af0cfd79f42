package dev.parlance.testkit.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A channel of the workspace, or what a person and a bot write to each other alone.
 *
 * <pre>{@code
 * general.invites(bot);
 * ana.mentions(bot, general, "What is a plan?");
 * general.awaits("A plan is");
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeChannel {
    private final Scene scene;
    private final String id;
    private final String name;
    private final Set<FakeApp> bots = new HashSet<>();

    FakeChannel(Scene scene, String id, String name) {
        this.scene = scene;
        this.id = id;
        this.name = name;
    }

    /** Its id: {@code C…}, or {@code D…} where a bot is written to alone. */
    public String id() {
        return id;
    }

    /** Its name; empty where a bot is written to alone. */
    public String name() {
        return name;
    }

    boolean isDirect() {
        return id.startsWith("D");
    }

    /** Takes a bot in: only then it may write here, and hears of being mentioned. */
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

    /** All messages that were not taken away, in threads too, the first one first. */
    public List<FakePost> posts() {
        return scene.posts(this).stream().filter(post -> !post.isDeleted()).toList();
    }

    /** What bots wrote and did not take away, the first one first. */
    public List<FakePost> answers() {
        return posts().stream().filter(FakePost::isByBot).toList();
    }

    /**
     * Waits until a bot has written something with this in it: the bot may still be at it.
     *
     * @throws AssertionError if nothing of the kind comes within ten seconds
     */
    public FakePost awaits(String part) {
        return scene.await(
                () -> answers().stream()
                        .filter(post -> post.text().contains(part))
                        .findFirst(),
                () -> "No bot has written \"" + part + "\" in " + (name.isEmpty() ? id : "#" + name)
                        + ". What was written:\n"
                        + posts().stream()
                                .map(FakePost::toString)
                                .collect(Collectors.joining("\n"))
                                .indent(2)
                        + scene.log());
    }

    @Override
    public String toString() {
        return name.isEmpty() ? id : "#" + name;
    }
}
