package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.model.Message;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.workspace.FakePost;
import dev.parlance.testkit.workspace.SlackFault;
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
    private final Office office = new Office();
    private final List<Duration> pauses = new ArrayList<>();
    private final BotClient client = client(office.app.token());

    private BotClient client(String token) {
        return BotClient.with(Secret.of(token))
                .api(office.workspace.api())
                .timeout(Duration.ofMillis(500))
                .sleeper(pauses::add)
                .build();
    }

    @AfterEach
    void closeTheOffice() {
        client.close();
        office.close();
    }

    private String general() {
        return office.general.id();
    }

    @Test
    void a_message_is_posted_updated_and_deleted() {
        PostedMessage message = client.post(general(), "Good morning");
        FakePost post = office.general.posts().get(0);

        message.update("Good evening");
        assertThat(post.versions()).containsExactly("Good morning", "Good evening");

        client.update(general(), message.id(), "Good night");
        assertThat(post.text()).isEqualTo("Good night");

        message.delete();
        assertThat(office.general.posts()).isEmpty();
    }

    @Test
    void a_person_is_written_to_by_his_id() {
        client.post(office.ana.id(), "psst");

        assertThat(office.ana.chatWith(office.app).posts())
                .extracting(FakePost::text)
                .containsExactly("psst");
    }

    @Test
    void a_thread_is_written_into() {
        PostedMessage first = client.post(general(), "one");

        client.postInThread(general(), first.id(), "two");

        assertThat(office.general.posts().get(1).thread()).contains(first.id());
    }

    @Test
    void who_it_is_is_asked_once() {
        BotIdentity identity = client.identity();

        assertThat(identity.userId()).isEqualTo(office.app.userId());
        assertThat(identity.botId()).isEqualTo(office.app.botId());
        assertThat(client.identity()).isSameAs(identity);
        assertThat(office.workspace.requests("auth.test")).isEqualTo(1);
    }

    @Test
    void too_many_is_waited_for_as_long_as_the_answer_says_and_asked_again() {
        office.workspace.next("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(7)));

        client.post(general(), "x");

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(office.general.posts()).hasSize(1);
    }

    @Test
    void too_many_that_would_take_longer_than_its_patience_is_told_at_once() {
        office.workspace.next("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(31)));

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("ratelimited");
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(e.mayHaveBeenDone()).isFalse();
        assertThat(pauses).isEmpty();
    }

    @Test
    void too_many_four_times_is_enough() {
        for (int i = 0; i < 4; i++) {
            office.workspace.next("chat.postMessage", SlackFault.rateLimited(Duration.ofSeconds(1)));
        }

        assertThatThrownBy(() -> client.post(general(), "x")).hasMessageContaining("429");
        assertThat(office.workspace.requests("chat.postMessage")).isEqualTo(4);
    }

    @Test
    void an_error_with_status_200_is_an_error_that_says_what_to_do() {
        String elsewhere = office.workspace.channel("elsewhere").id();

        assertThatThrownBy(() -> client.post(elsewhere, "x"))
                .isInstanceOf(BotException.class)
                .hasMessage(
                        "chat.postMessage was refused: not_in_channel. Invite the bot into the channel: /invite and its"
                                + " name.");
        assertThat(office.workspace.requests("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void a_scope_that_is_missing_is_named() {
        office.workspace.app("Poor").install();
        try (BotClient poor = client(office.workspace.app("Poor").token())) {
            assertThatThrownBy(() -> poor.post(general(), "x"))
                    .hasMessageContaining("It needs the scope chat:write.")
                    .hasMessageContaining("install the app again");
        }
    }

    @Test
    void a_message_whose_answer_is_lost_is_not_posted_again() {
        office.workspace.next("chat.postMessage", SlackFault.ANSWER_LOST);

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.mayHaveBeenDone()).isTrue();
        assertThat(e).hasMessageContaining("may have been done all the same");
        assertThat(office.general.posts()).hasSize(1);
    }

    @Test
    void what_changes_nothing_is_asked_again_after_an_answer_that_was_lost() {
        office.workspace.next("auth.test", SlackFault.ANSWER_LOST);

        assertThat(client.identity().userId()).isEqualTo(office.app.userId());
    }

    @Test
    void a_passing_error_is_asked_again_only_where_that_does_no_harm() {
        office.workspace.next("auth.test", SlackFault.status(503));
        office.workspace.next("chat.postMessage", SlackFault.status(503));

        client.identity();
        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("http_503");
        assertThat(office.workspace.requests("auth.test")).isEqualTo(2);
        assertThat(office.workspace.requests("chat.postMessage")).isEqualTo(1);
    }

    @Test
    void an_answer_that_takes_too_long_is_given_up() {
        office.workspace.next("chat.postMessage", SlackFault.slow(Duration.ofSeconds(2)));

        BotException e = catchThrowableOfType(BotException.class, () -> client.post(general(), "x"));

        assertThat(e.code()).isEqualTo("unanswered");
        assertThat(e.mayHaveBeenDone()).isTrue();
    }

    @Test
    void a_page_that_is_no_json_is_an_answer_that_cannot_be_read() {
        office.workspace.next("chat.postMessage", SlackFault.MALFORMED);

        assertThatThrownBy(() -> client.post(general(), "x"))
                .isInstanceOf(BotException.class)
                .hasMessageContaining("can be read");
    }

    @Test
    void an_address_where_nobody_listens_is_told() {
        try (BotClient lonely = BotClient.with(Secret.of("xoxb-0"))
                .api(URI.create("http://127.0.0.1:1/api"))
                .sleeper(pauses::add)
                .build()) {
            assertThatThrownBy(lonely::identity)
                    .isInstanceOf(BotException.class)
                    .hasMessageContaining("ConnectException");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 250, 1_000})
    void the_history_is_read_over_as_many_pages_as_it_takes(int most) {
        IntStream.range(0, 240).forEach(i -> office.ana.writes(office.general, "message " + i));

        List<Message> history = client.history(general(), most);

        assertThat(history).hasSize(Math.min(most, 240));
        assertThat(history.get(0).getText()).isEqualTo("message 239");
        assertThat(history.stream().map(Message::getTs).collect(Collectors.toSet()))
                .hasSize(history.size());
    }

    @Test
    void anything_else_is_asked_for_by_slacks_own_client() {
        String name = client.read("users.info", methods -> methods.usersInfo(r -> r.user(office.ana.id())))
                .getUser()
                .getRealName();

        assertThat(name).isEqualTo("Ana");
    }

    @Test
    void what_the_client_may_not_do_is_an_exception_whoever_asks() {
        assertThatThrownBy(() -> client.change(
                        "reactions.add",
                        methods -> methods.reactionsAdd(
                                r -> r.channel(general()).timestamp("1.2").name("wave"))))
                .isInstanceOf(BotException.class)
                .hasMessageStartingWith("reactions.add was refused: unknown_method");
    }

    @Test
    void neither_the_token_nor_any_word_is_in_an_error() {
        office.workspace.next("chat.postMessage", SlackFault.error("no_such_error"));

        assertThatThrownBy(() -> client.post(general(), "my words"))
                .hasMessageNotContaining("my words")
                .hasMessageNotContaining(office.app.token());
    }

    @Test
    void two_projects_are_two_clients_with_a_token_each() {
        office.workspace.app("Site").scopes("chat:write").install();
        office.general.invites(office.workspace.app("Site"));
        try (BotClient site = client(office.workspace.app("Site").token())) {
            client.post(general(), "from one");
            site.post(general(), "from the other");
        }

        assertThat(office.general.posts())
                .extracting(FakePost::author)
                .containsExactly(
                        office.app.userId(), office.workspace.app("Site").userId());
    }

    @Test
    void it_leaves_no_thread_behind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (BotClient one = client(office.app.token())) {
            one.identity();
        }

        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.isDaemon())
                .map(Thread::getName)
                .filter(name -> !name.startsWith("parlance-webhook-"))
                .toList();

        assertThat(left).isEmpty();
    }
}
