package dev.parlance.fake.slack;

import dev.parlance.fake.Fake;
import dev.parlance.fake.FakeLifecycle;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fake Slack workspace on your machine: people, channels, apps with bots, the events sent to them and the API. Start here.
 *
 * <pre>{@code
 * @ForEachTest final FakeWorkspace workspace = FakeWorkspace.create();
 *
 * @Test void answers_a_mention() {
 *     FakeApp bot = workspace.app("CodeDoc").scopes("app_mentions:read", "chat:write").install();
 *     // start your application with bot.token(), bot.signingSecret() and workspace.api()
 *     bot.requestUrl("http://localhost:8301/events").subscribes("app_mention");
 *     FakeChannel general = workspace.channel("general").invites(bot);
 *
 *     workspace.member("Ana").mentions(bot, general, "What is a plan?");
 *
 *     general.awaits("A plan is");
 * }
 * }</pre>
 *
 * <p>Permissions work as at Slack: an app receives and can do only what its scopes allow. Each test gets a new workspace.
 * Without JUnit, {@linkplain #start start} and close it yourself. Thread-safe.
 */
public final class FakeWorkspace implements Fake {
    private @Nullable Open open;

    private record Open(WorkspaceState state, WorkspaceApi api, WebhookServer server) {}

    private FakeWorkspace() {}

    /** Creates a workspace for a test framework to open and close. */
    public static FakeWorkspace create() {
        return new FakeWorkspace();
    }

    /** Starts a workspace. Close it when done. */
    public static FakeWorkspace start() {
        FakeWorkspace workspace = new FakeWorkspace();
        workspace.open();
        return workspace;
    }

    private synchronized Open open() {
        if (open == null) {
            WorkspaceState state = new WorkspaceState();
            WorkspaceApi api = new WorkspaceApi(state);
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            WebhookServer server =
                    WebhookServer.start(any, WebhookServer.DEFAULT_BODY_LIMIT, request -> answer(state, api, request));
            state.commands().at(url(server));
            open = new Open(state, api, server);
        }
        return open;
    }

    private static WebhookResponse answer(WorkspaceState state, WorkspaceApi api, WebhookRequest request) {
        if (request.path().startsWith(WorkspaceApi.PATH)) {
            return state.background().after(() -> api.answer(request));
        }
        return request.path().startsWith(Commands.PATH)
                ? state.background().after(() -> state.commands().answer(request))
                : WebhookResponse.text("").withStatus(404);
    }

    private static URI url(WebhookServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The API's base URL, instead of {@code https://slack.com/api/}. */
    public URI api() {
        return URI.create(url(open().server()) + WorkspaceApi.PATH);
    }

    /** The workspace's ID. */
    public String teamId() {
        return WorkspaceState.TEAM;
    }

    /** Returns a person in the workspace. Adds them the first time. */
    public FakeMember member(String name) {
        return open().state().member(name);
    }

    /** Returns a channel. Creates it the first time. */
    public FakeChannel channel(String name) {
        return open().state().channelNamed(name);
    }

    /** Returns an app. Creates it the first time, without scopes and not installed. */
    public FakeApp app(String name) {
        return open().state().app(name);
    }

    /** Sends events for this URL, and all URLs below it, directly to a handler, without a server or network. */
    public FakeWorkspace mount(String address, WebhookHandler handler) {
        open().state().transport().mount(address, handler);
        return this;
    }

    /** Injects a fault into the next request for this API method, for example {@code chat.postMessage}. */
    public FakeWorkspace failNext(String method, SlackFault fault) {
        open().api().plan(method, fault);
        return this;
    }

    /** Injects a fault into the next event. */
    public FakeWorkspace failNextEvent(EventFault fault) {
        open().state().events().plan(fault);
        return this;
    }

    /** Limits an API method to this many requests per minute of real time. Further requests get a 429. */
    public FakeWorkspace limits(String method, int perMinute) {
        open().api().limit(method, perMinute);
        return this;
    }

    /** The number of requests for this API method. */
    public int requests(String method) {
        return open().api().requests(method);
    }

    /** Advances the clock. Events that failed are retried after one minute and after five more. */
    public FakeWorkspace advance(Duration duration) {
        open().state().timeline().pass(duration);
        return this;
    }

    /** Waits until the events for all actions of bots so far have been sent. */
    public FakeWorkspace settle() {
        open().state().background().settle();
        return this;
    }

    /** The last 100 things that happened, one per line. */
    public String log() {
        return open().state().log();
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.server().close();
            open.state().close();
            open = null;
        }
    }

    @Override
    public FakeLifecycle lifecycle() {
        return new NewForEachTest();
    }

    /** A workspace doesn't survive a test, wherever it is declared. */
    private final class NewForEachTest implements FakeLifecycle {
        @Override
        public void beforeAll() {
            // What is set up here stays until the end of the first test.
        }

        @Override
        public void beforeEach() {
            open();
        }

        @Override
        public void passed() {
            // Nothing that happens in a workspace is a mistake by itself.
        }

        @Override
        public void afterEach() {
            close();
        }

        @Override
        public void afterAll() {
            close();
        }

        @Override
        public String log() {
            return "Log of the fake workspace:\n" + FakeWorkspace.this.log();
        }
    }
}
