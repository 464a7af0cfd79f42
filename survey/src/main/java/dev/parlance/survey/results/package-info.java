/** {@link dev.parlance.survey.results.Results}: what people have answered, for programs and for spreadsheets. */
@NullMarked
package dev.parlance.survey.results;

import org.jspecify.annotations.NullMarked;
