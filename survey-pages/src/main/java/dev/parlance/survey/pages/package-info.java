/**
 * A survey's results as a web page, with charts, exports and links to share.
 *
 * <pre>{@code
 * ResultsPages.of(surveys).addTo(router, "/results/", login::wrap);
 * String svg = Charts.of(survey).svg(figures).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.pages;

import org.jspecify.annotations.NullMarked;
