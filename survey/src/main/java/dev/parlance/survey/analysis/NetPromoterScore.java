package dev.parlance.survey.analysis;

/**
 * The net promoter score.
 *
 * @param promoters how many answered 9 or 10
 * @param passives how many answered 7 or 8
 * @param detractors how many answered 0 to 6
 * @param score the percentage of promoters minus the percentage of detractors, from -100 to 100
 */
public record NetPromoterScore(int promoters, int passives, int detractors, Estimate score) {
    static NetPromoterScore of(int promoters, int passives, int detractors) {
        return new NetPromoterScore(
                promoters, passives, detractors, Estimate.netPromoterScore(promoters, passives, detractors));
    }
}
