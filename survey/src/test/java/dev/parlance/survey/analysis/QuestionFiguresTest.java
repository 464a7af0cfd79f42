package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.Disposition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The figures of each form of answers, with numbers that are computed by hand. */
class QuestionFiguresTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);
    private int people;

    /** Somebody who gives one answer and is at another question. */
    private void answers(String question, String... parts) {
        run().answers(question, parts).save();
    }

    private Runs.Run run() {
        people++;
        return runs.run("+1500555" + (1_000 + people)).starts(1);
    }

    private AnswerFigures figures(String question) {
        return runs.all().question(question).figures().answers();
    }

    private static Optional<Estimate> share(String value, String low, String high) {
        return Optional.of(new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high)));
    }

    private static NumberStatistics.Quartiles quartiles(String first, String median, String third) {
        return new NumberStatistics.Quartiles(new BigDecimal(first), new BigDecimal(median), new BigDecimal(third));
    }

    @Test
    void a_question_without_answers_has_every_possible_answer_with_0() {
        assertThat(figures("agree"))
                .isEqualTo(new AnswerFigures.Choices(
                        List.of(new ValueCount("yes", 0, Optional.empty()), new ValueCount("no", 0, Optional.empty())),
                        false,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(figures("amount")).isEqualTo(new AnswerFigures.Numbers(Optional.empty(), List.of()));
        assertThat(figures("day")).isEqualTo(new AnswerFigures.Dates(AnswerFigures.Dates.Unit.DAY, List.of()));
        assertThat(figures("place")).isEqualTo(new AnswerFigures.Places(List.of()));
        assertThat(figures("why")).isEqualTo(new AnswerFigures.Uncounted());
    }

    @Test
    void a_choice_has_shares_without_refusals_and_invalid_answers() {
        answers("drink", "tea");
        answers("drink", "tea");
        answers("drink", "tea");
        answers("drink", "coffee");
        run().refuses("drink", "dontknow").save();

        AnswerFigures.Choices drink = (AnswerFigures.Choices) figures("drink");

        // Wilson's intervals of 3, 1 and 0 of 4.
        assertThat(drink.values())
                .containsExactly(
                        new ValueCount("tea", 3, share("75.0", "30.1", "95.4")),
                        new ValueCount("coffee", 1, share("25.0", "4.6", "69.9")),
                        new ValueCount("other", 0, share("0.0", "0.0", "49.0")));
        assertThat(drink.refusals()).isEqualTo(Map.of("dontknow", 1));
        assertThat(drink.isMultiple()).isFalse();
        ResponseCounts responses = runs.all().question("drink").figures().responses();
        assertThat(responses.asked()).isEqualTo(5);
        assertThat(responses.answered()).isEqualTo(4);
        assertThat(responses.count(NoAnswer.REFUSED)).isEqualTo(1);
    }

    @Test
    void a_rating_has_statistics() {
        for (String stars : new String[] {"1", "2", "4", "5", "5"}) {
            answers("taste", stars);
        }

        // Mean 17/5. Squares of the differences: 5.76 + 1.96 + 0.36 + 2 · 2.56 = 13.2; √(13.2 / 4) = 1.817.
        // Student's t is 2.7764 for 4 degrees of freedom: 2.7764 · 1.817 / √5 = 2.256.
        assertThat(((AnswerFigures.Choices) figures("taste")).numbers())
                .contains(new NumberStatistics(
                        5,
                        new BigDecimal("3.40"),
                        share("3.40", "1.14", "5.66"),
                        Optional.of(new BigDecimal("1.82")),
                        quartiles("2.00", "4.00", "5.00")));
        assertThat(((AnswerFigures.Choices) figures("taste")).values())
                .extracting(ValueCount::count)
                .containsExactly(1, 1, 0, 1, 2);
    }

    @Test
    void several_choices_have_shares_of_the_people_who_answered() {
        answers("tried", "tea", "juice");
        answers("tried", "tea");

        assertThat(figures("tried"))
                .isEqualTo(new AnswerFigures.Choices(
                        List.of(
                                new ValueCount("tea", 2, share("100.0", "34.2", "100.0")),
                                new ValueCount("coffee", 0, share("0.0", "0.0", "65.8")),
                                new ValueCount("juice", 1, share("50.0", "9.5", "90.5"))),
                        true,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_ranking_has_mean_places() {
        answers("order", "coffee", "tea", "juice");
        answers("order", "tea", "coffee", "juice");
        answers("order", "coffee", "tea", "juice");

        List<AnswerFigures.RankedOption> options = ((AnswerFigures.Rankings) figures("order")).options();

        assertThat(options)
                .extracting(AnswerFigures.RankedOption::option, AnswerFigures.RankedOption::first)
                .containsExactly(tuple("tea", 1), tuple("coffee", 2), tuple("juice", 0));
        assertThat(options)
                .extracting(option -> option.meanRank().orElseThrow().mean().toString())
                .containsExactly("1.67", "1.33", "3.00");
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void shares_have_means_that_include_zeros() {
        answers("budget", "tea=70", "coffee=30");
        answers("budget", "tea=0", "coffee=100");

        List<AnswerFigures.SharedOption> options = ((AnswerFigures.Shares) figures("budget")).options();

        assertThat(options)
                .extracting(AnswerFigures.SharedOption::option, AnswerFigures.SharedOption::sum)
                .containsExactly(tuple("tea", 70L), tuple("coffee", 130L));
        assertThat(options)
                .extracting(option -> option.parts().orElseThrow().mean().toString())
                .containsExactly("35.00", "65.00");
    }

    @Test
    void numbers_have_quartiles_and_a_histogram_of_round_classes() {
        for (String amount : new String[] {"0", "12.5", "20", "37", "40"}) {
            answers("amount", amount);
        }

        AnswerFigures.Numbers amount = (AnswerFigures.Numbers) figures("amount");

        assertThat(amount.statistics().orElseThrow().quartiles()).isEqualTo(quartiles("12.50", "20.00", "37.00"));
        assertThat(amount.statistics().orElseThrow().mean()).isEqualTo("21.90");
        assertThat(amount.histogram())
                .hasSize(8)
                .startsWith(new AnswerFigures.Bin(0, 5, 1))
                .contains(new AnswerFigures.Bin(10, 15, 1), new AnswerFigures.Bin(20, 25, 1))
                .endsWith(new AnswerFigures.Bin(35, 40, 2));
    }

    @Test
    void one_number_has_no_interval() {
        answers("amount", "7");

        AnswerFigures.Numbers amount = (AnswerFigures.Numbers) figures("amount");

        assertThat(amount.statistics())
                .contains(new NumberStatistics(
                        1,
                        new BigDecimal("7.00"),
                        Optional.empty(),
                        Optional.empty(),
                        quartiles("7.00", "7.00", "7.00")));
        assertThat(amount.histogram()).containsExactly(new AnswerFigures.Bin(7, 7, 1));
    }

    @Test
    void days_are_counted_by_day_month_or_year() {
        answers("day", "2026-11-20");
        answers("day", "2026-11-20");
        answers("day", "2026-12-24");
        assertPeriods("day", AnswerFigures.Dates.Unit.DAY, "2026-11-20 2", "2026-12-24 1");

        answers("day", "2027-12-24");
        assertPeriods("day", AnswerFigures.Dates.Unit.MONTH, "2026-11 2", "2026-12 1", "2027-12 1");

        answers("day", "1999-01-01");
        assertPeriods("day", AnswerFigures.Dates.Unit.YEAR, "1999 1", "2026 3", "2027 1");
    }

    @Test
    void the_first_of_two_days_months_years_and_hours_are_counted() {
        answers("stay", "2026-05-03", "2026-05-10");
        answers("moved", "2024-05");
        answers("born", "1980");
        answers("born", "1980");
        answers("at", "14:30");
        answers("at", "14:59");

        assertPeriods("stay", AnswerFigures.Dates.Unit.DAY, "2026-05-03 1");
        assertPeriods("moved", AnswerFigures.Dates.Unit.MONTH, "2024-05 1");
        assertPeriods("born", AnswerFigures.Dates.Unit.YEAR, "1980 2");
        assertPeriods("at", AnswerFigures.Dates.Unit.HOUR, "14 2");
    }

    private void assertPeriods(String question, AnswerFigures.Dates.Unit unit, String... counts) {
        AnswerFigures.Dates dates = (AnswerFigures.Dates) figures(question);
        assertThat(dates.unit()).isEqualTo(unit);
        assertThat(dates.periods())
                .extracting(period -> period.value() + " " + period.count())
                .containsExactly(counts);
    }

    @Test
    void a_place_is_never_precise() {
        answers("place", "19.4326,-99.1332");
        answers("place", "19.41,-99.09");
        answers("place", "52.52,13.405");

        assertThat(figures("place"))
                .isEqualTo(new AnswerFigures.Places(
                        List.of(new AnswerFigures.Place(19.4, -99.1, 2), new AnswerFigures.Place(52.5, 13.4, 1))));
    }

    @Test
    void each_reason_for_no_answer_is_counted() {
        run().skips("taste", 2).save();
        run().skips("taste", 4).save(); // the fourth of three attempts: given up
        run().timesOut("taste").save();
        run().isAsked("taste").leaves(Disposition.BROKE_OFF, "taste").save();
        run().isAsked("taste").save();
        run().isAsked("agree").save();
        run().answers("agree", "yes").isAsked("recommend").save();
        runs.run(EveryForm.survey("{\"id\":\"agree\",\"kind\":\"yesNo\"}"), "+15005552000")
                .starts(1)
                .answers("agree", "yes")
                .completes(9)
                .save();
        answers("taste", "5");

        ResponseCounts taste = runs.all().question("taste").figures().responses();

        assertThat(taste)
                .isEqualTo(new ResponseCounts(
                        6,
                        1,
                        Map.of(
                                NoAnswer.SKIPPED, 1,
                                NoAnswer.NOT_UNDERSTOOD, 1,
                                NoAnswer.TIMED_OUT, 1,
                                NoAnswer.LEFT, 1,
                                NoAnswer.WAITING, 1,
                                NoAnswer.NOT_REACHED, 1,
                                NoAnswer.NOT_ASKED, 1,
                                NoAnswer.OTHER_VERSION, 1)));
    }

    @Test
    void each_round_of_a_group_counts() {
        run().answers("each.1.stars", "3").answers("each.2.stars", "1").save();
        run().answers("each.1.stars", "3").skips("each.2.stars", 1).save();

        QuestionFigures stars = runs.all().question("stars").figures();

        assertThat(stars.responses()).isEqualTo(new ResponseCounts(4, 3, Map.of(NoAnswer.SKIPPED, 1)));
        assertThat(((AnswerFigures.Choices) stars.answers()).values())
                .extracting(ValueCount::count)
                .containsExactly(1, 0, 2);
    }

    @Test
    void a_question_that_only_an_older_version_has_is_in_its_place() {
        runs.run(EveryForm.OLDER, "+15005552000")
                .starts(1)
                .answers("old", "tea")
                .save();

        List<QuestionFigures> questions = runs.all().questions();

        assertThat(questions).extracting(QuestionFigures::id).containsSubsequence("taste", "old", "recommend");
        QuestionFigures old = runs.all().question("old").figures();
        assertThat(old.isCurrent()).isFalse();
        assertThat(old.kind()).isEqualTo("choice");
        assertThat(((AnswerFigures.Choices) old.answers()).values())
                .extracting(ValueCount::count)
                .containsExactly(1, 0);
    }

    @Test
    void an_option_that_only_an_older_version_has_comes_last() {
        runs.run(EveryForm.OLDER, "+15005552000")
                .starts(1)
                .answers("drink", "water")
                .save();
        answers("drink", "coffee");

        assertThat(((AnswerFigures.Choices) figures("drink")).values())
                .extracting(value -> value.value() + " " + value.count())
                .containsExactly("tea 0", "coffee 1", "other 0", "water 1");
    }

    @Test
    void a_matrix_has_the_figures_of_its_items() {
        run().answers("bus.onTime", "3").answers("bus.clean", "1").save();

        Map<String, List<QuestionFigures>> matrices = runs.all().matrices();

        assertThat(matrices).containsOnlyKeys("bus");
        assertThat(matrices.get("bus")).extracting(QuestionFigures::id).containsExactly("bus.onTime", "bus.clean");
        assertThat(((AnswerFigures.Choices) matrices.get("bus").get(0).answers()).values())
                .extracting(ValueCount::count)
                .containsExactly(0, 0, 1);
    }

    @Test
    void a_question_is_shown_by_language_channel_and_arm() {
        run().computes("arm", "short").answers("taste", "5").save();
        run().in("es").on("voice").computes("arm", "long").answers("taste", "1").save();
        run().in("es").on("voice").answers("taste", "2").save();

        QuestionAnalysis taste = runs.all().question("taste");

        assertThat(answered(taste.byLanguage())).isEqualTo(Map.of("en", 1, "es", 2));
        assertThat(answered(taste.byChannel())).isEqualTo(Map.of("text", 1, "voice", 2));
        assertThat(answered(taste.byAnswer("arm"))).isEqualTo(Map.of("short", 1, "long", 1));
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> taste.byAnswer("tried"))
                .withMessageContaining("There is no question \"tried\" that is asked once");
    }

    private static Map<String, Integer> answered(Map<String, QuestionFigures> figures) {
        Map<String, Integer> answered = new HashMap<>();
        figures.forEach(
                (name, question) -> answered.put(name, question.responses().answered()));
        return answered;
    }

    @Test
    void an_unknown_question_is_a_problem() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> runs.all().question("nothing"))
                .withMessage("The survey \"every\" has no question \"nothing\" that has answers");
    }

    @Test
    void earlier_runs_and_waves_count_as_runs() {
        Survey survey = EveryForm.CURRENT;
        runs.run(survey, "+15005552000")
                .starts(1)
                .answers("taste", "1")
                .completes(5)
                .saveAsEarlier();
        runs.run(survey, "+15005552000")
                .number(2)
                .wave(2)
                .starts(1)
                .answers("taste", "5")
                .completes(5)
                .save();

        assertThat(runs.all().overview().people().completed()).isEqualTo(2);
        assertThat(runs.matching(ResultFilter.ALL.withWave(2))
                        .question("taste")
                        .figures()
                        .responses()
                        .answered())
                .isEqualTo(1);
    }
}
