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
        return SlackText.parse(text).stream().map(Part::plain).collect(Collectors.joining());
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
    void it_is_read_as_a_person_sees_it(String text, String seen) {
        assertThat(plain(text)).isEqualTo(seen);
    }

    @Test
    void words_are_said_as_they_stand_whatever_is_in_them() {
        Random random = new Random(1);
        String letters = "<>&|@!#;ltgamp U1C2here\n\"'😀";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder words = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            String written = SlackText.write(List.of(Part.words(words.toString())));

            assertThat(written).doesNotContain("<").doesNotContain(">");
            assertThat(plain(written)).isEqualTo(words.toString());
        }
    }

    @Test
    void anything_can_be_read() {
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
    void what_is_meant_is_read_as_it_was_written() {
        List<Part> parts = List.of(
                Part.person("U1"),
                Part.words(" and "),
                Part.channel("C1"),
                Part.group("here"),
                Part.group("S123"),
                Part.link("https://a.example/?a=1&b=2", "A & <B>"));

        assertThat(SlackText.parse(SlackText.write(parts))).isEqualTo(parts);
    }

    @Test
    void ids_and_urls_that_are_none_are_only_words() {
        assertThat(SlackText.write(List.of(
                        Part.person("!channel>"), Part.group("nobody"), Part.link("javascript:alert(1)", "click"))))
                .isEqualTo("@!channel&gt;@nobodyclick");
    }
}
