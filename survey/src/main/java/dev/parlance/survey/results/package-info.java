/**
 * The results of a survey: {@link dev.parlance.survey.results.Results} exports and summarizes them.
 *
 * <pre>{@code
 * surveys.results().csv(System.out);
 * System.out.println(surveys.results().summary().toJson());
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.results;

import org.jspecify.annotations.NullMarked;
