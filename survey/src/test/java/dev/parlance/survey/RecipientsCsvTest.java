package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.store.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the people of a campaign from a file. */
class RecipientsCsvTest {
    private static final String ANA = "+5215512345678";

    @TempDir
    private Path folder;

    private final Campaigners shop = new Campaigners(
            DocumentStore.inMemory(), Clock.fixed(Instant.parse("2026-05-13T12:00:00Z"), ZoneOffset.UTC));
    private final Surveys node = shop.node();
    private final Campaign campaign = node.campaigns().create("spring", Channel.TEXT, Pace.perSecond(1_000));

    private RecipientReport add(String text) {
        return campaign.add(RecipientsCsv.text("people.csv", text));
    }

    private List<String> problems(String text) {
        return add(text).problems().stream().map(Object::toString).toList();
    }

    /** The people who get a text, with their order and language. */
    private List<String> contacted() {
        campaign.start();
        node.campaigns().run(Duration.ZERO);
        TreeMap<String, String> people = new TreeMap<>();
        node.results()
                .forEach(session -> people.put(
                        session.respondent().value(),
                        session.language() + " " + session.variable("order").orElse("")));
        List<String> rows = new ArrayList<>();
        people.forEach((number, more) -> rows.add((number + " " + more).strip()));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,language,order\n+5215512345678,es-MX,A-17\n",
                "number;language;order\r\n+5215512345678;es-MX;A-17",
                "number\tlanguage\torder\r+5215512345678\tes-MX\tA-17\r",
                "\uFEFFnumber,language,order\n+5215512345678,es-MX,A-17\n",
                "order,Language,ADDRESS\nA-17,es-MX,+52 155 1234-5678\n\n",
                "\"number\",\"language\",\"order\"\n\"+5215512345678\",\"es-MX\",\"A-17\"\n",
                "number, language, order\n +5215512345678 , es-MX , A-17 \n"
            })
    void separators_quotes_and_line_ends_of_spreadsheets_are_understood(String text) {
        assertThat(add(text)).isEqualTo(new RecipientReport(1, 0, List.of()));

        assertThat(contacted()).containsExactly(ANA + " es-MX A-17");
    }

    @Test
    void a_value_in_quotes_can_contain_separators_and_quotes() {
        add("number,order\n" + ANA + ",\"A, \"\"B\"\"; C\"\n");

        assertThat(contacted()).containsExactly(ANA + " es-MX A, \"B\"; C");
    }

    @Test
    void missing_values_have_their_defaults() {
        assertThat(add("number,language,zone,order\n" + ANA + "\n+15005550006,,,\n")
                        .problems())
                .isEmpty();

        assertThat(contacted()).containsExactly("+15005550006 en", ANA + " es-MX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5215512345678     | number must start with + and the country code, like +15005550006",
                "0015005550006     | number must start with + and the country code, like +15005550006",
                "+52155a2345678    | number must have only digits after the +, like +15005550006",
                "+123              | number has 3 digits, but must have 7 to 15",
                "+1234567890123456 | number has 16 digits, but must have 7 to 15",
                "+0150055500066    | number must not start with +0; a country code follows the +, like +15005550006",
                "''                | number is missing"
            })
    void a_wrong_number_is_reported_with_its_line(String number, String problem) {
        RecipientReport report = add("order,number\nA-1," + ANA + "\nA-2," + number + "\n");

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.problems()).extracting(Object::toString).containsExactly("people.csv:3: " + problem);
    }

    @Test
    void every_problem_of_a_file_is_reported_with_its_line() {
        RecipientReport report = add("""
                number,language,zone,colour,order
                +15005550001,fi,,,
                +15005550002,en,Mars/Base,,
                +15005550003,en,,,"A-17
                +15005550004,en,,,"A"17
                +15005550005,en,,red,A-17,more
                +15005550001,fi,Mars/Base,,
                +15005550006,en,,,
                +1 (500) 555-0006,en,,,
                """);

        assertThat(report.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "people.csv:1: colour is not a variable of the survey; it has [order]",
                        "people.csv:2: language is not a language of the survey; it has [en, es-MX]",
                        "people.csv:3: zone is unknown; write it like America/Mexico_City",
                        "people.csv:4: has a quote that is not closed on the same line",
                        "people.csv:5: has text after a closing quote",
                        "people.csv:6: has 6 values, but there are 5 columns; a value with a separator needs quotes",
                        "people.csv:7: language is not a language of the survey; it has [en, es-MX]",
                        "people.csv:7: zone is unknown; write it like America/Mexico_City",
                        "people.csv:9: number is the same as in people.csv:8");
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(7);
        assertThat(contacted()).containsExactly("+15005550006 en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "phone,language\n+15005550006,en\n", "\"number\n+15005550006\n"})
    void the_first_line_must_name_the_columns(String text) {
        assertThat(problems(text))
                .contains(
                        "people.csv:1: the first line must name the columns, one of them \"number\", like number,language");
        assertThat(campaign.progress().total()).isZero();
    }

    @Test
    void a_column_with_the_name_of_another_is_not_used() {
        assertThat(problems("number,order,order\n" + ANA + ",first,second\n"))
                .containsExactly("people.csv:1: order is the name of two columns; the second one is not used");

        assertThat(contacted()).containsExactly(ANA + " es-MX first");
    }

    @Test
    void too_long_lines_and_values_are_refused() {
        assertThat(problems("number,order\n" + ANA + "," + "a".repeat(1_001) + "\n+15005550006," + "b".repeat(10_000)
                        + "\n+15005550007,C\n"))
                .containsExactly(
                        "people.csv:2: order has more than 1000 characters",
                        "people.csv:3: has more than 10000 characters");
        assertThat(contacted()).containsExactly("+15005550007 en C");
    }

    @Test
    void only_the_first_thousand_problems_are_listed() {
        RecipientReport report = add("number\n" + "wrong\n".repeat(1_500));

        assertThat(report.rejected()).isEqualTo(1_500);
        assertThat(report.problems()).hasSize(1_000);
        assertThat(node.campaigns().find("spring").orElseThrow().problems()).hasSize(100);
    }

    @Test
    void a_file_that_is_not_utf_8_is_reported() throws Exception {
        Path file = folder.resolve("people.csv");
        Files.write(file, ("number,order\n" + ANA + ",café\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(campaign.add(RecipientsCsv.file(file)).problems())
                .hasSize(1)
                .allMatch(problem -> problem.message().contains("is not UTF-8"));
    }

    @Test
    void a_missing_file_is_an_exception() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> campaign.add(RecipientsCsv.file(folder.resolve("none.csv"))))
                .withMessageContaining("none.csv");
    }

    @Test
    void numbers_that_are_not_allowed_are_reported() {
        RecipientsCsv file = RecipientsCsv.text("people.csv", "number\n+19005550123\n" + ANA + "\n");

        assertThat(campaign.add(file.withAllowed(number -> !number.id().startsWith("+1900")))
                        .problems())
                .extracting(Object::toString)
                .containsExactly("people.csv:2: number is of a kind or country that this application does not contact");
    }

    @Test
    void problems_contain_no_numbers_or_values() {
        String problems = String.join("\n", problems("number,order\n5557776789,secret\n+15557776789,\"secret\n"));

        assertThat(problems).doesNotContain("77767").doesNotContain("secret");
    }

    @Test
    void any_text_is_read_without_an_exception_and_every_line_counts_once() {
        Random random = new Random(20_261_129);
        String[] pieces = {
            "number",
            "language",
            "order",
            ANA,
            "+15005550006",
            "es-MX",
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\uFEFF",
            "\0",
            "+",
            "😀",
            "\uD800",
            "a".repeat(400)
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "number,order\n" : "");
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Campaign each = node.campaigns().create("fuzz-" + i, Channel.TEXT);

            RecipientReport report = each.add(RecipientsCsv.text("people.csv", text.toString()));

            assertThat(report.added() + report.rejected())
                    .as(text.toString())
                    .isLessThanOrEqualTo(text.toString().lines().count());
            assertThat(each.progress().total()).isEqualTo(report.added());
        }
    }
}
