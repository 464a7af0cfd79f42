package dev.parlance.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.Problem;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a translation: export, translate, import. */
class TranslationsTest {
    @TempDir
    private Path folder;

    private Translations translations;

    @BeforeEach
    void prompts() throws IOException {
        write("prompts/en-US.env", """
                hello=Hello, {name}!
                hello.voice=Good morning, {name}!
                cups={count, plural, one {# cup for {name}} other {# cups for {name}}}
                drink.tea=Tea
                """);
        write("prompts/es-MX.env", """
                # Greeting: informal.
                export hello='¡Hola, {name}!' # keep it short

                drink.tea=Té
                """);
        translations = Translations.of(folder.resolve("prompts"))
                .withContexts(Map.of("drink.tea", PromptContext.of("An option").withMaxLength(6)));
    }

    @Test
    void recordings_and_pictures_are_not_translated() throws IOException {
        write("prompts/en-US.env", """
                voice=Polly.Joanna
                hello=Hello!
                hello.audio=https://media.example/hello.mp3
                hello.image=https://media.example/hello.png
                hello.withoutImage=Hello, imagine a cup!
                """);

        assertThat(translations.to("es-MX").entries())
                .extracting(TranslationEntry::key)
                .containsExactly("hello", "hello.withoutImage");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Path exported(String format) throws IOException {
        TranslationSheet sheet = translations.to("es-MX");
        return write("es-MX." + format, format.equals("csv") ? sheet.toCsv() : sheet.toXliff());
    }

    private static void replace(Path file, String old, String text) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(old);
        Files.writeString(file, before.replace(old, text));
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void a_sheet_says_what_is_missing_what_may_be_missing_and_what_is_done() {
        TranslationSheet sheet = translations.to("es-MX");

        assertThat(sheet.entries())
                .extracting(TranslationEntry::key, TranslationEntry::state)
                .containsExactly(
                        tuple("hello", TranslationState.DONE),
                        tuple("hello.voice", TranslationState.OPTIONAL),
                        tuple("cups", TranslationState.MISSING),
                        tuple("drink.tea", TranslationState.DONE));
        assertThat(sheet.entries().get(1).context().description())
                .isEqualTo("Read aloud on calls instead of \"hello\". Can stay untranslated. Keep {name}.");
        assertThat(sheet.entries().get(2).context().description())
                .contains("inner braces, and write a form for each of: many, one, other");
        assertThat(sheet.entries().get(3).context().description())
                .isEqualTo("An option. At most 6 characters, to fit on a button.");
    }

    @Test
    void a_language_inherits_from_its_parent_what_it_does_not_have_itself() throws IOException {
        write("prompts/es.env", "hello=Hola, {name}\ncups=x {count} {name}\n");

        assertThat(translations.to("es-PE").entries())
                .extracting(TranslationEntry::key)
                .containsExactly("hello.voice", "drink.tea");
        write("prompts/en-XA.env", "hello=[Ĥéļļö, {name}!]\n");
        assertThat(translations.languages())
                .as("without the source and its pseudo-language")
                .containsExactly("es", "es-MX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlf"})
    void an_export_that_comes_back_unchanged_changes_no_prompt(String format) throws IOException {
        String before = read("prompts/es-MX.env");

        TranslationImport done = translations.read(exported(format));
        done.write();

        assertThat(done.problems()).isEmpty();
        assertThat(done.warnings()).isEmpty();
        assertThat(done.changes()).isEmpty();
        assertThat(read("prompts/es-MX.env")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlf"})
    void translations_go_into_the_file_and_leave_everything_else_in_it(String format) throws IOException {
        Path file = exported(format);
        if (format.equals("csv")) {
            replace(file, "\"¡Hola, {name}!\",", "\"¡Buenas, {name}!\",");
            replace(file, "drink.tea,done,Tea,Té,", "drink.tea,done,Tea,Tecito,");
        } else {
            replace(file, "<target state=\"translated\">¡Hola, ", "<target state=\"translated\">¡Buenas, ");
            replace(file, "<target state=\"translated\">Té<", "<target state=\"translated\">Tecito<");
        }

        TranslationImport done = translations.read(file);
        done.write();

        assertThat(done.changes())
                .extracting(TranslationChange::key, TranslationChange::after)
                .contains(tuple("drink.tea", "Tecito"));
        assertThat(read("prompts/es-MX.env")).isEqualTo("""
                # Greeting: informal.
                export hello='¡Buenas, {name}!' # keep it short

                drink.tea=Tecito
                """);
    }

    @Test
    void a_new_translation_goes_where_the_source_language_has_it() throws IOException {
        Path file = exported("xlf");
        replace(
                file,
                "</source>\n        <note>Keep {name}. Translate",
                "</source>\n        <target>{count, plural, one {# taza para <x id=\"name\"/>} many {# de tazas para <x"
                        + " id=\"name_2\"/>} other {# tazas para <x id=\"name_2\"/>}}</target><note>Translate");

        translations.read(file).write();

        assertThat(read("prompts/es-MX.env")).isEqualTo("""
                # Greeting: informal.
                export hello='¡Hola, {name}!' # keep it short
                cups={count, plural, one {# taza para {name}} many {# de tazas para {name}} other {# tazas para {name}}}

                drink.tea=Té
                """);
        assertThat(Prompts.builder(PromptSource.folder(folder.resolve("prompts")))
                        .check()
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csv,'drink.tea,changed,'", "xlf,state=\"needs-review-translation\">Té</target>"})
    void a_text_that_changes_after_it_was_translated_is_asked_for_again(String format, String expected)
            throws IOException {
        translations.read(exported(format)).write();
        replace(folder.resolve("prompts/en-US.env"), "=Tea", "=Black tea");

        TranslationEntry tea = translations.to("es-MX").entries().get(3);
        Path file = exported(format);
        translations.read(file).write();

        assertThat(tea.state()).isEqualTo(TranslationState.CHANGED);
        assertThat(tea.translatedFrom()).contains("Tea");
        assertThat(Files.readString(file)).contains(expected);
        assertThat(translations.to("es-MX").count(TranslationState.CHANGED))
                .as("still open, as nobody has changed or confirmed it")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "csv,'drink.tea,changed,','drink.tea,done,'",
        "xlf,state=\"needs-review-translation\",state=\"final\"",
        "csv,'Black tea,Té,','Black tea,Té negro,'",
        "xlf,id=\"drink.tea\",id=\"drink.tea\" approved=\"yes\"",
        "xlf,state=\"needs-review-translation\">Té<,state=\"needs-review-translation\">Té neg<",
    })
    void a_changed_text_is_done_once_its_translation_is_confirmed_or_changed(String format, String old, String text)
            throws IOException {
        translations.read(exported(format)).write();
        replace(folder.resolve("prompts/en-US.env"), "=Tea", "=Black tea");
        Path file = exported(format);
        replace(file, old, text);

        translations.read(file).write();

        assertThat(translations.to("es-MX").entries().get(3).state()).isEqualTo(TranslationState.DONE);
    }

    @Test
    void a_source_text_that_changes_while_it_is_translated_stays_open() throws IOException {
        Path file = exported("xlf");
        replace(folder.resolve("prompts/en-US.env"), "=Tea", "=Black tea");

        TranslationImport done = translations.read(file);
        done.write();

        assertThat(texts(done.warnings())).singleElement().asString().contains("\"drink.tea\" has changed in en-US");
        assertThat(translations.to("es-MX").entries().get(3).state()).isEqualTo(TranslationState.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlf"})
    void a_newer_translation_is_never_overwritten_without_being_asked(String format) throws IOException {
        Path file = exported(format);
        replace(
                file,
                format.equals("csv") ? "Tea,Té," : "translated\">Té<",
                format.equals("csv") ? "Tea,Tecito," : "translated\">Tecito<");
        replace(folder.resolve("prompts/es-MX.env"), "=Té", "=Té negro");
        String newer = read("prompts/es-MX.env");

        TranslationImport refused = translations.read(file);

        assertThat(texts(refused.problems()))
                .singleElement()
                .asString()
                .matches(".*es-MX\\." + format + ":\\d+: \"drink.tea\" has a newer translation in .*es-MX.env:4; .*");
        assertThatThrownBy(refused::write)
                .isInstanceOf(TranslationException.class)
                .hasMessageContaining("Nothing was imported");
        assertThat(read("prompts/es-MX.env")).isEqualTo(newer);

        translations.readOverNewer(file).write();

        assertThat(read("prompts/es-MX.env")).contains("drink.tea=Tecito\n");
    }

    @Test
    void a_tool_that_loses_the_exported_translation_loses_no_newer_one() throws IOException {
        Path file = write("es-MX.xlf", """
                <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                <file source-language="en-US" target-language="es-MX"><body><trans-unit id="drink.tea">
                <source>Tea</source><target>Tecito</target></trans-unit></body></file></xliff>
                """);

        assertThat(texts(translations.read(file).problems()))
                .singleElement()
                .asString()
                .contains("may have a newer translation");
    }

    @Test
    void every_problem_is_reported_with_its_line_and_nothing_is_written() throws IOException {
        Path file = write("es-MX.csv", """
                key,state,en-US,es-MX,note,translated from,exported
                hello,done,"Hello, {name}!","¡Hola, {nombre}!",,,"¡Hola, {name}!"
                cups,missing,,"{count, plural, one {# taza de {name}}",,,
                drink.te,done,Tea,Té,,,Té
                drink.tea,done,Tea,Té verde grande,,,Té
                drink.tea,done,Tea,Té,,,Té
                """);
        String before = read("prompts/es-MX.env");

        TranslationImport refused = translations.read(file);

        String name = file.toString();
        assertThat(texts(refused.problems()))
                .satisfiesExactly(
                        lost -> assertThat(lost)
                                .isEqualTo(name + ":2: \"hello\" has {nombre}, which the text in en-US lacks"),
                        added -> assertThat(added)
                                .isEqualTo(name + ":2: \"hello\" lacks {name}, which the text in en-US has"),
                        broken -> assertThat(broken).startsWith(name + ":3: \"cups\": ICU cannot parse it"),
                        unknown -> assertThat(unknown)
                                .isEqualTo(name + ":4: \"drink.te\" is not the key of a prompt in en-US"),
                        twice -> assertThat(twice)
                                .isEqualTo(name + ":6: \"drink.tea\" is also in " + name + ":5; import one of them"));
        assertThat(texts(refused.warnings()))
                .contains(name + ":5: \"drink.tea\" has 15 characters, but only 6 fit on a button");
        assertThatThrownBy(refused::write).isInstanceOf(TranslationException.class);
        assertThat(read("prompts/es-MX.env")).isEqualTo(before);
        assertThat(folder.resolve("prompts/translated")).doesNotExist();
    }

    @Test
    void a_plural_form_that_the_language_needs_is_missed() throws IOException {
        Path file = write("ar.csv", """
                key,state,en-US,ar
                cups,missing,,"{count, plural, one {# {name}} other {# {name}}}"
                """);

        assertThat(texts(translations.read(file).warnings()))
                .contains(file + ":2: \"cups\" lacks the plural form few, many, two, zero of ar");
    }

    @Test
    void a_new_language_gets_a_file_in_the_format_of_the_source() throws IOException {
        Path file = write(
                "sw.csv", "key;state;en-US;sw\r\nhello;missing;;\"Habari, {name};\r\nkaribu\"\r\ndrink.tea;;;Chai\r\n");

        translations.read(file).write();

        assertThat(read("prompts/sw.env")).isEqualTo("hello=\"Habari, {name};\\nkaribu\"\ndrink.tea=Chai\n");
    }

    @Test
    void a_prompt_file_that_changes_between_reading_and_writing_is_left_alone() throws IOException {
        Path file = exported("csv");
        replace(file, "Tea,Té,", "Tea,Tecito,");
        TranslationImport done = translations.read(file);
        replace(folder.resolve("prompts/es-MX.env"), "=Té", "=Té negro");

        assertThatThrownBy(done::write).hasMessageContaining("has changed meanwhile; import again");
        assertThat(read("prompts/es-MX.env")).contains("=Té negro");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xliff version=\"1.2\">&e;</xliff> | DOCTYPE",
                "<xliff version=\"2.0\"/> | XLIFF 2.0; save it as XLIFF 1.2",
                "<xliff version=\"1.2\"><file> | not valid XML",
                "<xliff version=\"1.2\"><file target-language='es'/><file target-language='fr'/></xliff> | more than one target",
                "<xliff version=\"1.2\"><file source-language='en-US' target-language='en-US'/></xliff> | \"en-US\" is not the tag",
                "<xliff version=\"1.2\"><file source-language='fr' target-language='es'/></xliff> | translated from \"fr\"",
                "some,other,table,here | the first line must be like key,state",
            })
    void a_file_that_is_no_export_is_refused(String content, String problem) throws IOException {
        TranslationImport refused = translations.read(write("returned", content));

        assertThat(texts(refused.problems())).singleElement().asString().contains(problem);
    }

    @Test
    void a_table_in_another_encoding_is_refused() throws IOException {
        Path file = Files.write(
                folder.resolve("es-MX.csv"),
                "key,state,en-US,es-MX\nhello,,,¡Hola, {name}!\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(texts(translations.read(file).problems()))
                .singleElement()
                .asString()
                .contains("not valid UTF-8");
    }

    @Test
    void formulas_are_disarmed_in_a_table_and_come_back_as_they_were() throws IOException {
        write("prompts/en-US.env", "a=\"=1+1\\n@x; -y\"\nb='- one'\n");
        write("prompts/es-MX.env", "a=\"=2+2\\n'@x; -y\"\nb=\"'=uno\"\n");
        String before = read("prompts/es-MX.env");

        Path file = exported("csv");
        TranslationImport done = translations.read(file);
        done.write();

        assertThat(Files.readString(file))
                .contains("\"'=1+1\n'@x;' -y\"", "'- one,''=uno")
                .doesNotContain(",=", "\n@", ",-");
        assertThat(done.problems()).isEmpty();
        assertThat(read("prompts/es-MX.env")).isEqualTo(before);
        assertThat(translations.to("es-MX").count(TranslationState.DONE)).isEqualTo(2);
    }

    @Test
    void prompt_files_that_cannot_be_read_are_reported_together() throws IOException {
        write("prompts/es.env", "no entry\n");
        write("prompts/es-MX.json", "{}");
        write("prompts/english.env", "");

        assertThatThrownBy(() -> translations.languages())
                .isInstanceOf(TranslationException.class)
                .hasMessageContaining("es.env:1: expected KEY=value")
                .hasMessageContaining("has the same language; keep one of them")
                .hasMessageContaining("english.env: the file is not named after a language tag");
    }

    @Test
    void a_language_tag_that_is_malformed_or_the_source_is_refused() {
        assertThatThrownBy(() -> translations.to("english")).hasMessageContaining("not a language tag");
        assertThatThrownBy(() -> translations.to("en-US")).hasMessageContaining("is the language to translate from");
    }
}
