package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.testkit.workspace.FakePost;
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

    private final Office office = new Office();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    private GrowingMessage growing() {
        BotMessage question = new BotMessage(
                "1.2",
                office.general.id(),
                office.ana.id(),
                Optional.empty(),
                List.of(),
                List.of(),
                new BotEvent("Ev1", "app_mention", "T1", MissingNode.getInstance()));
        SlackPlace place = new SlackPlace(office.client, question);
        return new GrowingMessage(place, place.post(List.of(Part.words("One moment …")), false), PACE, nanos::get);
    }

    private void timePasses(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void the_first_piece_takes_the_place_of_the_waiting_message_at_once() {
        growing().append("A");

        assertThat(office.general.posts().get(0).versions()).containsExactly("One moment …", "A");
    }

    @Test
    void further_pieces_are_shown_no_faster_than_the_pace_allows() {
        GrowingMessage answer = growing();
        for (int i = 0; i < 100; i++) {
            answer.append("x");
            timePasses(Duration.ofMillis(100));
        }
        answer.close();

        FakePost post = office.general.posts().get(0);
        assertThat(post.versions()).hasSize(1 + 10 + 1);
        assertThat(post.text()).isEqualTo("x".repeat(100));
    }

    @Test
    void the_rest_is_shown_when_it_is_closed_and_closing_twice_does_no_harm() {
        GrowingMessage answer = growing();
        answer.append("Hel");
        answer.append("lo");
        answer.close();
        answer.close();

        assertThat(office.general.posts().get(0).versions()).containsExactly("One moment …", "Hel", "Hello");
    }

    @Test
    void a_waiting_message_that_nothing_came_of_is_taken_away() {
        growing().close();

        assertThat(office.general.posts()).isEmpty();
    }

    @Test
    void an_apology_takes_the_place_of_what_was_there() {
        GrowingMessage answer = growing();
        answer.append("It is");
        answer.replace("Sorry.");
        answer.close();

        assertThat(office.general.posts().get(0).text()).isEqualTo("Sorry.");
    }

    @Test
    void an_answer_too_long_for_one_message_goes_on_in_the_next_without_losing_a_character() {
        Random random = new Random(7);
        StringBuilder said = new StringBuilder();
        GrowingMessage answer = growing();
        while (said.length() < 20_000) {
            String piece = random.nextInt(5) == 0 ? "😀" : "word" + random.nextInt(1_000) + " ";
            said.append(piece);
            answer.append(piece);
            timePasses(Duration.ofMillis(random.nextInt(700)));
        }
        answer.close();

        List<FakePost> posts = office.general.posts();
        assertThat(posts).hasSizeGreaterThan(4).allMatch(post -> post.text().length() <= 4_000);
        assertThat(posts.stream().map(FakePost::text).collect(Collectors.joining()))
                .isEqualTo(said.toString());
    }

    @Test
    void one_piece_too_long_for_one_message_is_shared_out() {
        GrowingMessage answer = growing();
        answer.append("y".repeat(9_000));
        answer.close();

        assertThat(office.general.posts())
                .extracting(post -> post.text().length())
                .containsExactly(4_000, 4_000, 1_000);
    }

    @Test
    void blanks_where_a_message_is_full_take_nothing_of_it_away() {
        GrowingMessage answer = growing();
        answer.append("y".repeat(3_999) + " ");
        answer.append(" ".repeat(5_000));
        answer.close();

        assertThat(office.general.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.text().strip()).isEqualTo("y".repeat(3_999)));
    }

    @Test
    void two_full_messages_that_are_alike_are_two() {
        GrowingMessage answer = growing();
        answer.append(" ".repeat(4_000) + "z".repeat(8_000));
        answer.close();

        assertThat(office.general.posts())
                .extracting(FakePost::text)
                .containsExactly("z".repeat(4_000), "z".repeat(4_000));
    }

    @Test
    void it_keeps_to_what_the_platform_allows() {
        office.workspace.limits("chat.update", 50);
        GrowingMessage answer = growing();
        for (int i = 0; i < 600; i++) {
            answer.append("z");
            timePasses(Duration.ofMillis(80));
        }
        answer.close();

        assertThat(office.general.posts().get(0).text()).hasSize(600);
        assertThat(office.workspace.requests("chat.update")).isLessThan(51);
    }
}
