/**
 * The page of {@code parlance edit}, which edits a survey's files. Start with {@link dev.parlance.editor.SurveyEditor}.
 *
 * <p>It changes texts, not documents: {@code JsonText} and {@link dev.parlance.translation.PromptFileText} replace the parts that a
 * person edits and leave every other character of the files as it is.
 *
 * <pre>{@code
 * SurveyEditor.open(Path.of("survey"), 0).url();
 * }</pre>
 */
@NullMarked
package dev.parlance.editor;

import org.jspecify.annotations.NullMarked;
