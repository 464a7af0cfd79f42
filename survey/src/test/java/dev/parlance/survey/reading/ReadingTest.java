package dev.parlance.survey.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads numbers, yes and no, dates and times as people write and say them. */
class ReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Words words(String tag) {
        return Words.of(of(tag, Map.of("x", "x")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 5 | 5
            en | Five! | 5
            en | twenty-one | 21
            en | one hundred and five |
            en | one hundred five | 105
            en | 1,234.5 | 1234.5
            en | 1,234 | 1234
            en | 1.234 | 1.234
            en | -3 | -3
            en | ５ | 5
            en | 5️⃣ | 5
            en | 5 stars |
            en | five or six |
            en | three people |
            en | about five |
            en | to |
            en | none |
            en | yes |
            en | fourty | 40
            en | 999999999999999999999999999999999999 |
            es | cinco | 5
            es-MX | CINCO. | 5
            es | veintidos | 22
            es | treinta y uno | 31
            es | 1.234,5 | 1234.5
            es-MX | 1,234.5 | 1234.5
            fr | quatre-vingt-dix | 90
            fr | quatre vingt dix sept | 97
            fr | nonante | 90
            de | einundzwanzig | 21
            de | fuenf | 5
            de | zwölf | 12
            pt | dois | 2
            ar | ٢٥ | 25
            ar | خمسة | 5
            ar | أربع | 4
            hi | पाँच | 5
            hi | पांच | 5
            hi | ९ | 9
            zh | 五 | 5
            zh | 二十一 | 21
            zh | 两 | 2
            """)
    void a_number_is_read_only_if_the_whole_text_is_one(String language, String text, String number) {
        assertThat(NumberReader.read(text, words(language))
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(number);
    }

    @Test
    void a_word_that_sounds_like_a_number_is_confirmed_in_speech_only() {
        NumberMention.Scale any = new NumberMention.Scale(Optional.empty(), Optional.empty(), 0);

        assertThat(NumberReader.read("for", words("en"))).isEmpty();
        assertThat(NumberMention.read("for", words("en"), any, "", false).candidates())
                .isEmpty();
        assertThat(NumberMention.read("for", words("en"), any, "", true))
                .matches(guess -> guess.candidates().equals(List.of(BigDecimal.valueOf(4))) && !guess.isSure());
    }

    @ParameterizedTest
    @CsvSource({
        "en,YES,true",
        "en,yeahh,true",
        "en,Nope.,false",
        "en,maybe,",
        "es,Sí,true",
        "es,si,true",
        "es,no,false",
        "fr,d'accord,true",
        "de,jawohl,true",
        "de,nein,false",
        "pt,não,false",
        "ar,نعم,true",
        "hi,नहीं,false",
        "zh,是的,true",
        "zh,不是,false"
    })
    void yes_and_no_are_read_in_each_language(String language, String text, Boolean yes) {
        assertThat(words(language).yesOrNo(TextNormalizer.normalize(text)).orElse(null))
                .isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | 12/24/2026 | 2026-12-24
            en-GB | 24/12/2026 | 2026-12-24
            en | Dec 24 2026 | 2026-12-24
            en | 24th of December | 2026-12-24
            en | tomorrow | 2026-11-22
            en-US | 12242026 | 2026-12-24
            es-MX | 24 de diciembre de 2026 | 2026-12-24
            es-MX | 24.12.26 | 2026-12-24
            es | 24122026 | 2026-12-24
            de | 1. März 1985 | 1985-03-01
            de | 1.3.85 | 1985-03-01
            fr | 1er janvier | 2027-01-01
            zh | 2026年12月24日 | 2026-12-24
            zh | 2026-12-24 | 2026-12-24
            hi | 24 दिसंबर 2026 | 2026-12-24
            en | 31/31/2026 |
            en | some day |
            """)
    void dates_are_read_in_the_order_of_the_language(String language, String text, LocalDate day) {
        assertThat(DateReader.read(text, words(language), TODAY, Span.ALWAYS))
                .isEqualTo(day == null ? Guess.none() : Guess.sure(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2:30 pm | 14:30
            en | 2pm | 14:00
            en | 12 a.m. | 00:00
            en | 1430 | 14:30
            en | 14:30 | 14:30
            en | five in the afternoon | 17:00
            fr | 14h30 | 14:30
            de | 14 Uhr | 14:00
            es | 2:30 p. m. | 14:30
            zh | 14点30分 | 14:30
            en | 25:00 |
            en | later |
            """)
    void times_are_read(String language, String text, String time) {
        assertThat(TimeReader.read(text, words(language)).map(Object::toString))
                .isEqualTo(time == null ? Guess.none() : Guess.sure(time));
    }

    @ParameterizedTest
    @CsvSource({
        "ÑANDÚ,nandu",
        "  Great!!  ,great",
        "don’t,dont",
        "ＡＢＣ,abc",
        "einund\u00ADzwanzig,einundzwanzig",
        "मीठा,मीठा",
        "हज़ार,हजार",
        "हाँ,हां"
    })
    void folding_keeps_letters_and_digits(String text, String folded) {
        assertThat(TextNormalizer.normalize(text)).isEqualTo(folded);
    }

    @Test
    void a_word_close_to_two_options_matches_neither() {
        Map<String, String> options = Map.of("mango", "mango", "mangas", "mangas");

        assertThat(FuzzyLookup.find("mangos", options, words("en"))).isEqualTo(Guess.none());
        assertThat(FuzzyLookup.find("mago", Map.of("mango", "mango", "coffee", "coffee"), words("en")))
                .matches(guess -> guess.candidates().equals(List.of("mango")) && !guess.isSure());
    }

    @Test
    void prompts_can_add_a_language_that_the_library_does_not_know() {
        Language english = words("en").language();
        Map<String, String> own = new HashMap<>(Map.of("x", "x"));
        for (String key : Words.missing(of("sw", own)).keySet()) {
            own.put(key, key.startsWith("survey.invalid.") ? "Jaribu tena." : "neno");
        }
        own.put("survey.yes", "ndiyo, naam");
        own.put("survey.no", "hapana");
        Words swahili = Words.of(of("sw", own));

        assertThat(Words.missing(swahili.language())).isEmpty();
        assertThat(Words.problems(swahili.language(), Set.of())).isEmpty();
        assertThat(swahili.yesOrNo("ndiyo")).contains(true);
        assertThat(swahili.text("invalid.yesNo")).isEqualTo("Jaribu tena.");
        assertThat(Words.missing(english)).isEmpty();
    }

    private static Language of(String tag, Map<String, String> prompts) {
        return Prompts.builder(PromptSource.map(Map.of(tag, prompts)))
                .defaultLanguage(tag)
                .build()
                .in(tag);
    }

    @Test
    void the_surveys_prompts_replace_the_librarys_words() {
        Map<String, String> own = new HashMap<>(Map.of("survey.invalid.yesNo", "Oui?", "survey.yes", "certes"));
        Words words = Words.of(Prompts.builder(PromptSource.map(Map.of("fr", own)))
                .defaultLanguage("fr")
                .build()
                .in("fr"));

        assertThat(words.text("invalid.yesNo")).isEqualTo("Oui?");
        assertThat(words.yesOrNo("certes")).contains(true);
        assertThat(words.yesOrNo("oui")).isEmpty();
        assertThat(words.yesOrNo("non")).contains(false);
    }
}
