package dev.parlance.fake.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.security.SlackSignature;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workspace, tested with a plain HTTP client. */
class FakeWorkspaceTest {
    private static final String URL = "https://bot.example/events";
    private static final JsonMapper JSON = new JsonMapper();

    @ForEachTest
    final FakeWorkspace workspace = FakeWorkspace.create();

    private final List<JsonNode> received = new ArrayList<>();
    private final List<String> retries = new ArrayList<>();
    private int status = 200;
    private boolean noRetry;
    private FakeApp app;
    private FakeMember ana;

    @BeforeEach
    void installApp() {
        app = workspace
                .app("Bot")
                .scopes("app_mentions:read", "chat:write", "im:history")
                .install();
        ana = workspace.member("Ana");
        workspace.mount(URL, this::answer);
    }

    private WebhookResponse answer(WebhookRequest request) {
        if (!SlackSignature.of(app.signingSecret()).verify(request).isAccepted()) {
            return WebhookResponse.text("").withStatus(403);
        }
        JsonNode json = json(request.bodyText());
        received.add(json);
        retries.add(request.header("X-Slack-Retry-Num").orElse("0") + " "
                + request.header("X-Slack-Retry-Reason").orElse(""));
        if (json.path("type").asText().equals("url_verification")) {
            return WebhookResponse.text(json.path("challenge").asText());
        }
        WebhookResponse response = WebhookResponse.text("").withStatus(status);
        return noRetry ? response.withHeader("X-Slack-No-Retry", "1") : response;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode call(String token, String method, String... namesAndValues) throws IOException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        HttpURLConnection connection =
                (HttpURLConnection) workspace.api().resolve(method).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setDoOutput(true);
        connection.getOutputStream().write(form.toString().getBytes(UTF_8));
        return json(new String(connection.getInputStream().readAllBytes(), UTF_8));
    }

    private List<String> receivedTypes() {
        return received.stream().map(json -> json.at("/event/type").asText()).toList();
    }

    @Test
    void a_request_url_is_verified_when_it_is_set() {
        app.requestUrl(URL);

        assertThat(received)
                .singleElement()
                .satisfies(json -> assertThat(json.path("challenge").asText()).isNotEmpty());
    }

    @Test
    void a_request_url_that_fails_the_verification_is_refused() {
        workspace.mount("https://other.example", request -> WebhookResponse.text("It works!"));
        workspace.mount(
                "https://closed.example", request -> WebhookResponse.text("").withStatus(403));

        assertThatThrownBy(() -> app.requestUrl("https://other.example/events"))
                .hasMessageContaining("didn't respond with the value of the challenge parameter");
        assertThatThrownBy(() -> app.requestUrl("https://closed.example/events"))
                .hasMessageContaining("HTTP 403");
        assertThatThrownBy(() -> app.requestUrl("https://nowhere.example/events"))
                .hasMessageContaining("no response within three seconds");
    }

    @Test
    void a_subscribed_app_in_the_channel_receives_a_mention() {
        FakeChannel general = workspace.channel("general").invites(app);
        app.requestUrl(URL).subscribes("app_mention");

        ana.mentions(app, workspace.channel("elsewhere"), "x");
        ana.writes(general, "not meant");
        FakePost post = ana.mentions(app, general, "What?");

        assertThat(receivedTypes()).containsExactly("", "app_mention");
        JsonNode event = received.get(1).path("event");
        assertThat(event.path("text").asText()).isEqualTo("<@" + app.userId() + "> What?");
        assertThat(event.path("ts").asText()).isEqualTo(post.ts());
        assertThat(received.get(1).at("/authorizations/0/user_id").asText()).isEqualTo(app.userId());
    }

    @Test
    void a_direct_message_needs_the_scope() {
        FakeApp poor = workspace.app("Poor").scopes("chat:write").install().messagesTab(true);
        poor.subscribes("message.im");
        workspace.mount(
                "https://poor.example",
                request -> WebhookResponse.text(
                        json(request.bodyText()).path("challenge").asText("ok")));
        poor.requestUrl("https://poor.example/events");

        ana.messages(poor, "hello?");
        assertThat(poor.deliveries()).hasSize(1);

        poor.scopes("im:history");
        ana.messages(poor, "hello?");
        assertThat(poor.deliveries()).hasSize(1);

        poor.install();
        ana.messages(poor, "hello?");
        assertThat(poor.deliveries()).extracting(EventDelivery::type).containsExactly("url_verification", "message");
    }

