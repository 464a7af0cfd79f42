package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.results.Cell;
import dev.parlance.survey.results.ResultRows;
import dev.parlance.survey.results.Results;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports of the people that a filter selects. */
class SelectedResultsTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);
    private final Results results = Results.in(runs.store, EveryForm.CURRENT, runs::revision, runs.analyses());

    @BeforeEach
    void two_people_answer() {
        runs.run("+15005550001")
                .in("es")
                .starts(1)
                .answers("agree", "yes")
                .answers("taste", "4")
                .answers("tried", "tea", "juice")
                .answers("why", "=1+1")
                .completes(60)
                .save();
        runs.run("+15005550002").starts(1).answers("agree", "no").save();
    }

    private static long lines(Results selected) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        selected.csv(csv);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        selected.jsonLines(json);
        long rows = csv.toString(StandardCharsets.UTF_8).lines().count() - 1;
        assertThat(json.toString(StandardCharsets.UTF_8).lines()).hasSize((int) rows);
        return rows;
    }

    @Test
    void csv_and_json_lines_have_the_selected_people() {
        assertThat(lines(results)).isEqualTo(2);
        assertThat(lines(results.matching(ResultFilter.ALL.withLanguage("es"), ZoneOffset.UTC)))
                .isEqualTo(1);
        assertThat(lines(results.matching(ResultFilter.ALL.withAnswer("agree", "no"), ZoneOffset.UTC)))
                .isEqualTo(1);
        // Noon in UTC is the next day in Auckland.
        ResultFilter nextDay = ResultFilter.ALL.from(LocalDate.parse("2026-11-21"));
        assertThat(lines(results.matching(nextDay, ZoneOffset.UTC))).isZero();
        assertThat(lines(results.matching(nextDay, ZoneId.of("Pacific/Auckland"))))
                .isEqualTo(2);
    }

    @Test
    void a_summary_and_an_analysis_have_the_selected_people() {
        Results spanish = results.matching(ResultFilter.ALL.withLanguage("es"), ZoneOffset.UTC);

        assertThat(spanish.summary().respondents()).isEqualTo(1);
        assertThat(spanish.analysis(ResultFilter.ALL.withAnswer("agree", "no"), ZoneOffset.UTC)
                        .overview()
                        .people()
                        .invited())
                .isZero();
        assertThat(results.analysis(ResultFilter.ALL.withAnswer("agree", "no"), ZoneOffset.UTC)
                        .overview()
                        .people()
                        .invited())
                .isEqualTo(1);
        assertThat(results.prepareAnalysis().isReady()).isTrue();
    }

    @Test
    void a_question_that_no_version_has_is_a_problem() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> results.matching(ResultFilter.ALL.withAnswer("nothing", "x"), ZoneOffset.UTC))
                .withMessage("The filter has questions that the survey \"every\" does not have: [nothing]");
    }

    @Test
    void rows_have_typed_cells() {
        ResultRows rows = results.matching(ResultFilter.ALL.withLanguage("es"), ZoneOffset.UTC)
                .rowsWithLabels("en");
        List<List<Cell>> cells = new ArrayList<>();
        rows.forEach(cells::add);

        assertThat(cells).hasSize(1);
        assertThat(cells.get(0)).hasSameSizeAs(rows.header());
        assertThat(cell(rows, cells, "respondent")).isEqualTo(new Cell.Text("+15005550001"));
        assertThat(cell(rows, cells, "started")).isEqualTo(new Cell.Time(Runs.NOON.plusSeconds(1)));
        assertThat(cell(rows, cells, "run")).isEqualTo(new Cell.Decimal(BigDecimal.ONE));
        assertThat(cell(rows, cells, "taste")).isEqualTo(new Cell.Decimal(BigDecimal.valueOf(4)));
        assertThat(cell(rows, cells, "recommend")).isEqualTo(new Cell.Empty());
        assertThat(cell(rows, cells, "label.tried")).isEqualTo(new Cell.Text("About tried tea, About tried juice"));
        assertThat(cell(rows, cells, "option.tried.coffee")).isEqualTo(new Cell.Decimal(BigDecimal.ZERO));
        assertThat(cell(rows, cells, "why")).isEqualTo(new Cell.Text("=1+1"));
        assertThat(results.rows().header()).doesNotContain("label.tried");
    }

    private static Cell cell(ResultRows rows, List<List<Cell>> cells, String column) {
        return cells.get(0).get(rows.header().indexOf(column));
    }
}
