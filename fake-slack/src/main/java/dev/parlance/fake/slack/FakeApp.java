package dev.parlance.fake.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An app in the workspace with its bot. Set it up as you would at api.slack.com.
 *
 * <pre>{@code
 * FakeApp bot = workspace.app("CodeDoc")
 *         .scopes("app_mentions:read", "chat:write", "im:history")
 *         .install();
 * // start your application with bot.token() and bot.signingSecret()
 * bot.requestUrl("http://localhost:8301/events").subscribes("app_mention", "message.im").messagesTab(true);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FakeApp {
    private static final String MESSAGES_TAB = "Sending messages to this app has been turned off.";

    private final WorkspaceState workspace;
    private final int number;
    private final String name;
    private final Set<String> requested = new TreeSet<>();
    private final Set<String> events = new TreeSet<>();
    private volatile Set<String> granted = Set.of();
    private volatile State state = State.NEW;
    private volatile String requestUrl = "";
    private volatile boolean allowsMessages;
    private volatile boolean online;

    private enum State {
        NEW,
        INSTALLED,
        REMOVED
    }

    FakeApp(WorkspaceState workspace, int number, String name) {
        this.workspace = workspace;
        this.number = number;
        this.name = name;
    }

    /** The name of the app and its bot. */
    public String name() {
        return name;
    }

    /** The app ID: {@code A…}. */
    public String appId() {
        return WorkspaceState.id("A", number);
    }

    /** The bot's user ID, used in mentions: {@code U…}. */
    public String userId() {
        return WorkspaceState.id("UB", number);
    }

    /** The bot ID, which is part of the bot's messages: {@code B…}. */
    public String botId() {
        return WorkspaceState.id("B", number);
    }

    /** The Bot User OAuth Token from "OAuth &amp; Permissions". */
    public String token() {
        return "xoxb-" + WorkspaceState.id("0", number);
    }

    /** The Client ID from "Basic Information". */
    public String clientId() {
        return "0000000000." + number;
    }

    /** The Client Secret from "Basic Information". Not to be confused with the Signing Secret. */
    public String clientSecret() {
        return String.format(Locale.ROOT, "c%031x", number);
    }

    /** The Signing Secret from "Basic Information". */
    public Secret signingSecret() {
        return Secret.of(String.format(Locale.ROOT, "a%031x", number));
    }

    /** Requests more scopes. They are granted at the next {@link #install}. */
    public FakeApp scopes(String... scopes) {
        synchronized (requested) {
            requested.addAll(List.of(scopes));
        }
        return this;
    }

    /** Installs or reinstalls the app with all requested scopes. */
    public FakeApp install() {
        synchronized (requested) {
            granted = Set.copyOf(requested);
        }
        state = State.INSTALLED;
        return this;
    }

    /** Removes the app from the workspace. Revokes its token and sends {@code app_uninstalled} if the app subscribes to it. */
    public FakeApp uninstall() {
        state = State.REMOVED;
        workspace.events().uninstalled(this);
        return this;
    }

    /**
     * Sets the URL under "Event Subscriptions" and verifies it. Commands and interactions go to the same URL.
     *
     * @throws AssertionError if the URL fails the verification; the message is that of Slack's page
     */
    public FakeApp requestUrl(String url) {
        workspace.events().verify(this, url);
        requestUrl = url;
        return this;
    }

    /** Subscribes to these bot events: {@code app_mention}, {@code message.im} … */
    public FakeApp subscribes(String... types) {
        synchronized (events) {
            events.addAll(List.of(types));
        }
        return this;
    }

    /** Sets "Allow users to send Slash commands and messages from the messages tab" under "App Home". */
    public FakeApp messagesTab(boolean isAllowed) {
        allowsMessages = isAllowed;
        return this;
    }

    /** Sets "Always Show My Bot as Online" under "App Home". */
    public FakeApp alwaysOnline(boolean isOnline) {
        online = isOnline;
        return this;
    }

    /** Whether the bot appears online. */
    public boolean isOnline() {
        return online;
    }

    /**
     * Configures the app from a JSON manifest, as under "App Manifest", and installs it. Ignores the manifest's request URL: call
     * {@link #requestUrl} when your application is running.
     */
    public FakeApp manifest(String json) {
        JsonNode manifest;
        try {
            manifest = WorkspaceState.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The manifest is not valid JSON", e);
        }
        scopes(texts(manifest.at("/oauth_config/scopes/bot")));
        subscribes(texts(manifest.at("/settings/event_subscriptions/bot_events")));
        JsonNode home = manifest.at("/features/app_home");
        messagesTab(home.path("messages_tab_enabled").asBoolean()
                && !home.path("messages_tab_read_only_enabled").asBoolean());
        alwaysOnline(manifest.at("/features/bot_user/always_online").asBoolean());
        return install();
    }

    private static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts.toArray(String[]::new);
    }

    /** All delivery attempts to this app, in order. */
    public List<EventDelivery> deliveries() {
        return workspace.events().deliveries(this);
    }

    /** The granted scopes. */
    public Set<String> granted() {
        return granted;
    }

    String url() {
        return requestUrl;
    }

    boolean isInstalled() {
        return state == State.INSTALLED;
    }

    boolean isRemoved() {
        return state == State.REMOVED;
    }

    /** Whether the app receives an event. This needs the subscription and the scope. */
    boolean receives(String event, String scope) {
        return isInstalled() && isSubscribedTo(event) && granted.contains(scope);
    }

    boolean isSubscribedTo(String event) {
        synchronized (events) {
            return !requestUrl.isEmpty() && events.contains(event);
        }
    }

    void checkAllowsMessages() {
        if (!allowsMessages) {
            throw new AssertionError(MESSAGES_TAB
                    + " Under \"App Home\", \"Show Tabs\", switch on \"Messages Tab\" and allow users to send messages from it:"
                    + " messagesTab(true)");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
