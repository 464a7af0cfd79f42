package dev.parlance.fake.slack;

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
 * <p>When a method returns, the application has accepted or refused the event. Use {@link FakeChannel#awaits} to wait for its
 * reply. Thread-safe.
 */
public final class FakeMember {
    private final WorkspaceState state;
    private final String id;
    private final String name;
    private final List<String> whispers = new ArrayList<>();
    private volatile String locale = "en-US";

    FakeMember(WorkspaceState state, String id, String name) {
        this.state = state;
        this.id = id;
        this.name = name;
    }

    /** The user ID: {@code U…}. */
    public String id() {
        return id;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** Sets the person's language. Default: {@code en-US}. */
    public FakeMember speaks(String tag) {
        this.locale = tag;
        return this;
    }

    String locale() {
        return locale;
    }

    /** Writes in a channel, in Slack's format: {@code <@U…>} is a mention. */
    public FakePost writes(FakeChannel channel, String text) {
        return state.write(this, channel, text, Optional.empty(), List.of());
    }

    /** Mentions a bot in a channel, followed by this text. */
    public FakePost mentions(FakeApp app, FakeChannel channel, String text) {
        return writes(channel, "<@" + app.userId() + "> " + text);
    }

    /** Mentions a bot in a message's thread, followed by this text. */
    public FakePost mentionsInThread(FakeApp app, FakePost of, String text) {
        FakeChannel channel = state.channel(of.channel());
        String thread = of.thread().orElse(of.ts());
        return state.write(this, channel, "<@" + app.userId() + "> " + text, Optional.of(thread), List.of());
    }

    /**
     * Sends a direct message to a bot.
     *
     * @throws AssertionError if the bot's "Messages Tab" does not allow messages
     */
    public FakePost messages(FakeApp app, String text, FakeFile... files) {
        app.checkAllowsMessages();
        return state.write(this, chatWith(app), text, Optional.empty(), List.of(files));
    }

    /** The direct messages between this person and a bot. */
    public FakeChannel chatWith(FakeApp app) {
        return state.directChannel(this, app);
    }

    /**
     * Enters a slash command.
     *
     * @return the immediate reply, visible to this person or to everyone; can be empty
     */
    public String types(FakeApp app, FakeChannel channel, String command, String text) {
        return state.commands().type(this, app, channel, command, text);
    }

    /** Clicks a button in a message. */
    public void presses(FakeApp app, FakePost post, String actionId, String value) {
        state.commands().press(this, app, post, actionId, value);
    }

    /**
     * Submits a form.
     *
     * @return the application's response: empty JSON, or a {@code response_action}
     */
    public String submits(FakeApp app, String callbackId, Map<String, String> values) {
        return state.commands().submit(this, app, callbackId, values);
    }

    /** Messages that only this person sees, in order. */
    public List<String> ephemeralMessages() {
        synchronized (whispers) {
            return List.copyOf(whispers);
        }
    }

    void whisper(String text) {
        synchronized (whispers) {
            whispers.add(text);
        }
        state.changed();
    }

    void replaceWhisper(String text) {
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
     * Waits for a message that only this person sees and that contains this text.
     *
     * @throws AssertionError if none arrives within ten seconds
     */
    public String awaitsEphemeralMessage(String part) {
        return state.await(
                () -> ephemeralMessages().stream()
                        .filter(text -> text.contains(part))
                        .findFirst(),
                () -> name + " saw " + ephemeralMessages() + ", not \"" + part + "\".\n" + state.log());
    }

    ObjectNode json() {
        return WorkspaceState.JSON
                .createObjectNode()
                .put("id", id)
                .put("team_id", WorkspaceState.TEAM)
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
