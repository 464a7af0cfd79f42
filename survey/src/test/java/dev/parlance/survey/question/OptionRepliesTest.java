package dev.parlance.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that name options: accepted, to be confirmed ("Bad?"), or not understood (empty). */
class OptionRepliesTest {
    private static String choose(String language, String reply, String labels) {
        List<String> all = List.of(labels.split("/", -1));
        Map<String, String> prompts = new HashMap<>(Map.of("q", "?"));
        for (int i = 0; i < all.size(); i++) {
            prompts.put("q.o" + i, all.get(i));
        }
        String[] options = IntStream.range(0, all.size()).mapToObj(i -> "o" + i).toArray(String[]::new);
        Words words = Words.of(Prompts.of(Map.of(language, prompts)).in(language));
        Reading reading = Question.choice("q", options)
                .read(Input.text(reply), new AskContext(words, Medium.TEXT, LocalDate.of(2026, 5, 13), 0));
        if (reading instanceof Reading.Understood understood) {
            return label(understood.value(), all);
        }
        return reading instanceof Reading.Likely likely
                ? likely.candidates().stream().map(value -> label(value, all)).collect(Collectors.joining(" or ")) + "?"
                : "";
    }

    private static String label(Value value, List<String> labels) {
        return labels.get(Integer.parseInt(value.text().substring(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | really bad          | Good/Bad/Very bad             | Bad or Very bad?
            en | it was very bad     | Good/Bad/Very bad             | Very bad
            en | very very bad       | Good/Bad/Very bad             | Very bad
            en | it was bad          | Good/Bad/Very bad             | Bad
            en | very bad            | Good/Bad                      | Bad?
            es | re malo             | Bueno/Malo/Muy malo           | Malo or Muy malo?
            de | echt total schlecht | Gut/Schlecht/Sehr schlecht    | Schlecht or Sehr schlecht?
            zh | 真的很差             | 好/差/非常差                   | 差 or 非常差?
            ar | سيئ كثير            | جيد/سيئ/سيئ جدا               | سيئ or سيئ جدا?
            """)
    void an_intensifier_makes_a_label_uncertain_unless_the_label_has_it(
            String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I have no fever      | Fever/No fever         | No fever
            en | no, no fever         | Fever/No fever         | No fever?
            en | I have a fever       | Fever/No fever         | Fever
            en | a fever              | No fever/Cough         | ''
            en | I don't have a fever | Fever/No fever         | No fever?
            en | without fever        | No fever/Cough         | No fever?
            es | pues nunca           | Siempre/Nunca          | Nunca
            de | ich habe kein Auto   | Ein Auto/Kein Auto     | Kein Auto
            zh | 我不满意              | 满意/不满意             | 不满意
            """)
    void a_label_with_a_negation_is_named_by_it_and_never_taken_for_its_opposite(
            String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | a tooth ache         | Toothache/Fever        | Toothache
            en | i have toothache     | Tooth ache/Fever       | Tooth ache
            de | Kopf schmerzen halt  | Kopfschmerzen/Fieber   | Kopfschmerzen
            hi | सर दर्द               | सिरदर्द/बुखार           | सिरदर्द?
            de | mit dem Rad          | Fahrrad/Auto           | Fahrrad?
            es | en bici              | Bicicleta/Coche        | Bicicleta?
            zh | 坐公交               | 公交车/火车             | 公交车?
            hi | बाजार                 | बाज़ार/गाँव              | बाज़ार
            hi | गांव                  | बाज़ार/गाँव              | गाँव
            en | in the rain          | Train/Bus              | ''
            en | satisfied I guess    | Dissatisfied/Neutral   | ''
            """)
    void a_label_is_found_when_blanks_or_a_part_of_it_are_missing(
            String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | bus?                     | Bus/Train | Bus?
            en | 2?                       | Bus/Train | Train?
            en | 2 people                 | Bus/Train | Train?
            en | maybe the bus            | Bus/Train | Bus?
            en | the bus instead of train | Bus/Train | Bus?
            en | all but the bus          | Bus/Train | ''
            en | the bus or the plane     | Bus/Train | ''
            """)
    void doubt_and_other_units_make_an_option_uncertain(String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | the first one             | Bus/Train/Car       | Bus
            en | the second one            | Bus/Train/Car       | Train
            en | second one please         | Bus/Train/Car       | Train
            en | the 2nd one               | Bus/Train/Car       | Train
            en | I take the second one     | Bus/Train/Car       | Train
            en | the last one              | Bus/Train/Car       | Car
            en | last                      | Bus/Train/Car       | Car
            es | la primera                | Autobús/Tren/Coche  | Autobús
            es | la segunda, por favor     | Autobús/Tren/Coche  | Tren
            es | la última opción          | Autobús/Tren/Coche  | Coche
            de | das erste                 | Bus/Zug/Auto        | Bus
            de | die zweite bitte          | Bus/Zug/Auto        | Zug
            de | die letzte Option         | Bus/Zug/Auto        | Auto
            fr | le premier                | Bus/Train/Voiture   | Bus
            fr | la deuxième s'il vous plaît | Bus/Train/Voiture | Train
            fr | la dernière               | Bus/Train/Voiture   | Voiture
            pt | a primeira                | Ônibus/Trem/Carro   | Ônibus
            pt | a segunda opção           | Ônibus/Trem/Carro   | Trem
            pt | a última                  | Ônibus/Trem/Carro   | Carro
            ar | الأول                     | حافلة/قطار/سيارة    | حافلة
            ar | ثاني واحد                 | حافلة/قطار/سيارة    | قطار
            ar | الخيار الأخير             | حافلة/قطار/سيارة    | سيارة
            hi | पहला वाला                 | बस/ट्रेन/कार           | बस
            hi | दूसरा विकल्प                | बस/ट्रेन/कार           | ट्रेन
            hi | आखिरी वाला                | बस/ट्रेन/कार           | कार
            zh | 第一个                     | 公交/火车/汽车         | 公交
            zh | 第二个选项                  | 公交/火车/汽车         | 火车
            zh | 最后一个                    | 公交/火车/汽车         | 汽车
            """)
    void an_option_is_chosen_by_its_place(String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | the second one            | The second/The first     | The second
            en | the second                | The first/The second     | The second
            en | second class              | First class/Second class | Second class
            en | the second one            | Second class/First class | Second class?
            es | la segunda                | La segunda/La primera    | La segunda
            de | die zweite                | Die zweite/Die erste     | Die zweite
            fr | la deuxième               | La deuxième/La première  | La deuxième
            pt | a segunda                 | A segunda/A primeira     | A segunda
            ar | الثاني                    | الثاني/الأول             | الثاني
            hi | दूसरा                      | दूसरा/पहला               | दूसरा
            zh | 第二个                     | 第二个/第一个             | 第二个
            """)
    void a_label_comes_before_a_place(String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | the fifth one                | Bus/Train/Car | ''
            en | the first or the second one  | Bus/Train/Car | Bus or Train?
            en | not the second one           | Bus/Train/Car | ''
            en | the second one, no, the last | Bus/Train/Car | Train?
            en | one, second                  | Bus/Train/Car | Train?
            en | the second one?              | Bus/Train/Car | Train?
            """)
    void a_place_that_there_is_not_and_doubt_choose_nothing(
            String language, String reply, String labels, String value) {
        assertThat(choose(language, reply, labels)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 to 3               | a b c
            2-3                  | b c
            0 to 2               | b
            -5 to 2              | b
            -99999999999 to 2    | b
            99999999999 to 2     | b
            4294967298 to 3      | c
            1.5 to 3             | c
            the first 4294967298 | a
            """)
    void a_range_starts_and_ends_at_options(String reply, String chosen) {
        Map<String, String> prompts = Map.of("q", "?", "q.a", "A", "q.b", "B", "q.c", "C");
        Words words = Words.of(Prompts.of(Map.of("en", prompts)).in("en"));

        Reading reading = Question.choices("q", "a", "b", "c")
                .read(Input.text(reply), new AskContext(words, Medium.TEXT, LocalDate.of(2026, 5, 13), 0));

        assertThat(reading)
                .asInstanceOf(type(Reading.Likely.class))
                .extracting(
                        likely -> String.join(" ", likely.candidates().get(0).parts()))
                .isEqualTo(chosen);
    }
}
