package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.model.Message;
import dev.parlance.fake.slack.FakePost;
import dev.parlance.fake.slack.SlackFault;
import dev.parlance.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotClientTest {
    private final BotFixture fixture = new BotFixture();
    private final List<Duration> pauses = new ArrayList<>();
    private final BotClient client = client(fixture.app.token());

    private BotClient client(String token) {
        return BotClient.builder(Secret.of(token))
                .api(fixture.workspace.api())
                .timeout(Duration.ofMillis(500))
                .pauses(pauses::add, () -> 0)
                .build();
    }

    @AfterEach
    void tearDown() {
        client.close();
        fixture.close();
    }

    private String general() {
        return fixture.general.id();
    }

    @Test
    void a_message_is_posted_updated_and_deleted() {
        PostedMessage message = client.post(general(), "Good morning");
        FakePost post = fixture.general.posts().get(0);

        message.update("Good evening");
        assertThat(post.versions()).containsExactly("Good morning", "Good evening");

        client.message(general(), message.id()).update("Good night");
        assertThat(post.text()).isEqualTo("Good night");

        message.delete();
        assertThat(fixture.general.posts()).isEmpty();
    }

    @Test
    void a_user_id_posts_a_direct_message() {
        client.post(fixture.ana.id(), "psst");

        assertThat(fixture.ana.chatWith(fixture.app).posts())
                .extracting(FakePost::text)
                .containsExactly("psst");
    }

    @Test
    void a_message_can_be_posted_in_a_thread() {
        PostedMessage first = client.post(general(), "one");

        client.postInThread(general(), first.id(), "two");

        assertThat(fixture.general.posts().get(1).thread()).contains(first.id());
    }

    @Test
    void the_identity_is_fetched_once() {
        BotIdentity identity = client.identity();

        assertThat(identity.userId()).isEqualTo(fixture.app.userId());
        assertThat(identity.botId()).isEqualTo(fixture.app.botId());
        assertThat(client.identity()).isSameAs(identity);
        assertThat(fixture.workspace.requests("auth.test")).isEqualTo(1);
    }

    @Test
    void a_rate_limited_request_is_retried_after_the_requested_pause() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(7)));

        client.post(general(), "x");

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(fixture.general.posts()).hasSize(1);
    }

    @Test
    void a_pause_longer_than_the_patience_fails_at_once() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(31)));

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("ratelimited");
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_request_is_tried_four_times_at_most() {
        for (int i = 0; i < 4; i++) {
            fixture.workspace.failNext("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(1)));
        }

        assertThatThrownBy(() -> client.post(general(), "x")).hasMessageContaining("429");
        assertThat(fixture.workspace.requests("chat.postMessage")).isEqualTo(4);
    }

    @Test
    void an_error_with_status_200_is_thrown_with_advice() {
        String elsewhere = fixture.workspace.channel("elsewhere").id();

        assertThatThrownBy(() -> client.post(elsewhere, "x"))
                .isInstanceOf(BotException.class)
                .hasMessage(
                        "chat.postMessage was refused: not_in_channel. Invite the bot to the channel: /invite and its"
                                + " name.");
        assertThat(fixture.workspace.requests("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void a_missing_scope_is_named() {
        fixture.workspace.app("Restricted").install();
        try (BotClient restricted = client(fixture.workspace.app("Restricted").token())) {
            assertThatThrownBy(() -> restricted.post(general(), "x"))
                    .hasMessageContaining("It needs the scope chat:write.")
                    .hasMessageContaining("install the app again");
        }
    }

    @Test
    void a_message_with_a_lost_response_is_not_posted_again() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.ANSWER_LOST);

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.isOutcomeUnknown()).isTrue();
        assertThat(e).hasMessageContaining("may still have been carried out");
        assertThat(fixture.general.posts()).hasSize(1);
    }

    @Test
    void a_read_is_retried_after_a_lost_response() {
        fixture.workspace.failNext("auth.test", SlackFault.ANSWER_LOST);

        assertThat(client.identity().userId()).isEqualTo(fixture.app.userId());
    }

    @Test
    void only_reads_are_retried_after_a_temporary_error() {
        fixture.workspace.failNext("auth.test", SlackFault.status(503));
        fixture.workspace.failNext("chat.postMessage", SlackFault.status(503));

        client.identity();
        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("http_503");
        assertThat(fixture.workspace.requests("auth.test")).isEqualTo(2);
        assertThat(fixture.workspace.requests("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void a_slow_response_times_out() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.slow(Duration.ofSeconds(2)));

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("unanswered");
        assertThat(e.isOutcomeUnknown()).isTrue();
    }

    @Test
    void a_response_that_is_not_json_is_an_error() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.MALFORMED);

        assertThatThrownBy(() -> client.post(general(), "x"))
                .isInstanceOf(BotException.class)
                .hasMessageContaining("no readable response");
    }

    @Test
    void a_refused_connection_is_an_error() {
        try (BotClient unconnected = BotClient.builder(Secret.of("xoxb-0"))
                .api(URI.create("http://127.0.0.1:1/api"))
                .pauses(pauses::add, () -> 0)
                .build()) {
            assertThatThrownBy(unconnected::identity)
                    .isInstanceOf(BotException.class)
                    .hasMessageContaining("ConnectException");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 250, 1_000})
    void the_history_is_read_page_by_page(int most) {
        IntStream.range(0, 240).forEach(i -> fixture.ana.writes(fixture.general, "message " + i));

        List<Message> history = client.history(general(), most);

        assertThat(history).hasSize(Math.min(most, 240));
        assertThat(history.get(0).getText()).isEqualTo("message 239");
        assertThat(history.stream().map(Message::getTs).collect(Collectors.toSet()))
                .hasSize(history.size());
    }

    @Test
    void any_other_method_can_be_called_with_slacks_client() {
        String name = client.read("users.info", methods -> methods.usersInfo(r -> r.user(fixture.ana.id())))
                .getUser()
                .getRealName();

        assertThat(name).isEqualTo("Ana");
    }

    @Test
    void a_refused_call_of_any_method_is_an_exception() {
        assertThatThrownBy(() -> client.change(
                        "reactions.add",
                        methods -> methods.reactionsAdd(
                                r -> r.channel(general()).timestamp("1.2").name("wave"))))
                .isInstanceOf(BotException.class)
                .hasMessageStartingWith("reactions.add was refused: unknown_method");
    }

    @Test
    void errors_contain_no_token_and_no_message_text() {
        fixture.workspace.failNext("chat.postMessage", SlackFault.error("no_such_error"));

        assertThatThrownBy(() -> client.post(general(), "my words"))
                .hasMessageNotContaining("my words")
                .hasMessageNotContaining(fixture.app.token());
    }

    @Test
    void clients_with_different_tokens_post_as_different_bots() {
        fixture.workspace.app("Site").scopes("chat:write").install();
        fixture.general.invites(fixture.workspace.app("Site"));
        try (BotClient site = client(fixture.workspace.app("Site").token())) {
            client.post(general(), "from one");
            site.post(general(), "from the other");
        }

        assertThat(fixture.general.posts())
                .extracting(FakePost::author)
                .containsExactly(
                        fixture.app.userId(), fixture.workspace.app("Site").userId());
    }

    @Test
    void a_closed_client_leaves_no_threads() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (BotClient other = client(fixture.app.token())) {
            other.identity();
        }

        List<String> remaining = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .filter(name -> !name.startsWith("parlance-webhook-"))
                .toList();

        assertThat(remaining).isEmpty();
    }
}
