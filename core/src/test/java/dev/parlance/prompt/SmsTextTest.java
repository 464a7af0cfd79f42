package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.prompt.SmsText.Encoding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {
    @ParameterizedTest
    @CsvSource({
        "a, 0, 0, 1",
        "a, 160, 160, 1",
        "a, 161, 161, 2",
        "a, 306, 306, 2",
        "a, 307, 307, 3",
        "a, 459, 459, 3",
        "€, 80, 160, 1",
        "€, 81, 162, 2",
        "€, 152, 304, 2",
        "€, 153, 306, 3"
    })
    void gsm_7_fits_160_septets_in_one_message_and_153_in_each_of_several(
            String unit, int times, int units, int segments) {
        SmsText text = SmsText.of(unit.repeat(times));

        assertThat(text).isEqualTo(new SmsText(Encoding.GSM_7, units, segments, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "я, 70, 70, 1",
        "я, 71, 71, 2",
        "я, 134, 134, 2",
        "я, 135, 135, 3",
        "😀, 35, 70, 1",
        "😀, 36, 72, 2",
        "😀, 66, 132, 2",
        "😀, 67, 134, 3"
    })
    void ucs_2_fits_70_units_in_one_message_and_67_in_each_of_several(String unit, int times, int units, int segments) {
        SmsText text = SmsText.of(unit.repeat(times));

        assertThat(text).isEqualTo(new SmsText(Encoding.UCS_2, units, segments, List.of(unit)));
    }

    @Test
    void a_character_of_two_units_is_not_split_between_segments() {
        String first = "a".repeat(152);

        assertThat(SmsText.of(first + "€" + "a".repeat(151)).segments()).isEqualTo(2);
        assertThat(SmsText.of(first + "€" + "a".repeat(152)).segments()).isEqualTo(3);
        assertThat(SmsText.of("я".repeat(66) + "😀" + "я".repeat(65)).segments())
                .isEqualTo(2);
        assertThat(SmsText.of("я".repeat(66) + "😀" + "я".repeat(66)).segments())
                .isEqualTo(3);
    }

    @Test
    void gsm_7_has_127_single_septet_characters_and_ten_double_ones() {
        long one = Character.MAX_VALUE
                - java.util.stream.IntStream.range(0, Character.MAX_VALUE)
                        .filter(c -> Gsm7.septets(c) != 1)
                        .count();

        assertThat(one).isEqualTo(127);
        assertThat(SmsText.of("^{}\\[~]|€\f").units()).isEqualTo(20);
    }

    @Test
    void the_characters_that_force_ucs_2_are_listed_once_in_order() {
        assertThat(SmsText.of("¿Cómo está, qué tal? Así 😀 ó").forcingUcs2()).containsExactly("ó", "á", "í", "😀");
        assertThat(SmsText.of("¿Qué tal, ñandú?").forcingUcs2()).containsExactly("ú");
        assertThat(SmsText.of("à la ñ é").forcingUcs2()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "short            | 10 | short",
                "one two three    | 10 | one two;three",
                "One. Two three   | 12 | One. Two;three",
                "A bc. D ef. Gh   | 10 | A bc.;D ef. Gh",
                "abcdefghijkl     | 5  | abcde;fghij;kl",
                "a b c d e f      | 4  | a b;c d;e f"
            })
    void a_text_is_split_after_a_sentence_or_a_word(String text, int limit, String parts) {
        assertThat(String.join(";", SmsText.split(text, limit))).isEqualTo(parts);
    }

    @Test
    void a_paragraph_is_preferred_to_a_sentence() {
        assertThat(SmsText.split("First one here.\n\nSecond. Third one", 26))
                .containsExactly("First one here.", "Second. Third one");
    }

    @Test
    void a_visible_character_is_not_split() {
        String family = "👨‍👩‍👧";

        assertThat(SmsText.split("aaaa" + family + "bb", 8)).containsExactly("aaaa", family, "bb");
        assertThat(SmsText.split("नि".repeat(4), 3)).containsExactly("नि", "नि", "नि", "नि");
        assertThat(String.join("", SmsText.split(family, 4))).isEqualTo(family);
    }

    @Test
    void for_any_text_only_whitespace_is_lost_and_no_part_is_too_long() {
        String alphabet = "ab. \n!é😀\u0301\u200d我";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(120), 0, alphabet.codePointCount(0, alphabet.length()))
                    .forEach(i -> text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, i))));
            int limit = 2 + random.nextInt(30);

            List<String> parts = SmsText.split(text.toString(), limit);

            assertThat(parts).as("seed %d", seed).allMatch(part -> part.length() <= limit);
            assertThat(String.join("", parts).replaceAll("\\s", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @Test
    void a_long_text_is_split_at_twilios_limit() {
        List<String> parts = SmsText.split("word ".repeat(1_000).strip(), SmsText.MAX_LENGTH);

        assertThat(parts).hasSize(4).allMatch(part -> part.length() <= 1_600);
    }

    @Test
    void a_limit_too_small_for_a_character_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SmsText.split("abc", 1));
    }

    @Test
    void toString_contains_no_words() {
        assertThat(SmsText.of("my secret ó")).hasToString("UCS_2, 11 units, 1 segment(s)");
    }
}
