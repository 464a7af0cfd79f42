package dev.parlance.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.prompt.SmsText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudoLanguageTest {
    private static Language pseudo(Map<String, String> texts) {
        return Prompts.from(PseudoLanguage.addedTo(PromptSource.map(Map.of("en-US", texts))))
                .find("en-XA")
                .orElseThrow();
    }

    @Test
    void texts_are_accented_in_brackets_and_keep_their_placeholders() {
        Language language = pseudo(Map.of(
                "hello", "Hello, {name}!",
                "cups", "{count, plural, one {# cup} other {# cups}}",
                "stop", "Text STOP to end, or see https://clinic.example/stop"));

        assertThat(language.text("hello", "name", "Ana")).isEqualTo("[Ĥéļļö, Ana! ]");
        assertThat(language.text("cups", "count", 2)).startsWith("[2 ćûƥš").endsWith("]");
        assertThat(language.text("stop"))
                .contains(" STOP ", " https://clinic.example/stop ")
                .startsWith("[Ţéẋţ")
                .doesNotContain("end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was it good?",
                "How was your tea today, from 1 to 5?",
                "Thank you. We will call you again soon, and only once."
            })
    void texts_are_30_to_40_percent_longer_and_force_another_encoding(String text) {
        String pseudo = PseudoLanguage.textOf(text);

        assertThat((double) pseudo.length() / text.length()).isBetween(1.3, 1.4);
        assertThat(SmsText.of(pseudo).forcingUcs2()).isNotEmpty();
    }

    @Test
    void words_to_recognize_and_the_voice_stay() {
        Language language = pseudo(Map.of(
                "voice",
                "Polly.Joanna",
                "language",
                "en-US",
                "tea",
                "Tea",
                "tea.also",
                "chai, cuppa",
                "line",
                "{tea}. {b}"));

        assertThat(language.text("tea")).isEqualTo("[Ţéá]");
        assertThat(language.text("tea.also")).isEqualTo("chai, cuppa");
        assertThat(language.text("line", "tea", 1, "b", 2)).isEqualTo("1. 2");
        assertThat(language.voice()).contains("Polly.Joanna");
        assertThat(language.spokenLanguage()).isEqualTo("en-US");
    }
}
