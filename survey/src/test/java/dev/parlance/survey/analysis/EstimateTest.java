package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Confidence intervals, against published values. */
class EstimateTest {
    private static Estimate estimate(String value, String low, String high) {
        return new Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high));
    }

    @Test
    void a_share_has_wilsons_interval() {
        // Newcombe (1998), Statistics in Medicine 17, table I.
        assertThat(Estimate.share(81, 263)).isEqualTo(estimate("30.8", "25.5", "36.6"));
        assertThat(Estimate.share(15, 148)).isEqualTo(estimate("10.1", "6.2", "16.0"));
        assertThat(Estimate.share(0, 20)).isEqualTo(estimate("0.0", "0.0", "16.1"));
        assertThat(Estimate.share(1, 29)).isEqualTo(estimate("3.4", "0.6", "17.2"));
    }

    @Test
    void a_mean_has_students_interval() {
        // 1 to 5: mean 3, standard error 0.7071, t = 2.7764.
        assertThat(Estimate.mean(5, BigDecimal.valueOf(15), BigDecimal.valueOf(55)))
                .contains(estimate("3.00", "1.04", "4.96"));
        // Sixty zeros and sixty-one ones, t = 1.9799 for 120 degrees of freedom.
        assertThat(Estimate.mean(121, BigDecimal.valueOf(61), BigDecimal.valueOf(61)))
                .contains(estimate("0.50", "0.41", "0.59"));
        // Standard error 1000 / sqrt(41): the last digits show that t is 2.0211 for 40 degrees of freedom.
        assertThat(Estimate.mean(41, BigDecimal.ZERO, BigDecimal.valueOf(40_000_000)))
                .contains(estimate("0.00", "-315.64", "315.64"));
    }

    @Test
    void a_net_promoter_score_has_an_interval_also_if_all_answers_are_alike() {
        // 3 of 6 after adjustment: (3 - 0) / 6 = 0.5, variance 4.5 / 6 - 0.25 = 0.5, standard error 0.2887.
        assertThat(Estimate.netPromoterScore(3, 0, 0)).isEqualTo(estimate("100.0", "-6.6", "100.0"));
        assertThat(Estimate.netPromoterScore(0, 4, 0)).isEqualTo(estimate("0.0", "-34.3", "34.3"));
        assertThat(Estimate.netPromoterScore(1, 0, 0)).isEqualTo(estimate("100.0", "-100.0", "100.0"));
    }

    @Test
    void one_number_has_no_interval() {
        assertThat(Estimate.mean(1, BigDecimal.ONE, BigDecimal.ONE)).isEmpty();
    }
}
