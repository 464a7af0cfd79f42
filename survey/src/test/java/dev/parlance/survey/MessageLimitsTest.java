package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.outbound.TextMessage;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {
    private static final Address ANA = Address.of("whatsapp:+12025550123");
    private static final String LONG = "x".repeat(1_025);

    private static List<URI> pictures(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> URI.create("https://media.example/" + i))
                .toList();
    }

    private static List<String> messages(MessageLimits limits, List<String> texts, int pictures) {
        return limits.messages(ANA, texts, pictures(pictures)).stream()
                .map(message -> message.body() + message.media().size())
                .toList();
    }

    @Test
    void the_pictures_of_a_text_come_with_its_last_message() {
        assertThat(messages(MessageLimits.TEXT, List.of("a", "b"), 3)).containsExactly("a0", "b3");
        assertThat(messages(MessageLimits.TEXT, List.of("a"), 0)).containsExactly("a0");
    }

    @Test
    void a_messenger_takes_one_picture_in_each_message() {
        assertThat(messages(MessageLimits.MESSENGER, List.of("a", "b"), 3)).containsExactly("a0", "1", "1", "b1");
    }

    @Test
    void a_caption_is_short() {
        assertThat(messages(MessageLimits.MESSENGER, List.of(LONG), 1)).containsExactly("1", LONG + "0");
    }

    @Test
    void pictures_need_no_text() {
        assertThat(messages(MessageLimits.MESSENGER, List.of(), 2)).containsExactly("1", "1");
        assertThat(messages(MessageLimits.TEXT, List.of(), 0)).isEmpty();
    }

    @Test
    void a_reply_has_at_most_ten_pictures() {
        List<TextMessage> messages = MessageLimits.MESSENGER.messages(ANA, List.of("a"), pictures(12));

        assertThat(messages).hasSize(10);
    }
}
