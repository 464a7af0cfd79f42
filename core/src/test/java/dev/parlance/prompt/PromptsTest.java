package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
    @TempDir
    Path folder;

    @Test
    void the_three_formats_can_be_mixed() throws IOException {
        write("en-US.env", "# greeting\nhello=\"Hello, {name}!\"\nquestion.rate=Rate us");
        write("es-MX.properties", "hello = ¡Hola, {name}!\nquestion.rate: Califica");
        write("fr.json", "{\"hello\": \"Bonjour, {name} !\", \"question\": {\"rate\": \"Une note\"}}");

        Prompts prompts = Prompts.from(folder);

        assertThat(prompts.in("en-US").text("hello", "name", "Ana")).isEqualTo("Hello, Ana!");
        assertThat(prompts.in("es-MX").text("hello", "name", "Ana")).isEqualTo("¡Hola, Ana!");
        assertThat(prompts.in("fr").text("hello", Map.of("name", "Ana"))).isEqualTo("Bonjour, Ana !");
        assertThat(prompts.in("fr").text("question.rate")).isEqualTo("Une note");
        assertThat(prompts.languages()).extracting(Language::tag).containsExactly("en-US", "es-MX", "fr");
        assertThat(prompts.in("fr").keys()).containsExactly("hello", "question.rate");
    }

    @ParameterizedTest
    @CsvSource({
        "es-MX, es-419",
        "es-US, es-419",
        "es-419, es-419",
        "es-ES, es",
        "es, es",
        "en-GB, en-001",
        "en-150, en-001",
        "en-DE, en-001",
        "en-US, en",
        "fr-CA, fr-FR",
        "fr, fr-FR",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-CN, zh",
        "zh-Hans-SG, zh",
        "pt-AO, pt-PT",
        "pt-BR, pt-PT",
        "nb, no",
        "nn-NO, no",
        "tl, fil",
        "sr-Latn, en",
        "sr-RS, sr",
        "es_MX, es-419",
        "ES-mx, es-419",
        "de, en",
        "es-MX-x-formal, es-419",
        "'', en",
        "not a tag, en"
    })
    void a_language_falls_back_to_its_parents_then_to_another_region_then_to_the_default(
            String requested, String found) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (String tag :
                new String[] {"en", "en-001", "es", "es-419", "fr-FR", "zh", "zh-Hant", "pt-PT", "no", "fil", "sr"}) {
            texts.put(tag, Map.of("hello", "hello in " + tag));
        }

        assertThat(Prompts.of(texts).in(requested).tag()).isEqualTo(found);
    }

    @Test
    void the_nearest_other_region_is_chosen() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of("a", "a"),
                "es-ES",
                Map.of("a", "a"),
                "es-MX",
                Map.of("a", "a"),
                "zh-TW",
                Map.of("a", "a")));

        assertThat(prompts.in("es-AR").tag()).isEqualTo("es-MX");
        assertThat(prompts.in("es").tag()).isEqualTo("es-ES");
        assertThat(prompts.in("zh-HK").tag()).isEqualTo("zh-TW");
        assertThat(prompts.in("zh-CN").tag()).isEqualTo("en");
        assertThat(prompts.find("zh-CN")).isEmpty();
    }

    @Test
    void a_region_inherits_missing_prompts_from_its_language() {
        Prompts prompts = Prompts.of(
                Map.of("en", Map.of("color", "color", "hello", "Hello"), "en-GB", Map.of("color", "colour")));

        assertThat(prompts.in("en-GB").text("color")).isEqualTo("colour");
        assertThat(prompts.in("en-GB").text("hello")).isEqualTo("Hello");
        assertThat(prompts.in("en-US").text("color")).isEqualTo("color");
    }

    @Test
    void the_default_is_the_only_language_or_english_or_the_configured_one() {
        assertThat(Prompts.of(Map.of("hi", Map.of("a", "a"))).defaultLanguage().tag())
                .isEqualTo("hi");
        assertThat(Prompts.of(Map.of("de", Map.of("a", "a"), "en-GB", Map.of("a", "a")))
                        .defaultLanguage()
                        .tag())
                .isEqualTo("en-GB");
        assertThat(Prompts.builder(PromptSource.map(Map.of("de", Map.of("a", "a"), "en", Map.of("a", "a"))))
                        .defaultLanguage("de-AT")
                        .build()
                        .defaultLanguage()
                        .tag())
                .isEqualTo("de");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.of(Map.of("de", Map.of("a", "a"), "fr", Map.of("a", "a"))))
                .withMessageContaining(
                        "the default language en is not among [de, fr]; set another with defaultLanguage");
    }

    @Test
    void all_problems_are_reported_at_once_with_file_and_line() throws IOException {
        write("en.env", "hello=Hello, {name}!\nbye=Bye\nonly=here\n");
        write("es.env", "hello=¡Hola, {nombre}!\n\nbye=  \nwhat is this\nhello=otra vez\nopen={name\n");
        write("xx-toolongtag.env", "a=b");
        write("es.json", "{}");
        write("notes.txt", "not a bundle's");
        Files.write(folder.resolve("fr.properties"), "hello=\nbye=\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(folder))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.toString().replace(folder + "/", ""))
                        .containsExactly(
                                "en.env: \"open\" is missing; es.env:6 has it",
                                "es.env: \"only\" is missing; en.env:3 has it",
                                "es.env:1: \"hello\" has the placeholders [nombre], but en has [name] at en.env:1",
                                "es.env:3: \"bye\" is empty",
                                "es.env:4: expected KEY=value; start a comment with #",
                                "es.env:5: \"hello\" is already defined in line 1",
                                "es.env:6: \"open\": a { is never closed; write '{' for a literal brace",
                                "es.json: es.env has the same language; keep one of them",
                                "fr.properties:2: this is not valid UTF-8; save the file as UTF-8",
                                "xx-toolongtag.env: \"xx-toolongtag\" is not a language tag; name the file like en.env,"
                                        + " es-MX.json, zh-Hant.properties"));
    }

    @Test
    void a_variant_or_a_replaced_sentence_can_be_in_one_language_only() {
        Map<String, String> english = new HashMap<>(Map.of("drink", "Drink?", "drink.tea", "Tea"));
        for (String variant : new String[] {
            "drink.text",
            "drink.voice",
            "drink.retry",
            "drink.retry.2",
            "drink.retry.2.voice",
            "drink.retry.tooHigh",
            "drink.unanswered",
            "drink.tea.also",
            "survey.goodbye"
        }) {
            english.put(variant, "?");
        }

        Prompts prompts = Prompts.of(Map.of("en", english, "es", Map.of("drink", "¿Bebida?", "drink.tea", "Té")));

        assertThat(prompts.in("es").keys()).containsExactly("drink", "drink.tea");
    }

    @Test
    void a_key_that_only_looks_like_a_variant_must_be_in_all_languages() {
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(
                        () -> Prompts.of(Map.of("en", Map.of("a", "A", "terms.text", "Terms"), "es", Map.of("a", "A"))))
                .withMessageContaining("map/es.json: \"terms.text\" is missing");
    }

    @Test
    void a_file_that_lacks_many_prompts_is_one_problem() throws IOException {
        write("en.env", "a=A\nb=B\nc=C\nd=D\n");
        write("es.env", "# To be translated.");

        assertThat(problems())
                .containsExactly("es.env: 4 prompts are missing: \"a\", \"b\", \"c\", \"d\"; en.env has them");
    }

    @Test
    void a_prompt_on_a_line_that_cannot_be_read_is_not_missing() throws IOException {
        write("en.env", "a=A\nb=B\n");
        write("es.env", "a: Á\nb=\"B");

        assertThat(problems())
                .containsExactly(
                        "es.env:1: expected KEY=value; start a comment with #",
                        "es.env:2: the value of \"b\" has no closing quote");
    }

    private List<String> problems() {
        return Prompts.builder(PromptSource.folder(folder)).check().errors().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void what_can_be_read_of_a_broken_bundle_is_complete() throws IOException {
        write("en.env", "a=A\nb=B {name}\nc=C\n");
        write("es.env", "a=Á\nb=B {nombre}\n");
        write("fr.env", "a=\u0000\n");
        Files.write(folder.resolve("de.env"), "a=\u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(folder))
                .satisfies(e -> {
                    Prompts readable = e.readable().orElseThrow();
                    assertThat(readable.languages()).hasSize(4).allSatisfy(language -> {
                        assertThat(language.keys()).containsExactly("a", "b", "c");
                        assertThat(language.placeholders("b")).containsExactly("name");
                    });
                    assertThat(readable.in("es").text("a")).isEqualTo("Á");
                });
    }

    @Test
    void a_file_named_after_a_language_in_words_is_a_problem() throws IOException {
        write("en.env", "hello=Hello");
        write("english.env", "hello=Hello");

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(folder))
                .withMessageContaining("english.env: \"english\" is not a language tag; name the file like en.env");
    }

    @Test
    void the_first_language_without_prompts_is_logged_and_find_is_empty() {
        Prompts prompts = Prompts.of(Map.of("en", Map.of("hello", "Hello"), "fr", Map.of("hello", "Bonjour")));

        List<String> log = LogOfPrompts.during(() -> {
            prompts.in("fr-CA");
            prompts.in("");
            prompts.in("klingon");
            prompts.in("de");
        });

        assertThat(log)
                .containsExactly(
                        "There are no prompts for a tag that is not a language, so en is used. There are prompts for"
                                + " [en, fr]. Other languages without prompts are not logged.");
        assertThat(prompts.find("klingon")).isEmpty();
        assertThat(LogOfPrompts.during(
                        () -> Prompts.of(Map.of("en", Map.of("hello", "Hello"))).in("de")))
                .singleElement()
                .asString()
                .startsWith("There are no prompts for de, so en is used.");
    }

    @Test
    void a_broken_bundle_can_be_inspected_without_loading_it() throws IOException {
        write("en.env", "hello=\n");

        PromptCheck check = Prompts.builder(PromptSource.folder(folder)).check();

        assertThat(check.errors()).hasSize(1);
        assertThat(check.toString()).isEqualTo("error: " + folder + "/en.env:1: \"hello\" is empty");
        assertThatExceptionOfType(PromptException.class).isThrownBy(check::failOnErrors);
    }

    @Test
    void a_text_that_costs_more_than_in_the_default_language_is_a_warning() {
        Prompts prompts =
                Prompts.of(Map.of("en", Map.of("hello", "a".repeat(80)), "hi", Map.of("hello", "नमस्ते".repeat(13))));

        assertThat(prompts.check().errors()).isEmpty();
        assertThat(prompts.check().warnings())
                .extracting(Problem::message)
                .containsExactly("\"hello\" costs 2 SMS segments, 1 in en");
        prompts.check().failOnErrors();
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> prompts.check().failOnWarnings());
    }

    @Test
    void a_folder_without_prompts_is_reported_with_example_file_names() throws IOException {
        write("en-US.env", "a=b");

        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.builder(PromptSource.folder(folder))
                        .prefix("survey-")
                        .build())
                .withMessageContaining("there is no file like survey-en.env");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(() -> Prompts.from(folder.resolve("nowhere")))
                .withMessageContaining("Cannot read the prompts in");
    }

    @Test
    void the_files_of_an_older_survey_load_unchanged() throws IOException {
        write("survey-en-US.env", """
                language=en-US
                voice=Polly.Joanna
                welcome=Hi! A=B, #1 {really} it's 100%
                # not=a comment
                asIs=A=B, #1 {really} it's 100%
                languageOptionSMS="Reply\\ncontinue"
                languageOptionLanguageReply=espanol,español
                quoted='a \\n b'
                welcome = the last one wins\s\s
                """);
        write("survey-es-MX.env", """
                language=es-MX
                voice=Polly.Mia
                welcome=¡Hola!
                asIs=x
                languageOptionSMS=Responde
                languageOptionLanguageReply=english
                quoted=x""".replace("\n", "\r\n"));

        Prompts prompts = Prompts.builder(PromptSource.folder(folder))
                .prefix("survey-")
                .literalEnv()
                .defaultLanguage("en-US")
                .build();

        Language english = prompts.in("en-US");
        assertThat(english.voice()).contains("Polly.Joanna");
        assertThat(english.text("welcome")).isEqualTo("the last one wins");
        assertThat(english.text("asIs")).isEqualTo("A=B, #1 {really} it's 100%");
        assertThat(english.contains("not")).isFalse();
        assertThat(english.text("languageOptionSMS")).isEqualTo("Reply\ncontinue");
        assertThat(english.text("languageOptionLanguageReply")).isEqualTo("espanol,español");
        assertThat(english.text("quoted")).isEqualTo("a \\n b");
        assertThat(prompts.in("es-MX").text("welcome")).isEqualTo("¡Hola!");
    }

    @Test
    void refresh_returns_the_same_prompts_until_a_file_changes_and_keeps_them_when_it_breaks() throws IOException {
        write("en.env", "hello=Hello");
        Prompts first = Prompts.from(folder);

        assertThat(first.refresh()).isSameAs(first);

        write("en.env", "hello=Hello again");
        Prompts second = first.refresh();
        assertThat(second.in("en").text("hello")).isEqualTo("Hello again");
        assertThat(second.digest()).isNotEqualTo(first.digest()).hasSize(64);
        assertThat(first.in("en").text("hello")).isEqualTo("Hello");

        write("en.env", "hello=");
        assertThatExceptionOfType(PromptException.class)
                .isThrownBy(second::refresh)
                .withMessageContaining("\"hello\" is empty");
        assertThat(second.in("en").text("hello")).isEqualTo("Hello again");
    }

    @Test
    void the_writing_direction_is_known() {
        Prompts prompts = Prompts.of(Map.of(
                "en", Map.of("a", "a"), "ar", Map.of("a", "a"), "ur-PK", Map.of("a", "a"), "hi", Map.of("a", "a")));

        assertThat(prompts.languages().stream().filter(Language::isRightToLeft).map(Language::tag))
                .containsExactly("ar", "ur-PK");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void archived_prompts_are_restored() {
        Prompts prompts = Prompts.builder(PromptSource.map(Map.of(
                        "en-US", Map.of("greeting", "Hello {name}!", "voice", "Polly.Brandnew"),
                        "es-MX", Map.of("greeting", "¡Hola {name}!", "voice", "Polly.Mia"))))
                .defaultLanguage("es")
                .allowVoice("Polly.Brandnew")
                .build();

        Prompts again = Prompts.fromJson(prompts.toJson());

        assertThat(again.digest()).isEqualTo(prompts.digest());
        assertThat(again.defaultLanguage().tag()).isEqualTo("es-MX");
        assertThat(again.in("en").text("greeting", "name", "Ana")).isEqualTo("Hello Ana!");
        assertThat(again.in("en").placeholders("greeting")).containsExactly("name");
        assertThat(again.toJson()).isEqualTo(prompts.toJson());
    }

    @Test
    void an_invalid_archive_is_refused() {
        assertThatExceptionOfType(PromptException.class).isThrownBy(() -> Prompts.fromJson("oops"));
    }
}
