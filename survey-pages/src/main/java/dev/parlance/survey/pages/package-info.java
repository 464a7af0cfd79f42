/**
 * A survey's results as a web page, with charts, exports and links to share.
 *
 * <p>{@link dev.parlance.survey.pages.ResultsPages} adds the page to your routes.
 */
@NullMarked
package dev.parlance.survey.pages;

import org.jspecify.annotations.NullMarked;
