package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {
    private static final Path SAMPLE = Path.of("src/test/resources/samples/translated");

    @TempDir
    private Path folder;

    private String survey = "";

    @BeforeEach
    void a_survey_in_two_languages() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve("survey").resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        survey = folder.resolve("survey").toString();
    }

    private Path file(String file) {
        return folder.resolve("survey/prompts").resolve(file);
    }

    private Run run(String command, String... arguments) {
        return Run.of(Stream.concat(Stream.of("prompts", command, survey), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static void replace(Path file, String old, String text) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(old);
        Files.writeString(file, before.replace(old, text));
    }

    @Test
    void a_language_is_exported_translated_and_imported() throws IOException {
        Path out = folder.resolve("out");
        Run export = run("export", "--to", "csv", "--out", out.toString());
        Path table = out.resolve("es-MX.csv");
        replace(table, ",Coffee,,", ",Coffee,Café,");

        Run imported = run("import", table.toString());

        assertThat(export.err()).isEmpty();
        assertThat(export.out()).isEqualTo(table + ": 2 missing, 1 changed, 2 done, 1 optional\n");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).isEqualTo("es-MX drink.coffee: Café\nImported 1 translations.\n");
        assertThat(Files.readAllLines(file("es-MX.env")))
                .startsWith("# Informal: tú, not usted.")
                .endsWith("drink.tea=Té", "drink.coffee=Café");
    }

    @Test
    void a_new_language_can_be_exported_into_a_file_with_a_mark_for_spreadsheets() throws IOException {
        Path file = folder.resolve("french.csv");

        Run run = run("export", "--to", "csv", "--bom", "--language", "fr-FR", "--out", file.toString());

        assertThat(run.out()).isEqualTo(file + ": 5 missing, 0 changed, 0 done, 1 optional\n");
        assertThat(Files.readString(file)).startsWith("\uFEFFkey,state,en-US,fr-FR,");
    }

    @Test
    void with_a_problem_nothing_is_imported() throws IOException {
        Path file = folder.resolve("es-MX.xlf");
        run("export", "--to", "xliff", "--out", file.toString());
        replace(
                file,
                "<target state=\"translated\">¡Bienvenido al salón de té, <x id=\"name\" equiv-text=\"{name}\"/>",
                "<target>¡Hola");
        String before = Files.readString(file("es-MX.env"));

        Run run = run("import", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("1 problem(s)", "es-MX.xlf:5: \"hello\" lacks {name}");
        assertThat(Files.readString(file("es-MX.env"))).isEqualTo(before);
    }

    @Test
    void a_newer_text_is_replaced_only_if_asked() throws IOException {
        Path file = folder.resolve("es-MX.xlf");
        run("export", "--to", "xliff", "--out", file.toString());
        replace(file, "translated\">Té<", "translated\">Tecito<");
        replace(file("es-MX.env"), "drink.tea=Té", "drink.tea=Té negro");

        Run refused = run("import", file.toString());
        Run done = run("import", file.toString(), "--overwrite");

        assertThat(refused.err()).contains("has a newer translation in", "import with --overwrite");
        assertThat(done.out()).contains("es-MX drink.tea: Té negro → Tecito");
    }

    @Test
    void the_pseudo_language_is_written_and_replaced_but_nothing_else_is() throws IOException {
        Run incomplete = run("pseudo");
        Files.delete(file("es-MX.env"));
        Run first = run("pseudo");
        Run second = run("pseudo");
        List<String> lines = Files.readAllLines(file("en-XA.env"));
        Run tried = Run.typing("1\n", "try", survey, "--language", "en-XA");
        Run exported = run("export", "--to", "csv", "--language", "fr", "--out", folder.toString());
        Run refused = run("pseudo", "--out", file("en-US.env").toString());

        assertThat(incomplete.err()).contains("\"cups\" is missing");
        assertThat(first.err()).isEmpty();
        assertThat(second.code()).isZero();
        assertThat(lines).contains("drink.tea=\"[Ţéá]\"");
        assertThat(tried.out()).contains("[Ţéá]");
        assertThat(exported.out()).contains("fr.csv: 5 missing");
        assertThat(refused.err()).contains("was not made by this command");
    }

    @Test
    void a_folder_of_prompts_needs_no_survey() throws IOException {
        Files.delete(folder.resolve("survey/survey.json"));
        survey = folder.resolve("survey/prompts").toString();
        Files.delete(file("es-MX.env"));

        Run none = run("export", "--to", "csv", "--out", folder.toString());
        Run french = run("export", "--to", "csv", "--language", "fr", "--out", folder.toString());
        Run pseudo = run("pseudo");

        assertThat(none.err()).contains("There is only one language");
        assertThat(french.out()).contains("5 missing");
        assertThat(pseudo.out()).contains("en-XA.env");
    }

    @Test
    void without_a_choice_the_choices_are_listed() {
        assertThat(Run.of("prompts").err()).contains("export, import or pseudo");
    }
}
