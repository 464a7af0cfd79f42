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
    void a_text_means_the_same_whether_icu_reads_it_or_we_do(String text, String said) {
        assertThat(say("en", text, "name", "Ana")).isEqualTo(said);

        String readByIcu = "{icu, select, other {}}" + text;
        assertThat(say("en", readByIcu, "name", "Ana", "icu", "x")).isEqualTo(said);
    }

    @Test
    void a_prompt_can_be_looked_at_as_it_is_written() {
        Language english = Prompts.of(Map.of("en", Map.of("items", "{count, plural, other {# items}} for {name}")))
                .in("en");

        assertThat(english.written("items")).isEqualTo("{count, plural, other {# items}} for {name}");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> english.written("itmes"))
                .withMessageContaining("items");
    }

    @Test
    void plural_follows_the_language() {
        Prompts prompts = Prompts.of(Map.of(
                "en", Map.of("items", "{count, plural, one {# item} other {# items}}"),
                "pl", Map.of("items", "{count, plural, one {# rzecz} few {# rzeczy} other {# rzeczy wiele}}")));

        assertThat(prompts.in("en").text("items", "count", 1)).isEqualTo("1 item");
        assertThat(prompts.in("en").text("items", "count", 2)).isEqualTo("2 items");
        assertThat(prompts.in("pl").text("items", "count", 2)).isEqualTo("2 rzeczy");
        assertThat(prompts.in("pl").text("items", "count", 5)).isEqualTo("5 rzeczy wiele");
    }

    @Test
    void an_inherited_plural_keeps_the_rules_of_the_language_it_was_written_in() {
        Prompts prompts = Prompts.of(Map.of(
                "pt", Map.of("items", "{count, plural, one {# item} other {# itens}}", "a", "a"),
                "pt-PT", Map.of("a", "b")));

        assertThat(prompts.in("pt-PT").text("items", "count", 3)).isEqualTo("3 itens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a, plural, other {", "{a, select, other {", "{a,SELECTORDINAL,other{", "{a,choice,0#"})
    void a_pattern_that_is_nested_very_deep_is_a_problem_of_its_file(String opening) {
        String closing = "}".repeat(opening.length() - opening.replace("{", "").length());
        String deep = opening.repeat(2_000) + "x" + closing.repeat(2_000);

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("en", Map.of("deep", deep))))
                .withMessageContaining("deep")
                .withMessageContaining("more than 200 times");
    }

    @Test
    void patterns_may_be_nested_as_deep_as_messages_need() {
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
                "Hello {first name}      | {first name} is no placeholder",
                "Hello {}                | {} is no placeholder",
                "{n, plural, one {a}}    | ICU cannot read it",
                "{n, plural, other {a}   | ICU cannot read it",
                "{n, nonsense}           | ICU cannot read it"
            })
    void an_ill_formed_text_is_told_at_load(String text, String fault) {
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("en", Map.of("hello", text))))
                .withMessageContaining("\"hello\": " + fault);
    }

    @Test
    void number_words_of_a_language_that_icu_does_not_know_are_refused() {
        assertThat(say("es", "{n, spellout}", "n", 21)).startsWith("veinti");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("ht", Map.of("n", "{n, spellout}"))))
                .withMessageContaining("ICU has no number words for ht");
    }

    @Test
    void a_value_that_is_missing_or_of_the_wrong_kind_is_told_with_key_and_place() {
        Language language = Prompts.of(Map.of(
                        "en",
                        Map.of("hello", "Hello, {name}!", "items", "{count, plural, one {# item} other {# items}}")))
                .defaultLanguage();

        assertFails(() -> language.text("hello"), "\"hello\" has a placeholder {name} that was given no value");
        assertFails(() -> language.text("hello", "nam", "s3cret"), "{name} that was given no value");
        assertFails(() -> language.text("hello", "name"), "come in pairs");
        assertFails(() -> language.text("items", "count", "s3cret"), "a value of the wrong kind");
        assertFails(() -> language.text("helo"), "There is no prompt \"helo\" in en; did you mean hello?");
    }

    @Test
    void values_that_a_text_does_not_use_do_no_harm() {
        assertThat(say("en", "Hello", "name", "Ana")).isEqualTo("Hello");
    }

    @Test
    void a_value_is_never_read_as_a_placeholder() {
        assertThat(say("en", "Hello, {name}!", "name", "{name} {count, plural"))
                .isEqualTo("Hello, {name} {count, plural!");
    }

    @Test
    void many_threads_may_say_the_same_plural() throws Exception {
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
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void any_text_is_either_read_or_refused_at_load() {
        String alphabet = "{}',#aé plural,otherone=1\n";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            PromptCheck check = Prompts.reading(PromptSource.map(Map.of("en", Map.of("a", text.toString()))))
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
