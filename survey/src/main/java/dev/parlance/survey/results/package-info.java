/** {@link dev.parlance.survey.results.Results}: the answers as JSON, CSV or a summary. */
@NullMarked
package dev.parlance.survey.results;

import org.jspecify.annotations.NullMarked;
