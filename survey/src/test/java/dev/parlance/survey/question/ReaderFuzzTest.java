package dev.parlance.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends random replies in each language to each kind of question: no reader fails, and each result is a valid answer. */
class ReaderFuzzTest {
    private static final int REPLIES = Integer.getInteger("fuzz.replies", 400);
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 6, 30);
    private static final List<String> OPTIONS = List.of("train", "bicycle", "car");
    private static final List<Map.Entry<Question, Predicate<String>>> QUESTIONS = List.of(
            Map.entry(Question.text("q"), value -> true),
            Map.entry(Question.text("q").matching("((\\w+\\s?)+,?)+").withLength(1, 200), value -> true),
            Map.entry(Question.number("q", -5, 120), value -> isWithin(value, -5, 120)),
            Map.entry(Question.number("q", 0, 1_000_000).withDecimals(3), value -> isWithin(value, 0, 1_000_000)),
            Map.entry(Question.rating("q", 1, 5), value -> isWithin(value, 1, 5)),
            Map.entry(Question.nps("q"), value -> isWithin(value, 0, 10)),
            Map.entry(Question.yesNo("q"), value -> value.equals("yes") || value.equals("no")),
            Map.entry(Question.choice("q", "train", "bicycle", "car"), OPTIONS::contains),
            Map.entry(Question.choices("q", "train", "bicycle", "car"), OPTIONS::contains),
            Map.entry(Question.ranking("q", "train", "bicycle", "car"), OPTIONS::contains),
            Map.entry(Question.shares("q", 12, "train", "bicycle", "car"), value -> value.matches("\\w+=(\\d|1[0-2])")),
            Map.entry(Question.consent("q"), value -> value.equals("yes") || value.equals("no")),
            Map.entry(Question.month("q"), value -> YearMonth.parse(value).getYear() > 0),
            Map.entry(Question.dateRange("q").between(FIRST, LAST), ReaderFuzzTest::isInRange),
            Map.entry(Question.date("q"), value -> LocalDate.parse(value).getYear() > 0),
            Map.entry(Question.date("q").between(FIRST, LAST), ReaderFuzzTest::isInRange),
            Map.entry(Question.time("q"), value -> LocalTime.parse(value).getSecond() == 0),
            Map.entry(Question.phone("q"), value -> value.matches("\\+?\\d{6,15}")),
            Map.entry(Question.phone("q").withCountry("MX"), value -> value.matches("\\+[1-9]\\d{5,14}")),
            Map.entry(Question.email("q"), value -> value.matches("\\S+@\\S+\\.\\S+")),
            Map.entry(Question.location("q"), value -> true),
            Map.entry(Question.media("q"), value -> true));

    private static final List<String> PIECES = List.of(
            "0",
            "1",
            "2",
            "4",
            "12",
            "15",
            "31",
            "29",
            "2024",
            "1999",
            "99",
            "00000000",
            "99999999",
            "999999999999",
            "1e999",
            "-",
            "to",
            "bis",
            "+",
            "/",
            ".",
            ",",
            ":",
            "'",
            "\"",
            "(",
            ")",
            "*",
            "#",
            "%",
            "$",
            "€",
            "@",
            "_",
            "\n",
            "\t",
            "\u0000",
            "\u200f",
            "\u00a0",
            "\u0301",
            "\ufe0f",
            "\ud83d\ude00",
            "\ud83d",
            "\udc4d",
            "👍",
            "½",
            "²",
            "①",
            "٣",
            "٠٥",
            "९",
            "４",
            "\ud835\udfd3",
            "Ⅷ",
            "五",
            "十二",
            "th",
            "st",
            "the",
            "on the",
            "el",
            "de",
            "le",
            "am",
            "pm",
            "a.m.",
            "p. m.",
            "Uhr",
            "h",
            "点",
            "月",
            "日",
            "号",
            "年",
            "बजे",
            "Dec",
            "mayo",
            "März",
            "दिसंबर",
            "مايو",
            "tomorrow",
            "कल",
            "mañana",
            "yes",
            "no",
            "nooo",
            "not",
            "sí",
            "oui",
            "nicht",
            "नहीं",
            "لا",
            "不",
            "un",
            "train",
            "tarin",
            "rain",
            "bicycle",
            "bycicle",
            "Fuß",
            "five",
            "veintidós",
            "quatre-vingt-dix",
            "and",
            "y",
            "et",
            "ana",
            "at",
            "arroba",
            "dot",
            "punto",
            "example.com",
            "ana@example.com",
            "underscore",
            "+49",
            "(0)171",
            "0052",
            "1234567",
            "ß",
            "İ",
            "ŉ",
            "ﬁ",
            "aaaaaaaaaaaaaaaaaaaa");

    private static boolean isWithin(String value, long least, long most) {
        BigDecimal number = new BigDecimal(value);
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean isInRange(String value) {
        LocalDate day = LocalDate.parse(value);
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** 22 questions, 8 languages, 400 replies each; {@code -Dfuzz.replies=20000} sends more. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "pt", "ar", "hi", "zh"})
    void every_reply_that_is_understood_is_a_valid_answer(String language) {
        Map<String, String> prompts = new HashMap<>(Map.of("q", "?"));
        OPTIONS.forEach(option -> prompts.put("q." + option, option));
        prompts.put("q.car", "neither bus nor train nor bicycle");
        Words words = Words.of(Prompts.of(Map.of(language, prompts)).in(language));
        Random random = new Random(language.hashCode());

        QUESTIONS.forEach(asked -> {
            Question question = asked.getKey();
            for (int i = 0; i < REPLIES; i++) {
                Input input = input(random, words);
                AskContext context = new AskContext(words, AnswersTest.medium(input), TODAY, i);
                for (Value value : values(question.read(input, context))) {
                    assertThat(value.parts())
                            .as("%s reads %s in %s", question.kind(), InputText.of(input), language)
                            .isNotEmpty()
                            .allMatch(asked.getValue());
                    assertThat(question.display(value, context.words())).isNotNull();
                }
            }
        });
    }

    private static List<Value> values(Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return List.of(understood.value());
        }
        return reading instanceof Reading.Likely likely ? likely.candidates() : List.of();
    }

    private static Input input(Random random, Words words) {
        String text = text(random, words);
        return switch (random.nextInt(4)) {
            case 0 -> Input.speech(text, 0.9);
            case 1 -> Input.keys(text.replaceAll("[^0-9*]", ""));
            default -> Input.text(text);
        };
    }

    private static String text(Random random, Words words) {
        List<String> own =
                new ArrayList<>(words.list(List.of("yes", "no", "clock", "night", "beforeDay", "emailIs", "today")
                        .get(random.nextInt(7))));
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20) == 0 ? random.nextInt(400) : 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            String piece = random.nextInt(5) == 0 && !own.isEmpty()
                    ? own.get(random.nextInt(own.size()))
                    : PIECES.get(random.nextInt(PIECES.size()));
            text.append(piece).append(random.nextInt(3) == 0 ? "" : " ");
            if (random.nextInt(30) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }
}
