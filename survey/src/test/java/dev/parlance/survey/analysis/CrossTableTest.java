package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.parlance.survey.analysis.CrossTable.Association;
import dev.parlance.survey.definition.SurveyException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of two questions, with numbers that are computed by hand. */
class CrossTableTest {
    private final Runs runs = new Runs(EveryForm.CURRENT);
    private int people;

    private void answer(int times, String agree, String drink) {
        for (int i = 0; i < times; i++) {
            people++;
            runs.run("+1500555" + (1_000 + people))
                    .starts(1)
                    .answers("agree", agree)
                    .answers("drink", drink)
                    .save();
        }
    }

    @Test
    void pairs_have_shares_of_their_row_and_column() {
        answer(30, "yes", "tea");
        answer(10, "yes", "coffee");
        answer(10, "no", "tea");
        answer(30, "no", "coffee");
        runs.run("+15005552001").starts(1).answers("agree", "yes").save(); // one answer only

        CrossTable table = runs.all().crossTable("agree", "drink");

        assertThat(table.rowTotals()).extracting(ValueCount::count).containsExactly(40, 40);
        assertThat(table.columnTotals()).extracting(ValueCount::value).containsExactly("tea", "coffee", "other");
        assertThat(table.columnTotals()).extracting(ValueCount::count).containsExactly(40, 40, 0);
        assertThat(table.cells().get(0))
                .containsExactly(
                        new CrossTable.Cell(30, 75.0, 75.0),
                        new CrossTable.Cell(10, 25.0, 25.0),
                        new CrossTable.Cell(0, 0, 0));
        // Each cell differs by 10 from the expected 20: 4 · 100/20 = 20. V = √(20/80).
        Association.Tested tested = (Association.Tested) table.association();
        assertThat(tested.chiSquare()).isCloseTo(20, within(1e-9));
        assertThat(tested.degrees()).isEqualTo(1);
        assertThat(tested.cramersV()).isCloseTo(0.5, within(1e-9));
        // 2 · (1 - Φ(√20)).
        assertThat(tested.probability()).isCloseTo(7.744e-6, within(1e-9));
    }

    @Test
    void the_probability_follows_the_chi_square_distribution() {
        // Published points of the distribution: 3.841 and 6.635 for 1 degree of freedom.
        assertThat(probability(new int[][] {{60, 40}, {46, 54}})).isCloseTo(0.0474, within(0.0005));
        // Independent: no difference at all.
        assertThat(probability(new int[][] {{20, 40}, {10, 20}})).isEqualTo(1);
        // Two degrees: e^(-x/2). x = 15: 30 answers in the diagonal of 3 times 2.
        Association.Tested two = (Association.Tested) ChiSquare.of(new int[][] {{20, 10}, {10, 20}, {15, 15}});
        assertThat(two.degrees()).isEqualTo(2);
        assertThat(two.probability()).isCloseTo(Math.exp(-two.chiSquare() / 2), within(1e-12));
        // Four degrees: e^(-x/2) · (1 + x/2).
        Association.Tested four =
                (Association.Tested) ChiSquare.of(new int[][] {{30, 10, 10}, {10, 30, 10}, {10, 10, 30}});
        assertThat(four.chiSquare()).isCloseTo(48, within(1e-9));
        assertThat(four.probability()).isCloseTo(Math.exp(-24) * 25, within(1e-15));
    }

    private static double probability(int[][] table) {
        return ((Association.Tested) ChiSquare.of(table)).probability();
    }

    @Test
    void too_few_answers_are_not_tested() {
        answer(3, "yes", "tea");
        answer(3, "no", "coffee");

        assertThat(runs.all().crossTable("agree", "drink").association())
                .isEqualTo(new Association.NotTested(Association.Reason.FEW_ANSWERS));
    }

    @Test
    void one_answer_is_not_tested() {
        answer(50, "yes", "tea");

        assertThat(runs.all().crossTable("agree", "drink").association())
                .isEqualTo(new Association.NotTested(Association.Reason.ONE_ANSWER));
        assertThat(runs.matching(ResultFilter.ALL.withLanguage("fr"))
                        .crossTable("agree", "drink")
                        .association())
                .isEqualTo(new Association.NotTested(Association.Reason.ONE_ANSWER));
    }

    @Test
    void several_answers_of_a_person_are_counted_but_not_tested() {
        runs.run("+15005550001")
                .starts(1)
                .answers("tried", "tea", "juice")
                .answers("agree", "yes")
                .save();

        CrossTable table = runs.all().crossTable("tried", "agree");

        assertThat(table.cells()).extracting(row -> row.get(0).count()).isEqualTo(List.of(1, 0, 1));
        assertThat(table.association()).isEqualTo(new Association.NotTested(Association.Reason.SEVERAL_ANSWERS));
    }

    @Test
    void answers_of_the_same_round_belong_together() {
        runs.run("+15005550001")
                .starts(1)
                .answers("each.1.fresh", "yes")
                .answers("each.1.stars", "3")
                .answers("each.2.fresh", "no")
                .answers("each.2.stars", "1")
                .save();

        CrossTable table = runs.all().crossTable("fresh", "stars");

        assertThat(table.cells().get(0)).extracting(CrossTable.Cell::count).containsExactly(0, 0, 1);
        assertThat(table.cells().get(1)).extracting(CrossTable.Cell::count).containsExactly(1, 0, 0);
    }

    @Test
    void only_fixed_sets_of_answers_have_a_table() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> runs.all().crossTable("agree", "why"))
                .withMessage(
                        "A cross table needs questions with a fixed set of answers; the question \"why\" has none");
    }
}
