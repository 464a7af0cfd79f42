package dev.parlance.quarkus;

import dev.parlance.survey.SurveysBuilder;

/**
 * Changes how a survey runs. Every bean of this type is called for each survey, before it is built.
 *
 * <pre>{@code
 * @Produces
 * @Singleton
 * SurveysCustomizer atMostOneContactPerDay() {
 *     return (name, surveys) -> surveys.maxContactsPerDay(1);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface SurveysCustomizer {
    /**
     * Changes a survey's settings.
     *
     * @param survey the name of its folder
     */
    void customize(String survey, SurveysBuilder surveys);
}