    @Test
    void a_closed_messages_tab_allows_no_messages() {
        assertThatThrownBy(() -> ana.messages(app, "hello"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Messages Tab");
    }

    @Test
    void a_failed_event_is_retried_immediately_and_after_one_and_five_minutes() {
        app.requestUrl(URL).subscribes("message.im").messagesTab(true);
        status = 500;

        ana.messages(app, "x");
        assertThat(retries.subList(1, retries.size())).containsExactly("0 ", "1 http_error");
        workspace.advance(Duration.ofSeconds(59));
        assertThat(retries).hasSize(3);
        workspace.advance(Duration.ofSeconds(1));
        assertThat(retries).hasSize(4);
        workspace.advance(Duration.ofMinutes(5));
        assertThat(retries).last().isEqualTo("3 http_error");
        workspace.advance(Duration.ofHours(1));
        assertThat(retries).hasSize(5);
        assertThat(received.stream().map(json -> json.path("event_id").asText()).distinct())
                .hasSize(2);
    }

    @Test
    void an_event_refused_with_no_retry_is_not_retried() {
        app.requestUrl(URL).subscribes("message.im").messagesTab(true);
        status = 400;
        noRetry = true;

        ana.messages(app, "x");
        workspace.advance(Duration.ofHours(1));

        assertThat(received).hasSize(2);
    }

    @Test
    void a_token_is_valid_while_the_app_is_installed() throws Exception {
        FakeApp fresh = workspace.app("Fresh");

        assertThat(call(fresh.token(), "auth.test").path("error").asText()).isEqualTo("invalid_auth");
        fresh.install();
        assertThat(call(fresh.token(), "auth.test").path("user_id").asText()).isEqualTo(fresh.userId());
        fresh.uninstall();
        assertThat(call(fresh.token(), "auth.test").path("error").asText()).isEqualTo("account_inactive");
        assertThat(call("xoxb-unknown", "auth.test").path("error").asText()).isEqualTo("invalid_auth");
    }

    @Test
    void a_subscribed_app_receives_its_removal() {
        app.requestUrl(URL).uninstall();
        assertThat(received).hasSize(1);

        app.subscribes("app_uninstalled").install().uninstall();
        assertThat(receivedTypes()).last().isEqualTo("app_uninstalled");
    }

    @Test
    void a_request_without_the_scope_is_refused() throws Exception {
        JsonNode answer = call(app.token(), "users.info", "user", ana.id());

        assertThat(answer.path("error").asText()).isEqualTo("missing_scope");
        assertThat(answer.path("needed").asText()).isEqualTo("users:read");
    }

    @Test
    void a_bot_can_post_only_in_its_channels() throws Exception {
        FakeChannel general = workspace.channel("general");

        assertThat(call(app.token(), "chat.postMessage", "channel", general.id(), "text", "x")
                        .path("error")
                        .asText())
                .isEqualTo("not_in_channel");
        general.invites(app);
        assertThat(call(app.token(), "chat.postMessage", "channel", general.id(), "text", "")
                        .path("error")
                        .asText())
                .isEqualTo("no_text");
        assertThat(call(app.token(), "chat.postMessage", "channel", "C0", "text", "x")
                        .path("error")
                        .asText())
                .isEqualTo("channel_not_found");
        assertThat(call(app.token(), "chat.postMessage", "channel", general.id(), "text", "x".repeat(40_001))
                        .path("error")
                        .asText())
                .isEqualTo("msg_too_long");
        call(app.token(), "chat.postMessage", "channel", general.id(), "text", "hello");
        assertThat(general.awaits("hello").author()).isEqualTo(app.userId());
    }

    @Test
    void an_event_has_the_text_that_was_posted_even_if_the_bot_has_changed_it_before_the_event_is_sent()
            throws Exception {
        FakeChannel general = workspace.channel("general").invites(app);
        app.requestUrl(URL).subscribes("app_mention");
        CountDownLatch isChanged = new CountDownLatch(1);
        workspace.mount(URL, request -> {
            awaits(isChanged);
            return answer(request);
        });
        String mention = "<@" + app.userId() + "> ";
        call(app.token(), "chat.postMessage", "channel", general.id(), "text", mention + "one");
        String ts = call(app.token(), "chat.postMessage", "channel", general.id(), "text", mention + "two")
                .path("ts")
                .asText();
        call(app.token(), "chat.update", "channel", general.id(), "ts", ts, "text", "changed");
        isChanged.countDown();
        workspace.settle();

        assertThat(received).extracting(json -> json.at("/event/text").asText()).contains(mention + "two");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_bot_can_not_change_messages_of_others() throws Exception {
        FakeChannel general = workspace.channel("general").invites(app);
        FakePost post = ana.writes(general, "mine");

        assertThat(call(app.token(), "chat.update", "channel", general.id(), "ts", post.ts(), "text", "yours")
                        .path("error")
                        .asText())
                .isEqualTo("cant_update_message");
        assertThat(call(app.token(), "chat.delete", "channel", general.id(), "ts", "1.2")
                        .path("error")
                        .asText())
                .isEqualTo("message_not_found");
    }

    @Test
    void the_log_and_the_messages_can_be_read() {
        FakeChannel general = workspace.channel("general").invites(app);
        ana.writes(general, "hello");

        assertThat(workspace.log()).contains("Ana in #general: hello");
        assertThat(general.posts()).hasSize(1);
        assertThat(general.answers()).isEmpty();
    }

    @Test
    void a_manifest_configures_an_app() {
        FakeApp other = workspace
                .app("Other")
                .manifest(
                        "{\"features\":{\"app_home\":{\"messages_tab_enabled\":true},\"bot_user\":{\"always_online\":true}},"
                                + "\"oauth_config\":{\"scopes\":{\"bot\":[\"chat:write\",\"im:history\"]}},"
                                + "\"settings\":{\"event_subscriptions\":{\"bot_events\":[\"message.im\"]}}}");
        workspace.mount(
                "https://other.example",
                request -> WebhookResponse.text(
                        json(request.bodyText()).path("challenge").asText("ok")));
        other.requestUrl("https://other.example/");

        ana.messages(other, "hello");

        assertThat(other.granted()).containsExactlyInAnyOrder("chat:write", "im:history");
        assertThat(other.isOnline()).isTrue();
        assertThat(other.deliveries()).hasSize(2);
    }
}
