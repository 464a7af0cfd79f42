package dev.parlance.testkit.workspace;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A workspace on this machine, as one at Slack: people, channels, apps with their bots, the events that they are sent and
 * the API that they ask. Begin here.
 *
 * <pre>{@code
 * @RegisterExtension final FakeWorkspace workspace = FakeWorkspace.create();
 *
 * @Test void answers_a_mention() {
 *     FakeApp bot = workspace.app("CodeDoc").scopes("app_mentions:read", "chat:write").install();
 *     start(bot.token(), bot.signingSecret(), workspace.api());
 *     bot.requestUrl(url).subscribes("app_mention");
 *     FakeChannel general = workspace.channel("general").invites(bot);
 *
 *     workspace.member("Ana").mentions(bot, general, "What is a plan?");
 *
 *     general.awaits("A plan is");
 * }
 * }</pre>
 *
 * <p>Rights are looked at as Slack looks at them: what an app has no scope for it is not told, and cannot do. Each test has
 * a workspace of its own. Without JUnit it is {@linkplain #start started} and closed. Safe for use by several threads.
 */
public final class FakeWorkspace implements AutoCloseable, BeforeEachCallback, AfterEachCallback {
    private @Nullable Open open;

    private record Open(Scene scene, WorkspaceApi api, WebhookServer server) {}

    private FakeWorkspace() {}

    /** A workspace for JUnit to open and to close. */
    public static FakeWorkspace create() {
        return new FakeWorkspace();
    }

    /** A workspace that is open already, to be closed by whoever opened it. */
    public static FakeWorkspace start() {
        FakeWorkspace workspace = new FakeWorkspace();
        workspace.open();
        return workspace;
    }

    private synchronized Open open() {
        if (open == null) {
            Scene scene = new Scene();
            WorkspaceApi api = new WorkspaceApi(scene);
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            WebhookServer server =
                    WebhookServer.start(any, WebhookServer.DEFAULT_BODY_LIMIT, request -> answer(scene, api, request));
            scene.commands().at(at(server));
            open = new Open(scene, api, server);
        }
        return open;
    }

    private static WebhookResponse answer(Scene scene, WorkspaceApi api, WebhookRequest request) {
        if (request.path().startsWith(WorkspaceApi.PATH)) {
            return scene.background().after(() -> api.answer(request));
        }
        return request.path().startsWith(Commands.PATH)
                ? scene.background().after(() -> scene.commands().answer(request))
                : WebhookResponse.text("").withStatus(404);
    }

    private static URI at(WebhookServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where the API answers, in place of {@code https://slack.com/api/}. */
    public URI api() {
        return URI.create(at(open().server()) + WorkspaceApi.PATH);
    }

    /** The workspace's id. */
    public String teamId() {
        return Scene.TEAM;
    }

    /** A person; who is named for the first time joins the workspace. */
    public FakeMember member(String name) {
        return open().scene().member(name);
    }

    /** A channel; one that is named for the first time is made. */
    public FakeChannel channel(String name) {
        return open().scene().channelNamed(name);
    }

    /** An app; one that is named for the first time is made from scratch, with no rights and not installed. */
    public FakeApp app(String name) {
        return open().scene().app(name);
    }

    /** Has events to this address, and to all below it, go straight to a handler, without a server or a network. */
    public FakeWorkspace app(String address, WebhookHandler handler) {
        open().scene().transport().mount(address, handler);
        return this;
    }

    /** The next request for this method, such as {@code chat.postMessage}, meets this fault. */
    public FakeWorkspace next(String method, SlackFault fault) {
        open().api().plan(method, fault);
        return this;
    }

    /** The next event that an app is sent meets this fault. */
    public FakeWorkspace nextEvent(EventFault fault) {
        open().scene().events().plan(fault);
        return this;
    }

    /** From now on a method may be asked so often in a minute of real time, and more is answered 429. */
    public FakeWorkspace limits(String method, int perMinute) {
        open().api().limit(method, perMinute);
        return this;
    }

    /** How often this method was asked. */
    public int requests(String method) {
        return open().api().requests(method);
    }

    /** Lets time pass: events that were not taken are sent again after a minute, and after five more. */
    public FakeWorkspace advance(Duration duration) {
        open().scene().timeline().pass(duration);
        return this;
    }

    /** Waits until apps were told of everything that bots did so far. */
    public FakeWorkspace settle() {
        open().scene().background().settle();
        return this;
    }

    /** Everything that happened, a line each. */
    public String log() {
        return open().scene().log();
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.server().close();
            open.scene().close();
            open = null;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
