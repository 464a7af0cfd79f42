package dev.parlance.testkit.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An app of the workspace with its bot, set up as its pages at api.slack.com are filled in.
 *
 * <pre>{@code
 * FakeApp bot = workspace.app("CodeDoc")
 *         .scopes("app_mentions:read", "chat:write", "im:history")
 *         .install();
 * // the application is started with bot.token() and bot.signingSecret()
 * bot.requestUrl(url).subscribes("app_mention", "message.im").messagesTab(true);
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeApp {
    private static final String MESSAGES_TAB = "Sending messages to this app has been turned off.";

    private final Scene scene;
    private final int number;
    private final String name;
    private final Set<String> requested = new TreeSet<>();
    private final Set<String> events = new TreeSet<>();
    private volatile Set<String> granted = Set.of();
    private volatile State state = State.NEW;
    private volatile String requestUrl = "";
    private volatile boolean takesMessages;
    private volatile boolean online;

    private enum State {
        NEW,
        INSTALLED,
        REMOVED
    }

    FakeApp(Scene scene, int number, String name) {
        this.scene = scene;
        this.number = number;
        this.name = name;
    }

    /** The app's name, which is also its bot's. */
    public String name() {
        return name;
    }

    /** The app's id, as it stands in the address of its pages: {@code A…}. */
    public String appId() {
        return Scene.id("A", number);
    }

    /** The id of the bot's user, by which it is mentioned: {@code U…}. */
    public String userId() {
        return Scene.id("UB", number);
    }

    /** The id that the bot's messages carry: {@code B…}. */
    public String botId() {
        return Scene.id("B", number);
    }

    /** The Bot User OAuth Token of "OAuth &amp; Permissions". */
    public String token() {
        return "xoxb-" + Scene.id("0", number);
    }

    /** The Client ID of "Basic Information". */
    public String clientId() {
        return "0000000000." + number;
    }

    /** The Client Secret of "Basic Information", which is not the Signing Secret. */
    public String clientSecret() {
        return String.format(Locale.ROOT, "c%031x", number);
    }

    /** The Signing Secret of "Basic Information". */
    public String signingSecret() {
        return String.format(Locale.ROOT, "a%031x", number);
    }

    /** Asks for these scopes too; they are given when it is next installed. */
    public FakeApp scopes(String... scopes) {
        synchronized (requested) {
            requested.addAll(List.of(scopes));
        }
        return this;
    }

    /** Installs it into the workspace, or installs it again, with all scopes that it asks for. */
    public FakeApp install() {
        synchronized (requested) {
            granted = Set.copyOf(requested);
        }
        state = State.INSTALLED;
        return this;
    }

    /** Removes it from the workspace: its token is good for nothing any more, and it is told so. */
    public FakeApp uninstall() {
        state = State.REMOVED;
        scene.events().uninstalled(this);
        return this;
    }

    /**
     * Enters the URL under "Event Subscriptions", where it is checked at once; commands and interactions go there too.
     *
     * @throws AssertionError if it does not answer the check, as the page says it
     */
    public FakeApp requestUrl(String url) {
        scene.events().verify(this, url);
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

    /** Switches "Allow users to send Slash commands and messages from the messages tab" of "App Home". */
    public FakeApp messagesTab(boolean allowsMessages) {
        takesMessages = allowsMessages;
        return this;
    }

    /** Switches "Always Show My Bot as Online" of "App Home". */
    public FakeApp alwaysOnline(boolean isOnline) {
        online = isOnline;
        return this;
    }

    /** Whether the bot is shown as online. */
    public boolean isOnline() {
        return online;
    }

    /**
     * Sets it up by a manifest in JSON, as "App Manifest" takes it, and installs it. The request URL in it is checked when
     * something is there to answer: by {@link #requestUrl}.
     */
    public FakeApp manifest(String json) {
        JsonNode manifest;
        try {
            manifest = Scene.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The manifest is no JSON", e);
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
        list.forEach(one -> texts.add(one.asText()));
        return texts.toArray(String[]::new);
    }

    /** Every event that it was sent, the first one first. */
    public List<Delivered> deliveries() {
        return scene.events().deliveries(this);
    }

    /** The scopes that it has. */
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

    /** Whether it is told of an event, which needs the subscription and the scope. */
    boolean hears(String event, String scope) {
        return isInstalled() && isSubscribedTo(event) && granted.contains(scope);
    }

    boolean isSubscribedTo(String event) {
        synchronized (events) {
            return !requestUrl.isEmpty() && events.contains(event);
        }
    }

    void checkTakesMessages() {
        if (!takesMessages) {
            throw new AssertionError(MESSAGES_TAB
                    + " Under \"App Home\", \"Show Tabs\", switch \"Messages Tab\" on, and let users send messages from it:"
                    + " messagesTab(true)");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
