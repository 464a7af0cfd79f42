package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
    private static String plain(String text) {
        return SlackText.parse(text).stream().map(MessagePart::plain).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "hello ~ hello",
                "a &lt;b&gt; &amp;amp; c ~ a <b> &amp; c",
                "<@U1> ~ @U1",
                "<@U1|ana> ~ @ana",
                "<#C1|general> ~ #general",
                "<!here> ~ @here",
                "<!here|@here> ~ @here",
                "<!subteam^S1|@makers> ~ @makers",
                "<!date^1392734382^{date}|in February> ~ in February",
                "<https://a.example> ~ https://a.example",
                "<https://a.example|here> ~ here",
                "<mailto:a@b.example|a@b.example> ~ a@b.example",
                "1 < 2 ~ 1 < 2",
                "<> ~ <>"
            })
    void text_is_read_as_displayed(String text, String seen) {
        assertThat(plain(text)).isEqualTo(seen);
    }

    @Test
    void words_are_always_escaped() {
        Random random = new Random(1);
        String letters = "<>&|@!#;ltgamp U1C2here\n\"'😀";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder words = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            String written = SlackText.write(List.of(MessagePart.text(words.toString())));

            assertThat(written).doesNotContain("<").doesNotContain(">");
            assertThat(plain(written)).isEqualTo(words.toString());
        }
    }

    @Test
    void any_text_can_be_parsed() {
        Random random = new Random(2);
        String letters = "<>&|@!#^;ltUC12subteamhttp:/\n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(SlackText.write(SlackText.parse(text.toString()))).isNotNull();
        }
        assertThat(plain("<|x>")).isEqualTo("<|x>");
    }

    @Test
    void written_parts_are_read_back_unchanged() {
        List<MessagePart> parts = List.of(
                MessagePart.person("U1"),
                MessagePart.text(" and "),
                MessagePart.channel("C1"),
                MessagePart.group("here"),
                MessagePart.group("S123"),
                MessagePart.link("https://a.example/?a=1&b=2", "A & <B>"));

        assertThat(SlackText.parse(SlackText.write(parts))).isEqualTo(parts);
    }

    @Test
    void invalid_ids_and_urls_become_plain_words() {
        assertThat(SlackText.write(List.of(
                        MessagePart.person("!channel>"),
                        MessagePart.group("nobody"),
                        MessagePart.link("javascript:alert(1)", "click"))))
                .isEqualTo("@!channel&gt;@nobodyclick");
    }
}
