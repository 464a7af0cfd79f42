/**
 * Holds a survey to the replies that it must understand. Start with {@link dev.parlance.survey.replies.ReplyTable}.
 *
 * <pre>{@code
 * ReplyReport report = ReplyTable.read(Path.of("replies.tsv")).run(survey, clock.instant());
 * System.out.println(report.summary());
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.replies;

import org.jspecify.annotations.NullMarked;
