package dev.parlance.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to questions of each kind: accepted, to be confirmed ("train?"), or not understood (empty). */
class AnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 13);

    private static String read(Question question, String language, Map<String, String> prompts, Input input) {
        return read(question, language, prompts, input, TODAY);
    }

    private static String read(
            Question question, String language, Map<String, String> prompts, Input input, LocalDate today) {
        Map<String, String> all = new HashMap<>(prompts);
        all.put("q", "?");
        Words words = Words.of(Prompts.of(Map.of(language, all)).in(language));
        Reading reading = question.read(input, new AskContext(words, medium(input), today, 0));
        if (reading instanceof Reading.Understood understood) {
            return understood.value().text();
        }
        return reading instanceof Reading.Likely likely
                ? likely.candidates().stream().map(Value::text).collect(Collectors.joining(" or ")) + "?"
                : "";
    }

    static Medium medium(Input input) {
        return input instanceof Input.Text ? Medium.TEXT : Medium.VOICE;
    }

    private static String read(Question question, String language, String text) {
        return read(question, language, Map.of(), Input.text(text));
    }

    private static String choose(String language, String text, String... labels) {
        Map<String, String> prompts = new HashMap<>();
        for (String label : labels) {
            prompts.put("q." + label.replace(' ', '_'), label);
        }
        String[] options =
                List.of(labels).stream().map(label -> label.replace(' ', '_')).toArray(String[]::new);
        return read(Question.choice("q", options), language, prompts, Input.text(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | incorrect | no
            en | might | ''
            en | night | ''
            en | light | ''
            en | hope | ''
            en | note | ''
            en | uncertain | ''
            en | not sure | ''
            en | yesss | yes
            en | noooo | no
            en | yes please | yes
            en | no, thank you | no
            en | of course not | no
            en | I do not agree | no
            en | yeah no | ''
            en | 👍🏽 | yes
            en | 👎 | no
            de | unsicher | ''
            de | ja, gerne | yes
            es | desacuerdo | ''
            es | clara | ''
            es | claro que no | no
            fr | bien sûr que non | no
            pt | acho que não | no
            ar | طبعا لا | no
            hi | नहीं जी | no
            zh | 还没有 | no
            """)
    void only_words_that_mean_yes_or_no_are_accepted(String language, String text, String value) {
        assertThat(read(Question.yesNo("q"), language, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unsatisfied | ''
            very unsatisfied | ''
            in satisfied | Satisfied?
            dissatisfied | ''
            satisfied | Satisfied
            satisfyed | Satisfied
            very satisifed | Very_satisfied
            usatisfied | Satisfied?
            """)
    void correcting_a_typo_never_reverses_the_meaning(String text, String value) {
        assertThat(choose("en", text, "Very satisfied", "Satisfied", "Neutral")).isEqualTo(value);
    }

    @Test
    void an_option_for_people_who_are_not_sure_is_understood() {
        assertThat(choose("en", "I'm not sure", "Yes", "No", "Not sure")).isEqualTo("Not_sure?");
        assertThat(choose("en", "I don't know, maybe", "Yes", "No", "Later")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es | insatisfecho | Satisfecho
            fr | mécontent | Content
            fr | insatisfait | Satisfait
            de | unzufrieden | Zufrieden
            pt | desempregado | Empregado
            hi | असंतुष्ट | संतुष्ट
            zh | 不满意的人 | 满意的人
            en | never | Fever
            en | rain | Train
            es | noche | Coche
            """)
    void a_negation_or_a_common_word_is_not_a_typo(String language, String text, String option) {
        assertThat(choose(language, text, option, "999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | traim | Train | Train?
            en | bycicle | Bicycle | Bicycle?
            en | poeple | People | People
            en | busss | Bus | Bus
            en | head ache | Headache | Headache
            es | bisicleta | Bicicleta | Bicicleta
            fr | voitrue | Voiture | Voiture
            de | zu fuss | Zu Fuß | Zu_Fuß
            """)
    void a_clear_typo_is_accepted_and_any_other_must_be_confirmed(
            String language, String text, String option, String value) {
        assertThat(choose(language, text, option, "999")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US | 202-555-0111 | +12025550111
            us | 202-555-0111 | +12025550111
            1 | 1-415-555-0132 | +14155550132
            +1 | 4155550132 | +14155550132
            1 | my number is 415 555 0132 | +14155550132
            1 | 555-0132 | ''
            1 | 0000000000 | ''
            49 | +49 (0)171 1234567 | +491711234567
            49 | 0171 1234567 | +491711234567
            49 | 491711234567 | +491711234567
            DE | 0049 171 1234567 | +491711234567
            52 | 01 55 1234 5678 | +525512345678
            MX | 521 55 1234 5678 | +525512345678
            MX | +52 1 55 1234 5678 | +525512345678
            52 | 55 1234 5678 | +525512345678
            55 | 55 11 91234-5678 | +5511912345678
            39 | 06 1234 5678 | +390612345678
            966 | ٠٥٠ ١٢٣ ٤٥٦٧ | +966501234567
            1 | +99912345678 | ''
            1 | 415 555 0132 or 415 555 0133 | ''
            """)
    void phone_numbers_are_read_as_their_country_writes_them(String country, String text, String number) {
        assertThat(read(Question.phone("q").withCountry(country), "en", text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USA", "XX", "0", "999", "0049", ""})
    void an_unknown_country_is_rejected(String country) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.phone("q").withCountry(country))
                .withMessageContaining("neither a country, such as MX, nor a calling code, such as 52");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | 6/20 | 2026-11-28 | 2027-12-31 | 2027-06-20
            de | 24.12. | 2020-01-01 | 2026-05-13 | 2025-12-24
            de | 24.12. | 1900-01-01 | 2100-01-01 | 2025-12-24 or 2026-12-24?
            hi | कल | 1900-01-01 | 2100-01-01 | 2026-05-14 or 2026-05-12?
            hi | कल | 1900-01-01 | 2026-05-13 | 2026-05-12
            en-US | 7/6/2026 | 2026-06-01 | 2026-06-30 | 2026-06-07?
            en-US | 24/12/2026 | 1900-01-01 | 2100-01-01 | 2026-12-24
            en-US | 6/12/40 | 1900-01-01 | 2026-05-13 | 1940-06-12
            en-US | the 15th | 1900-01-01 | 2100-01-01 | 2026-05-15
            en-US | the 22nd | 1900-01-01 | 2026-05-13 | 2026-04-22
            en-US | on the 5 | 1900-01-01 | 2100-01-01 | 2026-05-05
            es | el 15 de | 1900-01-01 | 2100-01-01 | 2026-05-15
            en-US | the 99th | 1900-01-01 | 2100-01-01 | ''
            en-US | 10 20 30 | 1900-01-01 | 2100-01-01 | ''
            en-US | 20260503 | 1900-01-01 | 2100-01-01 | 2026-05-03
            """)
    void the_valid_range_decides_which_date_is_meant(
            String language, String text, LocalDate first, LocalDate last, String day) {
        assertThat(read(Question.date("q").between(first, last), language, text))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 4 | 04:00 or 16:00?
            en | four | 04:00 or 16:00?
            en | 4 pm | 16:00
            en | 16 | 16:00
            en | 4 in the afternoon | 16:00
            en | 0400 | 04:00
            en | 8:30 | 08:30 or 20:30?
            de | 8:30 | 08:30
            de | 8 Uhr abends | 20:00
            es | a las 3 de la tarde | 15:00
            fr | midi | 12:00
            ar | ٨ مساءً | 20:00
            zh | 晚上8点 | 20:00
            hi | सुबह 9 बजे | 09:00
            en | 12 at night | 00:00
            en | 8-9am | ''
            """)
    void an_hour_that_may_be_before_or_after_noon_must_be_confirmed(String language, String text, String time) {
        assertThat(read(Question.time("q"), language, text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | my email is ana at example dot com | ana@example.com
            en | ana underscore perez at example dot com | ana_perez@example.com
            en | it's ana dash perez plus news at example dot com | ana-perez+news@example.com
            en | A N A at example dot com | ana@example.com
            en | you reach me by ana at example dot com | youreachmebyana@example.com?
            en | anna at gmail | ''
            es | mi correo es ana guion bajo perez arroba example punto com | ana_perez@example.com
            fr | mon adresse mail est ana tiret perez arobase example point com | ana-perez@example.com
            de | meine E-Mail-Adresse ist ana Unterstrich perez at example Punkt com | ana_perez@example.com
            pt | meu email é ana traço perez arroba example ponto com | ana-perez@example.com
            """)
    void an_email_address_can_be_spelled_out(String language, String spoken, String address) {
        assertThat(read(Question.email("q"), language, Map.of(), Input.speech(spoken, 0.9)))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email: ana@example.com | ana@example.com
            mailto:ana@example.com | ana@example.com
            It's ana @ example.com. | ana@example.com
            ana@example.com or eva@example.com | ana@example.com or eva@example.com?
            ana@@example.com | ''
            ana@example | ''
            """)
    void an_email_address_is_found_within_a_text(String text, String address) {
        assertThat(read(Question.email("q"), "en", text)).isEqualTo(address);
    }

    @Test
    @Timeout(10)
    void matching_a_pattern_takes_a_bounded_time() {
        Question list = Question.text("q").matching("((\\w+\\s?)+,?)+");
        String almost = "a".repeat(40) + "!";

        long start = System.nanoTime();
        assertThat(read(list, "en", almost)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(read(list, "en", "tea, milk")).isEmpty();
        assertThat(read(list, "en", "tea,milk")).isEqualTo("tea,milk");
    }

    @Test
    void a_text_that_overflows_the_stack_of_a_pattern_is_not_understood() {
        Question deep = Question.text("q").matching("(?:[A-Za-z]|[0-9 ])+");

        assertThatNoException().isThrownBy(() -> read(deep, "en", "a1 ".repeat(1_600)));
        assertThat(read(deep, "en", "a1")).isEqualTo("a1");
    }

    @Test
    @Timeout(10)
    void comparing_a_long_word_with_options_takes_a_bounded_time() {
        assertThat(choose("en", "satisfied".repeat(500), "satisfied".repeat(499) + "x", "999"))
                .isEmpty();
    }
}
