package dev.parlance.testkit.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person in the workspace.
 *
 * <pre>{@code
 * FakeMember ana = workspace.member("Ana").speaks("fr-FR");
 * ana.messages(bot, "Bonjour");
 * ana.chatWith(bot).awaits("Bonjour, Ana");
 * }</pre>
 *
 * <p>When a method returns, the application has taken the event, or refused it; what it answers is waited for by {@link
 * FakeChannel#awaits}. Safe for use by several threads.
 */
public final class FakeMember {
    private final Scene scene;
    private final String id;
    private final String name;
    private final List<String> whispers = new ArrayList<>();
    private volatile String locale = "en-US";

    FakeMember(Scene scene, String id, String name) {
        this.scene = scene;
        this.id = id;
        this.name = name;
    }

    /** The user id: {@code U…}. */
    public String id() {
        return id;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** From now on this is the language that the person has set. */
    public FakeMember speaks(String tag) {
        this.locale = tag;
        return this;
    }

    String locale() {
        return locale;
    }

    /** Writes into a channel, as the workspace has it: {@code <@U…>} is a mention. */
    public FakePost writes(FakeChannel channel, String text) {
        return scene.write(this, channel, text, Optional.empty(), List.of());
    }

    /** Mentions a bot in a channel, and writes something behind that. */
    public FakePost mentions(FakeApp app, FakeChannel channel, String text) {
        return writes(channel, "<@" + app.userId() + "> " + text);
    }

    /** Mentions a bot in the thread of a message. */
    public FakePost mentionsInThread(FakeApp app, FakePost of, String text) {
        FakeChannel channel = scene.channel(of.channel());
        String thread = of.thread().orElse(of.ts());
        return scene.write(this, channel, "<@" + app.userId() + "> " + text, Optional.of(thread), List.of());
    }

    /**
     * Writes to a bot alone.
     *
     * @throws AssertionError if its "Messages Tab" does not let people write
     */
    public FakePost messages(FakeApp app, String text, FakeFile... files) {
        app.checkTakesMessages();
        return scene.write(this, chatWith(app), text, Optional.empty(), List.of(files));
    }

    /** What this person and a bot have written to each other alone. */
    public FakeChannel chatWith(FakeApp app) {
        return scene.directChannel(this, app);
    }

    /**
     * Types a slash command.
     *
     * @return what is shown at once, to this person alone or to everybody; empty for nothing
     */
    public String types(FakeApp app, FakeChannel channel, String command, String text) {
        return scene.commands().type(this, app, channel, command, text);
    }

    /** Presses a button of a message. */
    public void presses(FakeApp app, FakePost post, String actionId, String value) {
        scene.commands().press(this, app, post, actionId, value);
    }

    /**
     * Sends a form off.
     *
     * @return what the application answers: empty JSON, or a {@code response_action}
     */
    public String submits(FakeApp app, String callbackId, Map<String, String> values) {
        return scene.commands().submit(this, app, callbackId, values);
    }

    /** What only this person sees, the first one first. */
    public List<String> whispers() {
        synchronized (whispers) {
            return List.copyOf(whispers);
        }
    }

    void whisper(String text) {
        synchronized (whispers) {
            whispers.add(text);
        }
        scene.changed();
    }

    void whisperInstead(String text) {
        synchronized (whispers) {
            if (!whispers.isEmpty()) {
                whispers.remove(whispers.size() - 1);
            }
        }
        if (!text.isEmpty()) {
            whisper(text);
        }
    }

    /**
     * Waits until this person alone is shown something with this in it.
     *
     * @throws AssertionError if nothing of the kind comes within ten seconds
     */
    public String awaitsWhisper(String part) {
        return scene.await(
                () -> whispers().stream().filter(text -> text.contains(part)).findFirst(),
                () -> name + " alone was shown " + whispers() + " and not \"" + part + "\".\n" + scene.log());
    }

    ObjectNode json() {
        return Scene.JSON
                .createObjectNode()
                .put("id", id)
                .put("team_id", Scene.TEAM)
                .put("name", name.toLowerCase(Locale.ROOT))
                .put("real_name", name)
                .put("deleted", false)
                .put("is_bot", false);
    }

    @Override
    public String toString() {
        return name;
    }
}
