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
    void an_env_file_may_have_comments_export_quotes_and_several_lines() {
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

        assertThat(file.faults()).isEmpty();
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
                "A            | 1: this line is no KEY=value; put # before a comment",
                "=b           | 1: this line is no KEY=value; put # before a comment",
                "1A=b         | 1: this line is no KEY=value; put # before a comment",
                "A=\"b        | 1: the quote of \"A\" is never closed",
                "A='b         | 1: the quote of \"A\" is never closed",
                "A=\"b\" c    | 1: something follows the closing quote of \"A\""
            })
    void a_line_that_is_wrong_is_told(String text, String fault) {
        assertThat(faults(env(text))).containsExactly(fault);
    }

    @Test
    void reading_goes_on_after_a_fault_and_counts_lines_of_any_ending() {
        ParsedFile file = env("what\r\nA=1\rB=2\nA=3");

        assertThat(file.entries()).containsExactly(new Entry("A", "1", 2), new Entry("B", "2", 3));
        assertThat(faults(file))
                .containsExactly(
                        "1: this line is no KEY=value; put # before a comment",
                        "4: \"A\" is here a second time; the first is in line 2");
    }

    @Test
    void a_byte_order_mark_does_not_count() {
        assertThat(env("\ufeffA=b").entries()).containsExactly(new Entry("A", "b", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=b\nB=\u00e9", "A=b\nB=é\nC=d"})
    void bytes_that_are_not_utf_8_are_told_with_their_line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(faults(DotEnv.parse(bytes)))
                .containsExactly("2: there are bytes that are not UTF-8; save it as UTF-8");
    }

    @Test
    void a_literal_env_file_means_every_character() {
        ParsedFile file = DotEnv.parseLiteral(
                bytes(
                        "a.b-c = x = y # z \nspaced=\"x\" \n# no=entry\nsaid=\"one\\ntwo\"\nas=\"a\" b\"\nq='\\n'\n\nodd=\"\na.b-c=last\nnot an entry"));

        assertThat(file.faults()).isEmpty();
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
    void a_properties_file_is_read_with_the_line_where_each_entry_begins() {
        ParsedFile file = PropertiesFile.parse(bytes("! c\na = b\\\n   c\nd\\ e:\\u00e9 é\nf\n\n"));

        assertThat(file.entries())
                .containsExactly(new Entry("a", "bc", 2), new Entry("d e", "é é", 4), new Entry("f", "", 5));
    }

    @Test
    void a_malformed_escape_and_a_second_entry_are_told() {
        assertThat(faults(PropertiesFile.parse(bytes("a=\\u00g0\nb=1\nb=2\n=x\n\\\n"))))
                .containsExactly(
                        "1: a \\u is not followed by four hexadecimal digits",
                        "3: \"b\" is here a second time; the first is in line 2",
                        "4: the line has no key",
                        "5: a backslash alone continues nothing");
    }

    @Test
    void properties_are_read_as_java_reads_them() throws IOException {
        for (long seed = 0; seed < 20_000; seed++) {
            String text = random(seed, "ab=: \t\f\\\n\r#!un0é");
            ParsedFile ours = PropertiesFile.parse(bytes(text));
            if (ours.faults().isEmpty()) {
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

        assertThat(file.faults()).isEmpty();
        assertThat(file.entries())
                .containsExactly(new Entry("a", "x", 1), new Entry("b.c", "y", 2), new Entry("b.d.e", "é\n", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                          | 1: it has to be a JSON object of keys and texts",
                "{\"a\": 1}                  | 1: \"a\" is no text; put it in quotes",
                "{\"a\": null}               | 1: \"a\" is no text; put it in quotes",
                "{\"a\": [\"x\"], \"a\": \"b\"} | 1: \"a\" is no text; put it in quotes",
                "{\"a.b\": \"x\", \"a\": {\"b\": \"y\"}} | 1: \"a.b\" is here a second time; the first is in line 1",
                "{\"a\": \"x\"} {}           | 1: something follows the end of the object",
                "{\"a\": \"x\"               | 1: it is not well-formed JSON here",
                "{a: b}                      | 1: it is not well-formed JSON here"
            })
    void json_that_is_no_bundle_is_told(String text, String fault) {
        assertThat(faults(JsonFile.parse(bytes(text)))).containsExactly(fault);
    }

    @Test
    void json_that_is_nested_too_deeply_is_told() {
        String deep = "{\"a\":".repeat(17) + "\"x\"" + "}".repeat(17);

        assertThat(faults(JsonFile.parse(bytes(deep))))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("is nested too deeply");
        assertThat(JsonFile.parse(bytes("{\"a\":".repeat(100_000))).faults()).isNotEmpty();
    }

    @Test
    void any_bytes_are_read_or_told() {
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
                assertThat(read.faults())
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

    private static List<String> faults(ParsedFile file) {
        return file.faults().stream()
                .map(fault -> fault.line() + ": " + fault.what())
                .toList();
    }
}
