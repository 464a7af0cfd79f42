package dev.parlance.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported translations leave comments, order and format of a prompt file as they are. */
class PromptFileEditTest {
    @TempDir
    private Path folder;

    private String imported(String name, String source, String target, Map<String, String> translations)
            throws IOException {
        String extension = name.substring(name.lastIndexOf('.'));
        Path prompts = Files.createDirectories(folder.resolve(extension));
        Files.writeString(prompts.resolve("en" + extension), source);
        Files.writeString(prompts.resolve(name), target);
        StringBuilder table = new StringBuilder("key,state,en," + name.substring(0, name.lastIndexOf('.')) + "\r\n");
        new TreeMap<>(translations).forEach((key, text) -> table.append(CsvTable.row(List.of(key, "done", "", text))));
        Path file = Files.writeString(folder.resolve("table"), table);
        Translations.of(prompts).readOverNewer(file).write();
        return Files.readString(prompts.resolve(name));
    }

    @Test
    void env() throws IOException {
        String source = "a=x\nb=x\nc=x\nd=x\ne=x\n";
        String target = "\uFEFF# top\r\na=one   # note\r\n\r\nb=\"two\r\nlines\"\r\n  export c = 'three'\r\n# end";

        assertThat(imported(
                        "fr.env",
                        source,
                        target,
                        Map.of("a", "un # deux", "b", "deux", "c", "l'été", "d", "d", "e", "")))
                .isEqualTo(
                        "\uFEFF# top\r\na=\"un # deux\"   # note\r\n\r\nb=\"deux\"\r\n  export c = l'été\r\nd=d\r\n# end");
        assertThat(imported("fr.env", source, "e=x", Map.of("d", "d", "e", "y")))
                .isEqualTo("e=y\nd=d\n");
    }

    @Test
    void properties() throws IOException {
        String source = "a=x\nb.b=x\nc=x\nd\\ e=x\n";
        String target = "# top\n! also\na = one \\\n    two\nb.b:two\n\nc three\n";

        assertThat(imported(
                        "fr.properties",
                        source,
                        target,
                        Map.of("a", "un\ndeux\\", "b.b", " deux", "c", "trois", "d e", "quatre")))
                .isEqualTo("# top\n! also\na = un\\ndeux\\\\\nb.b:\\ deux\n\nc trois\nd\\ e=quatre\n");
    }

    @Test
    void json() throws IOException {
        String source = "{\"a\": \"x\", \"q.rate\": \"x\", \"q.why\": \"x\", \"z\": \"x\"}";
        String target = "{\n\t\"a\": \"one\",\n\t\"q\": {\n\t\t\"rate\": \"two\"\n\t}\n}\n";

        assertThat(imported("fr.json", source, target, Map.of("a", "\"un\"", "q.why", "pourquoi", "z", "zut")))
                .isEqualTo("""
                        {
                        \t"a": "\\"un\\"",
                        \t"q": {
                        \t\t"rate": "two",
                        \t\t"why": "pourquoi"
                        \t},
                        \t"z": "zut"
                        }
                        """);
        assertThat(imported("fr.json", source, "{}", Map.of("a", "un", "q.rate", "deux")))
                .isEqualTo("{ \"a\": \"un\", \"q.rate\": \"deux\"}");
    }

    @Test
    void any_text_fits_into_any_format() throws IOException {
        Random random = new Random(7);
        String alphabet = "ab '\"\\#=:!$\n\r\t\u00e9\u6c34,;-+@";
        for (String name : List.of("fr.env", "fr.properties", "fr.json")) {
            String start = name.endsWith("json") ? "{\"a\": \"x\"}" : "a='x'\nb=y\n";
            for (int i = 0; i < 15; i++) {
                StringBuilder text = new StringBuilder("x");
                random.ints(12, 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));

                String file = imported(name, start, start, Map.of("a", text.toString()));

                assertThat(value("a", name, file)).isEqualTo(text.toString().replace("\r\n", "\n"));
            }
        }
    }

    private static String value(String key, String name, String file) {
        return PromptFormat.of(name).orElseThrow().parse(file.getBytes(StandardCharsets.UTF_8)).entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
