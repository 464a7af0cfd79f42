package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.fake.slack.FakePost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrowingMessageTest {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final BotFixture fixture = new BotFixture();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    private GrowingMessage growing() {
        BotMessage question = new BotMessage(
                "1.2",
                fixture.general.id(),
                fixture.ana.id(),
                Optional.empty(),
                List.of(),
                List.of(),
                new BotEvent("Ev1", "app_mention", "T1", MissingNode.getInstance()));
        SlackPlace place = new SlackPlace(fixture.client, question);
        return new GrowingMessage(
                place, place.post(List.of(MessagePart.text("One moment …")), false), PACE, nanos::get);
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void the_first_piece_replaces_the_waiting_message_at_once() {
        growing().append("A");

        assertThat(fixture.general.posts().get(0).versions()).containsExactly("One moment …", "A");
    }

    @Test
    void updates_keep_to_the_pace() {
        GrowingMessage answer = growing();
        for (int i = 0; i < 100; i++) {
            answer.append("x");
            advance(Duration.ofMillis(100));
        }
        answer.close();

        FakePost post = fixture.general.posts().get(0);
        assertThat(post.versions()).hasSize(1 + 10 + 1);
        assertThat(post.text()).isEqualTo("x".repeat(100));
    }

    @Test
    void closing_shows_the_rest_and_can_be_repeated() {
        GrowingMessage answer = growing();
        answer.append("Hel");
        answer.append("lo");
        answer.close();
        answer.close();

        assertThat(fixture.general.posts().get(0).versions()).containsExactly("One moment …", "Hel", "Hello");
    }

    @Test
    void a_waiting_message_without_an_answer_is_deleted() {
        growing().close();

        assertThat(fixture.general.posts()).isEmpty();
    }

    @Test
    void replace_replaces_the_text() {
        GrowingMessage answer = growing();
        answer.append("It is");
        answer.update("Sorry.");
        answer.close();

        assertThat(fixture.general.posts().get(0).text()).isEqualTo("Sorry.");
    }

    @Test
    void a_long_answer_continues_in_further_messages() {
        Random random = new Random(7);
        StringBuilder expected = new StringBuilder();
        GrowingMessage answer = growing();
        while (expected.length() < 20_000) {
            String piece = random.nextInt(5) == 0 ? "😀" : "word" + random.nextInt(1_000) + " ";
            expected.append(piece);
            answer.append(piece);
            advance(Duration.ofMillis(random.nextInt(700)));
        }
        answer.close();

        List<FakePost> posts = fixture.general.posts();
        assertThat(posts).hasSizeGreaterThan(4).allMatch(post -> post.text().length() <= 4_000);
        assertThat(posts.stream().map(FakePost::text).collect(Collectors.joining()))
                .isEqualTo(expected.toString());
    }

    @Test
    void a_long_piece_is_split() {
        GrowingMessage answer = growing();
        answer.append("y".repeat(9_000));
        answer.close();

        assertThat(fixture.general.posts())
                .extracting(post -> post.text().length())
                .containsExactly(4_000, 4_000, 1_000);
    }

    @Test
    void blanks_after_a_full_message_do_not_shorten_it() {
        GrowingMessage answer = growing();
        answer.append("y".repeat(3_999) + " ");
        answer.append(" ".repeat(5_000));
        answer.close();

        assertThat(fixture.general.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.text().strip()).isEqualTo("y".repeat(3_999)));
    }

    @Test
    void two_identical_full_messages_are_both_posted() {
        GrowingMessage answer = growing();
        answer.append(" ".repeat(4_000) + "z".repeat(8_000));
        answer.close();

        assertThat(fixture.general.posts())
                .extracting(FakePost::text)
                .containsExactly("z".repeat(4_000), "z".repeat(4_000));
    }

    @Test
    void updates_stay_within_the_rate_limit() {
        fixture.workspace.limits("chat.update", 50);
        GrowingMessage answer = growing();
        for (int i = 0; i < 600; i++) {
            answer.append("z");
            advance(Duration.ofMillis(80));
        }
        answer.close();

        assertThat(fixture.general.posts().get(0).text()).hasSize(600);
        assertThat(fixture.workspace.requests("chat.update")).isLessThan(51);
    }
}
