package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far people got, with numbers that are computed by hand. */
class OverviewTest {
    private final Survey survey = Survey.builder("visit")
            .prompts(Prompts.of(Map.of(
                    "en", Map.of("taste", "Taste?", "recommend", "Recommend?"),
                    "es", Map.of("taste", "¿Gusto?", "recommend", "¿Recomienda?"))))
            .ask(Question.rating("taste", 1, 5), Question.nps("recommend"))
            .build();
    private final Runs runs = new Runs(survey);

    private static Estimate estimate(String value, String low, String high) {
        return new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high));
    }

    private void completed(String person, int seconds, String score) {
        runs.run(person)
                .starts(10)
                .answers("taste", "4")
                .answers("recommend", score)
                .completes(seconds)
                .save();
    }

    @Test
    void nobody_has_no_rates() {
        Overview overview = runs.all().overview();

        assertThat(overview.people()).isEqualTo(new People(0, 0, 0, 0, 0, Map.of()));
        assertThat(overview.responseRate()).isEmpty();
        assertThat(overview.completionRate()).isEmpty();
        assertThat(overview.time()).isEmpty();
        assertThat(overview.nps()).isEmpty();
        assertThat(runs.all().days()).isEmpty();
    }

    @Test
    void people_are_counted_by_how_far_they_got() {
        runs.run("+15005550001").save();
        runs.run("+15005550002").progress(Disposition.UNREACHABLE, Stage.OVER).save();
        runs.run("+15005550003").starts(5).leaves(Disposition.REFUSED, "").save();
        runs.run("+15005550004")
                .starts(5)
                .answers("taste", "3")
                .isAsked("recommend")
                .save();
        runs.run("+15005550005")
                .starts(5)
                .leaves(Disposition.BROKE_OFF, "taste")
                .save();
        runs.run("+15005550006")
                .starts(5)
                .answers("taste", "3")
                .leaves(Disposition.OPTED_OUT, "recommend")
                .save();
        completed("+15005550007", 60, "9");

        Overview overview = runs.all().overview();

        assertThat(overview.people())
                .isEqualTo(new People(
                        7,
                        5,
                        3,
                        1,
                        1,
                        Map.of(
                                Disposition.NOT_STARTED, 1,
                                Disposition.UNREACHABLE, 1,
                                Disposition.REFUSED, 1,
                                Disposition.STARTED, 1,
                                Disposition.BROKE_OFF, 1,
                                Disposition.OPTED_OUT, 1,
                                Disposition.COMPLETED, 1)));
        // Wilson's interval of 3 of 7 and of 1 of 3.
        assertThat(overview.responseRate()).contains(estimate("42.9", "15.8", "75.0"));
        assertThat(overview.completionRate()).contains(estimate("33.3", "6.1", "79.2"));
    }

    @Test
    void times_have_quartiles() {
        completed("+15005550001", 10, "9");
        completed("+15005550002", 20, "9");
        completed("+15005550003", 40, "9");
        completed("+15005550004", 100, "9");

        // Between the 1st and the 2nd: 10 + 0.75 · 10. Between the 2nd and the 3rd: 20 + 0.5 · 20. Then 40 + 0.25 · 60.
        assertThat(runs.all().overview().time())
                .contains(new Overview.TimeToComplete(
                        4, Duration.ofSeconds(18), Duration.ofSeconds(30), Duration.ofSeconds(55)));
    }

    @Test
    void a_net_promoter_score_has_a_margin() {
        String[] scores = {"10", "9", "9", "9", "8", "7", "6", "0"};
        for (int i = 0; i < scores.length; i++) {
            completed("+1500555000" + i, 60, scores[i]);
        }

        // 4 of 8 minus 2 of 8. Adjusted: 2/11; variance 7.5/11 - (2/11)² = 0.6488; 1.96 · √(0.6488 / 11) = 0.4760.
        assertThat(runs.all().overview().nps())
                .isEqualTo(Map.of("recommend", new NetPromoterScore(4, 2, 2, estimate("25.0", "-29.4", "65.8"))));
    }

    @Test
    void one_score_says_nothing() {
        completed("+15005550001", 60, "10");

        assertThat(runs.all().overview().nps().get("recommend").score())
                .isEqualTo(estimate("100.0", "-100.0", "100.0"));
    }

    @Test
    void periods_are_counted_in_the_zone_without_gaps() {
        runs.run("+15005550001")
                .contacted(Instant.parse("2026-11-20T23:30:00Z"))
                .save();
        runs.run("+15005550002")
                .contacted(Instant.parse("2026-11-20T10:00:00Z"))
                .starts(86_400)
                .completes(86_400)
                .save();

        assertThat(runs.all().days())
                .extracting(day -> day.begin().toLocalDate() + " " + day.invited() + day.started() + day.completed())
                .containsExactly("2026-11-20 200", "2026-11-21 010", "2026-11-22 001");
        assertThat(runs.analyses()
                        .analysis(ResultFilter.ALL, ZoneId.of("Europe/Berlin"))
                        .days())
                .extracting(day -> day.begin().toLocalDate() + " " + day.invited() + day.started() + day.completed())
                .containsExactly("2026-11-20 100", "2026-11-21 110", "2026-11-22 001");
        assertThat(runs.all().periods(PeriodFigures.Unit.MONTH)).hasSize(1);
        assertThat(runs.all().periods(PeriodFigures.Unit.WEEK))
                .extracting(week -> week.begin().toLocalDate())
                .containsExactly(LocalDate.parse("2026-11-16"));
        assertThat(runs.all().periods(PeriodFigures.Unit.HOUR)).hasSize(49);
    }
}
