/**
 * The answers as JSON, CSV or a summary: {@link dev.parlance.survey.results.Results}.
 *
 * <pre>{@code
 * surveys.results().csv(out);
 * String json = surveys.results().summary().toJson();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.results;

import org.jspecify.annotations.NullMarked;
