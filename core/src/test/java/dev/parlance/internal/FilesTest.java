package dev.parlance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    @Test
    void an_env_file_can_have_comments_export_quotes_and_multiline_values() {
        ParsedFile file = env("""
                # a comment
                A=plain # comment
                  export B = spaced\s\s
                C="double \\"quoted\\" # no comment\\n\\tnext" # comment
                D='single \\n $x'
                E="over
                two lines"
                F=a#b
                G=
                H=it's
                I="\\u0041 \\$"
                J=#fff
                K= # nothing
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.entries())
                .containsExactly(
                        new Entry("A", "plain", 2),
                        new Entry("B", "spaced", 3),
                        new Entry("C", "double \"quoted\" # no comment\n\tnext", 4),
                        new Entry("D", "single \\n $x", 5),
                        new Entry("E", "over\ntwo lines", 6),
                        new Entry("F", "a#b", 8),
                        new Entry("G", "", 9),
                        new Entry("H", "it's", 10),
                        new Entry("I", "\\u0041 $", 11),
                        new Entry("J", "#fff", 12),
                        new Entry("K", "", 13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A            | 1: expected KEY=value; start a comment with #",
                "=b           | 1: expected KEY=value; start a comment with #",
                "1A=b         | 1: expected KEY=value; start a comment with #",
                "A=\"b        | 1: the value of \"A\" has no closing quote",
                "A='b         | 1: the value of \"A\" has no closing quote",
                "A=\"b\" c    | 1: unexpected text after the closing quote of \"A\""
            })
    void a_malformed_line_is_reported(String text, String problem) {
        assertThat(problems(env(text))).containsExactly(problem);
    }

    @Test
    void parsing_continues_after_a_problem_and_counts_all_kinds_of_line_endings() {
        ParsedFile file = env("what\r\nA=1\rB=2\nA=3");

        assertThat(file.entries()).containsExactly(new Entry("A", "1", 2), new Entry("B", "2", 3));
        assertThat(problems(file))
                .containsExactly(
                        "1: expected KEY=value; start a comment with #", "4: \"A\" is already defined in line 2");
    }

    @Test
    void a_byte_order_mark_is_ignored() {
        assertThat(env("\ufeffA=b").entries()).containsExactly(new Entry("A", "b", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=b\nB=\u00e9", "A=b\nB=é\nC=d"})
    void invalid_utf_8_is_reported_with_its_line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(DotEnv.parse(bytes))).containsExactly("2: this is not valid UTF-8; save the file as UTF-8");
    }

    @Test
    void in_a_literal_env_file_every_character_counts() {
        ParsedFile file = DotEnv.parseLiteral(
                bytes(
                        "a.b-c = x = y # z \nspaced=\"x\" \n# no=entry\nsaid=\"one\\ntwo\"\nas=\"a\" b\"\nq='\\n'\n\nodd=\"\na.b-c=last\nnot an entry"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.entries())
                .containsExactlyInAnyOrder(
                        new Entry("spaced", "\"x\"", 2),
                        new Entry("said", "one\ntwo", 4),
                        new Entry("as", "a\" b", 5),
                        new Entry("q", "\\n", 6),
                        new Entry("odd", "\"", 8),
                        new Entry("a.b-c", "last", 9));
    }

    @Test
    void each_entry_of_a_properties_file_has_its_first_line() {
        ParsedFile file = PropertiesFile.parse(bytes("! c\na = b\\\n   c\nd\\ e:\\u00e9 é\nf\n\n"));

        assertThat(file.entries())
                .containsExactly(new Entry("a", "bc", 2), new Entry("d e", "é é", 4), new Entry("f", "", 5));
    }

    @Test
    void malformed_escapes_and_duplicate_keys_are_reported() {
        assertThat(problems(PropertiesFile.parse(bytes("a=\\u00g0\nb=1\nb=2\n=x\n\\\n"))))
                .containsExactly(
                        "1: \\u must be followed by four hexadecimal digits",
                        "3: \"b\" is already defined in line 2",
                        "4: this line has no key",
                        "5: a backslash alone on a line is not allowed");
    }

    @Test
    void properties_are_parsed_as_in_java() throws IOException {
        for (long seed = 0; seed < 20_000; seed++) {
            String text = random(seed, "ab=: \t\f\\\n\r#!un0é");
            ParsedFile ours = PropertiesFile.parse(bytes(text));
            if (ours.problems().isEmpty()) {
                Properties javas = new Properties();
                javas.load(new StringReader(text));
                Map<String, String> read = new HashMap<>();
                ours.entries().forEach(entry -> read.put(entry.key(), entry.value()));
                assertThat(read).as("seed %d: %s", seed, text).isEqualTo(new HashMap<>(javas));
            }
        }
    }

    @Test
    void nested_json_has_keys_with_dots() {
        ParsedFile file =
                JsonFile.parse(bytes("{\"a\": \"x\",\n \"b\": {\"c\": \"y\",\n \"d\": {\"e\": \"\\u00e9\\n\"}}}"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.entries())
                .containsExactly(new Entry("a", "x", 1), new Entry("b.c", "y", 2), new Entry("b.d.e", "é\n", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                          | 1: expected a JSON object of strings",
                "{\"a\": 1}                  | 1: \"a\" is not a string; put it in quotes",
                "{\"a\": null}               | 1: \"a\" is not a string; put it in quotes",
                "{\"a\": [\"x\"], \"a\": \"b\"} | 1: \"a\" is not a string; put it in quotes",
                "{\"a.b\": \"x\", \"a\": {\"b\": \"y\"}} | 1: \"a.b\" is already defined in line 1",
                "{\"a\": \"x\"} {}           | 1: unexpected text after the end of the object",
                "{\"a\": \"x\"               | 1: this is not valid JSON",
                "{a: b}                      | 1: this is not valid JSON"
            })
    void json_that_is_not_a_bundle_is_reported(String text, String problem) {
        assertThat(problems(JsonFile.parse(bytes(text)))).containsExactly(problem);
    }

    @Test
    void deeply_nested_json_is_reported() {
        String deep = "{\"a\":".repeat(17) + "\"x\"" + "}".repeat(17);

        assertThat(problems(JsonFile.parse(bytes(deep))))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("is nested too deeply");
        assertThat(JsonFile.parse(bytes("{\"a\":".repeat(100_000))).problems()).isNotEmpty();
    }

    @Test
    void any_bytes_are_parsed_or_reported() {
        List<Function<byte[], ParsedFile>> readers =
                List.of(DotEnv::parse, DotEnv::parseLiteral, PropertiesFile::parse, JsonFile::parse);
        for (long seed = 0; seed < 20_000; seed++) {
            byte[] file = random(seed, "{}\":,ab=\\'\" \n\r#ué\u00ff")
                    .getBytes(seed % 10 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            long lines = 2
                    + new String(file, StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count();
            for (Function<byte[], ParsedFile> reader : readers) {
                ParsedFile read = reader.apply(file);
                assertThat(read.entries())
                        .as("seed %d: %s", seed, Arrays.toString(file))
                        .allMatch(e -> e.line() >= 1 && e.line() <= lines);
                assertThat(read.problems())
                        .as("seed %d: %s", seed, Arrays.toString(file))
                        .allMatch(f -> f.line() >= 1 && f.line() <= lines);
            }
        }
    }

    private static String random(long seed, String alphabet) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static ParsedFile env(String text) {
        return DotEnv.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> problems(ParsedFile file) {
        return file.problems().stream()
                .map(problem -> problem.line() + ": " + problem.message())
                .toList();
    }
}
