/**
 * Figures for a page of results: rates, times, distributions, drop-off and cross tables of the people that a filter selects.
 *
 * <pre>{@code
 * Analysis spanish = surveys.results().analysis(ResultFilter.ALL.withLanguage("es"), ZoneId.of("America/Mexico_City"));
 * spanish.overview().completionRate();
 * spanish.question("taste").figures();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.analysis;

import org.jspecify.annotations.NullMarked;
