package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.Disposition;
import dev.parlance.webhook.Parameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A filter in a URL, and what is wrong with one. */
class FilterTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);

    @Test
    void a_filter_lives_in_the_query_of_a_url() {
        ResultFilter filter = ResultFilter.ALL
                .from(LocalDate.parse("2026-11-01"))
                .until(LocalDate.parse("2026-11-30"))
                .withLanguage("es")
                .withLanguage("en-US")
                .withChannel("voice")
                .withWave(2)
                .withDisposition(Disposition.COMPLETED)
                .withArm("greeting", "short")
                .withAnswer("bus.onTime", "a&b=c");

        assertThat(filter.toQuery())
                .isEqualTo("from=2026-11-01&to=2026-11-30&answer.bus.onTime=a%26b%3Dc&arm.greeting=short&channel=voice"
                        + "&disposition=COMPLETED&language=en-US&language=es&wave=2");
        assertThat(ResultFilter.ofQuery(Parameters.of(
                        "language", "es",
                        "from", "2026-11-01",
                        "to", "2026-11-30",
                        "language", "en-US",
                        "channel", "voice",
                        "wave", "2",
                        "disposition", "COMPLETED",
                        "arm.greeting", "short",
                        "answer.bus.onTime", "a&b=c")))
                .isEqualTo(filter)
                .hasSameHashCodeAs(filter);
        assertThat(ResultFilter.ALL.toQuery()).isEmpty();
        assertThat(ResultFilter.ofQuery(Parameters.none())).isEqualTo(ResultFilter.ALL);
    }

    @Test
    void all_problems_of_a_query_are_reported_together() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> ResultFilter.ofQuery(Parameters.of(
                        "from", "1 May",
                        "to", "2026-02-30",
                        "wave", "0",
                        "language", "",
                        "disposition", "DONE",
                        "answer.", "x",
                        "colour", "red")))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "from must be a day such as 2026-11-30",
                                "to is a day that does not exist",
                                "wave must be the number of a wave, such as 2",
                                "language has no value",
                                "disposition must be a disposition such as COMPLETED",
                                "answer. is not a filter; the filters are from, to, language, channel, wave, disposition,"
                                        + " arm.ID and answer.ID",
                                "colour is not a filter; the filters are from, to, language, channel, wave, disposition,"
                                        + " arm.ID and answer.ID"))
                .withMessageStartingWith("The filter has 7 problem(s):");
    }

    @Test
    void the_last_day_cannot_be_before_the_first() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() ->
                        ResultFilter.ALL.from(LocalDate.parse("2026-11-02")).until(LocalDate.parse("2026-11-01")))
                .withMessage("The last day 2026-11-01 is before the first day 2026-11-02");
    }

    @Test
    void questions_and_answers_must_exist() {
        ResultFilter filter = ResultFilter.ALL
                .withAnswer("nothing", "x")
                .withAnswer("why", "cold")
                .withAnswer("taste", "6")
                .withArm("arm", "medium");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> runs.matching(filter))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "arm.arm is \"medium\", which is not one of the answers [short, long]",
                                "answer.nothing filters by the question \"nothing\", which does not exist",
                                "answer.taste is \"6\", which is not one of the answers [1, 2, 3, 4, 5]",
                                "answer.why filters by the question \"why\", which has no fixed set of answers"));
    }

    @Test
    void a_selection_can_be_narrowed() {
        runs.run("+15005550001").in("es").starts(1).answers("agree", "yes").save();
        runs.run("+15005550002").in("es").starts(1).answers("agree", "no").save();
        runs.run("+15005550003").in("en").starts(1).answers("agree", "yes").save();

        Analysis spanish = runs.matching(ResultFilter.ALL.withLanguage("es"));

        assertThat(spanish.overview().people().invited()).isEqualTo(2);
        assertThat(spanish.matching(ResultFilter.ALL.withAnswer("agree", "yes"), spanish.zone())
                        .overview()
                        .people()
                        .invited())
                .isEqualTo(1);
    }
}
