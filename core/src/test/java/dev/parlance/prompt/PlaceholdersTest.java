package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Hello, {name}!`, `Hello, Ana!`",
                "{ name } and {name}, Ana and Ana",
                "It's {name}'s, It's Ana's",
                "It''s, It's",
                "'{'name'}', {name}",
                "'{name}' {name}, {name} Ana",
                "'{it''s}', {it's}",
                "a } b, a } b",
                "'{open, {open"
            })
    void icu_and_our_parser_agree(String text, String expected) {
        assertThat(say("en", text, "name", "Ana")).isEqualTo(expected);

        String parsedByIcu = "{icu, select, other {}}" + text;
        assertThat(say("en", parsedByIcu, "name", "Ana", "icu", "x")).isEqualTo(expected);
    }

    @Test
    void a_name_can_have_one_dot() {
        assertThat(say("en", "Speed {service.speed}", "service.speed", 4)).isEqualTo("Speed 4");
    }

    @Test
    void the_source_text_of_a_prompt_is_available() {
        Language english = Prompts.of(Map.of("en", Map.of("items", "{count, plural, other {# items}} for {name}")))
                .in("en");

        assertThat(english.source("items")).isEqualTo("{count, plural, other {# items}} for {name}");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> english.source("itmes"))
                .withMessageContaining("items");
    }

    @Test
    void plurals_follow_the_rules_of_the_language() {
        Prompts prompts = Prompts.of(Map.of(
                "en", Map.of("items", "{count, plural, one {# item} other {# items}}"),
                "pl", Map.of("items", "{count, plural, one {# rzecz} few {# rzeczy} other {# rzeczy wiele}}")));

        assertThat(prompts.in("en").text("items", "count", 1)).isEqualTo("1 item");
        assertThat(prompts.in("en").text("items", "count", 2)).isEqualTo("2 items");
        assertThat(prompts.in("pl").text("items", "count", 2)).isEqualTo("2 rzeczy");
        assertThat(prompts.in("pl").text("items", "count", 5)).isEqualTo("5 rzeczy wiele");
    }

    @Test
    void an_inherited_plural_keeps_the_rules_of_its_own_language() {
        Prompts prompts = Prompts.of(Map.of(
                "pt", Map.of("items", "{count, plural, one {# item} other {# itens}}", "a", "a"),
                "pt-PT", Map.of("a", "b")));

        assertThat(prompts.in("pt-PT").text("items", "count", 3)).isEqualTo("3 itens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a, plural, other {", "{a, select, other {", "{a,SELECTORDINAL,other{", "{a,choice,0#"})
    void a_deeply_nested_pattern_is_reported(String opening) {
        String closing = "}".repeat(opening.length() - opening.replace("{", "").length());
        String deep = opening.repeat(2_000) + "x" + closing.repeat(2_000);

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("en", Map.of("deep", deep))))
                .withMessageContaining("deep")
                .withMessageContaining("more than 200 times");
    }

    @Test
    void patterns_can_be_nested_as_deeply_as_messages_need() {
        String deep = "{a, plural, other {".repeat(20) + "#" + "}}".repeat(20);

        assertThat(say("en", deep, "a", 7)).isEqualTo("7");
    }

    @Test
    void select_chooses_by_a_word() {
        String text = "{gender, select, female {Estimada} male {Estimado} other {Hola}} {name}";

        assertThat(say("es", text, "gender", "female", "name", "Ana")).isEqualTo("Estimada Ana");
        assertThat(say("es", text, "gender", "x", "name", "Ana")).isEqualTo("Hola Ana");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Hello {name             | a { is never closed",
                "Hello {first name}      | {first name} is not a placeholder",
                "Hello {}                | {} is not a placeholder",
                "Hello {a.b.c}           | {a.b.c} is not a placeholder",
                "Hello {a.}              | {a.} is not a placeholder",
                "{n, plural, one {a}}    | ICU cannot parse it",
                "{n, plural, other {a}   | ICU cannot parse it",
                "{n, nonsense}           | ICU cannot parse it"
            })
    void a_malformed_text_is_reported_at_load_time(String text, String problem) {
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("en", Map.of("hello", text))))
                .withMessageContaining("\"hello\": " + problem);
    }

    @Test
    void number_words_that_icu_does_not_have_are_refused() {
        assertThat(say("es", "{n, spellout}", "n", 21)).startsWith("veinti");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("ht", Map.of("n", "{n, spellout}"))))
                .withMessageContaining("ICU has no number words for ht");
    }

    @Test
    void a_missing_or_mistyped_value_is_reported_with_key_and_location() {
        Language language = Prompts.of(Map.of(
                        "en",
                        Map.of("hello", "Hello, {name}!", "items", "{count, plural, one {# item} other {# items}}")))
                .defaultLanguage();

        assertFails(() -> language.text("hello"), "\"hello\" has no value for its placeholder {name}");
        assertFails(() -> language.text("hello", "nam", "s3cret"), "no value for its placeholder {name}");
        assertFails(() -> language.text("hello", "name"), "in pairs");
        assertFails(() -> language.text("items", "count", "s3cret"), "a value of the wrong type");
        assertFails(() -> language.text("helo"), "There is no prompt \"helo\" in en; did you mean hello?");
    }

    @Test
    void unused_values_are_ignored() {
        assertThat(say("en", "Hello", "name", "Ana")).isEqualTo("Hello");
    }

    @Test
    void a_value_is_never_parsed_as_a_placeholder() {
        assertThat(say("en", "Hello, {name}!", "name", "{name} {count, plural"))
                .isEqualTo("Hello, {name} {count, plural!");
    }

    @Test
    void many_threads_can_use_the_same_plural() throws Exception {
        Language language = Prompts.of(
                        Map.of("en", Map.of("items", "{count, plural, one {# item} other {# items}} {count, number}")))
                .defaultLanguage();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                all.add(threads.submit(() -> {
                    for (int i = 2; i < 900; i++) {
                        assertThat(language.text("items", "count", i)).isEqualTo(i + " items " + i);
                    }
                }));
            }
            for (Future<?> future : all) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void any_text_is_parsed_or_refused_at_load_time() {
        String alphabet = "{}',#aé plural,otherone=1\n";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PromptCheck check = Prompts.builder(PromptSource.map(Map.of("en", Map.of("a", text.toString()))))
                    .check();
            assertThat(check.errors()).as("seed %d: %s", seed, text).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void assertFails(Runnable call, String message) {
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(call::run)
                .withMessageContaining(message)
                .withMessageNotContaining("s3cret");
    }

    private static String say(String language, String text, Object... values) {
        return Prompts.of(Map.of(language, Map.of("a", text))).defaultLanguage().text("a", values);
    }
}
