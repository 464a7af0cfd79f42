package dev.parlance.survey.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules make of numbers, dates, times and phone numbers in the languages that need them. */
class ReplyRulesTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-05-13T12:00:00Z");

    private final Survey survey = SurveyFolder.at(folder()).load();

    private void holds(String question, String language, String reply, String outcome) {
        ReplyReport report = ReplyTable.of(List.of(new TestReply(question, language, "text", reply, "?")))
                .run(survey, NOW);

        assertThat(report.rows().get(0).outcome())
                .as(report.rows().get(0)::explanation)
                .hasToString(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            amount ; zh-CN ; 两百五 ; read 250
            amount ; zh-CN ; 三千两百五 ; read 3250
            amount ; zh-CN ; 一百二 ; read 120
            amount ; zh-CN ; 二百零五 ; read 205
            amount ; zh-CN ; 一万二 ; read 12000
            amount ; zh-CN ; 12块5 ; confirm 12.5
            amount ; zh-CN ; 12块50 ; confirm 12.5
            amount ; es-MX ; dos millones y medio ; read 2500000
            amount ; de-DE ; anderthalb Millionen ; read 1500000
            amount ; en-US ; one and a half thousand ; read 1500
            amount ; en-US ; half a million ; read 500000
            amount ; hi-IN ; ढाई सौ ; read 250
            amount ; hi-IN ; डेढ़ लाख ; read 150000
            amount ; hi-IN ; साढ़े तीन सौ ; read 350
            amount ; hi-IN ; पौने दो लाख ; read 175000
            amount ; ar ; مية وخمسة وعشرين ; read 125
            age ; ar ; خمسة وعشرين ; read 25
            age ; ar ; خمسة و عشرين ; read 25
            amount ; de-DE ; hundertvierunddreißig ; read 134
            amount ; fr-FR ; 1 250,90 € ; read 1250.9
            amount ; en-US ; twelve dollars and fifty cents ; confirm 12.5
            household ; en-US ; a dozen ; read 12
            """)
    void words_for_parts_and_multiples_make_one_number(String question, String language, String reply, String outcome) {
        holds(question, language, reply, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            rating ; en-US ; 4? ; confirm 4
            rating ; en-US ; maybe 4 ; confirm 4
            age ; es-MX ; casi 60 ; confirm 60
            rating ; en-US ; not 4, 5 ; confirm 5
            rating ; hi-IN ; 4 नहीं, 5 ; confirm 5
            rating ; zh-CN ; 不是4，是5 ; confirm 5
            rating ; en-US ; thre ; confirm 3
            rating ; en-US ; Zero. Absolutely zero. ; again
            nps ; en-US ; Zero. Absolutely zero. ; confirm 0
            rating ; hi-IN ; चार स्टार ⭐ ; read 4
            household ; en-US ; four, including the baby ; confirm 4
            household ; en-US ; four, or five ; which 4|5
            household ; en-US ; four, more than that ; again
            household ; en-US ; my wife and I ; confirm 2
            household ; en-US ; my wife and I and 3 kids ; confirm 5
            household ; en-US ; 3 adults, 2 kids and a dog ; again
            rating ; en-US ; The pool was closed, the gym was closed. Three. ; confirm 3
            rating ; en-US ; My brother gave a 5 for that, I never give a 5 ; again
            nps ; en-US ; my sister says seven and my mother nine ; again
            amount ; en-US ; ticket 4 cost more than the other ones, so 30 ; confirm 30
            amount ; en-US ; nothing at all ; confirm 0
            rating ; en-US ; nothing at all ; again
            phone1 ; en-US ; four one five five five five zero one two three ; confirm +14155550123
            phone52 ; es-MX ; cincuenta y cinco doce treinta y cuatro cincuenta y seis setenta y ocho ; confirm +525512345678
            phone1 ; en-US ; four one five is my number ; again
            email ; zh-CN ; 邮箱是li.wei@example.cn ; confirm li.wei@example.cn
            """)
    void doubt_and_remarks_make_an_answer_likely(String question, String language, String reply, String outcome) {
        holds(question, language, reply, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            date ; ar ; قبل شهرين ; read 2026-03-13
            date ; ar ; قبل سنتين ; read 2024-05-13
            date ; ar ; 10 شهر 5 ; read 2026-05-10
            date ; en-US ; half a year ago ; read 2025-11-13
            date ; en-US ; a fortnight ago ; read 2026-04-29
            date ; zh-CN ; 两天后 ; read 2026-05-15
            date ; zh-CN ; 5月3日以后 ; again
            date ; zh-CN ; 20号 ; confirm 2026-05-20
            date ; hi-IN ; कल ; which 2026-05-14|2026-05-12
            date ; hi-IN ; कल शाम की बात थी ; confirm 2026-05-12
            date ; hi-IN ; परसों जाऊंगा ; read 2026-05-15
            date ; es-MX ; el 1º de mayo ; read 2026-05-01
            date ; es-MX ; hace un día ; read 2026-05-12
            date ; es-MX ; fue el día 20 ; confirm 2026-05-20
            date ; de-DE ; heute in einer Woche ; read 2026-05-20
            date ; en-US ; 3 May or June ; again
            date ; en-US ; from May 3 to May 5 ; again
            date ; en-US ; before May 3 ; again
            date ; en-US ; Monday a week ago ; again
            date ; en-US ; Friday the 8th ; confirm 2026-05-08
            date ; en-US ; Friday the 7th ; again
            date ; de-DE ; vor zwei Wochen, am 29. April ; confirm 2026-04-29
            date ; de-DE ; vor zwei Wochen, am 30. April ; again
            date ; en-US ; May 3, no, May 4, my cousin says ; confirm 2026-05-04
            date ; en-US ; May 3, May 4, my cousin says ; again
            """)
    void a_date_is_counted_named_or_asked(String question, String language, String reply, String outcome) {
        holds(question, language, reply, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            time ; ar ; 12 الظهر ; read 12:00
            time ; de-DE ; mittags um 12 ; read 12:00
            time ; es-MX ; a las doce del mediodía ; read 12:00
            time ; fr-FR ; midi et demi ; read 12:30
            time ; en-US ; quarter to noon ; read 11:45
            time ; hi-IN ; डेढ़ बजे ; which 01:30|13:30
            time ; hi-IN ; ढाई बजे ; which 02:30|14:30
            time ; hi-IN ; पौने पाँच बजे ; which 04:45|16:45
            time ; fr-FR ; sept heures et quart du matin ; read 07:15
            time ; pt-BR ; 10 pras 8 da manhã ; read 07:50
            time ; en-US ; 6pm works best ; read 18:00
            time ; hi-IN ; 5 मिनट ; again
            time ; en-US ; 5 minutes ; again
            time ; en-US ; before 8 ; again
            time ; en-US ; after 3pm ; again
            time ; en-US ; not before 10 am, better 11 am ; confirm 11:00
            time ; en-US ; after 10 am, before 11 am ; again
            time ; en-US ; 2.5 ; again
            """)
    void a_time_is_on_the_clock_and_nothing_else(String question, String language, String reply, String outcome) {
        holds(question, language, reply, outcome);
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ReplyRulesTest.class.getResource("/replies"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
