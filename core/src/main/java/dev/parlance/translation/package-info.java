/**
 * Prompts for translators: exports what is missing or has changed as XLIFF or CSV, imports translations, and makes a
 * pseudo-language for tests.
 *
 * <p>Start with {@link dev.parlance.translation.Translations} or {@link dev.parlance.translation.PseudoLanguage}.
 */
@NullMarked
package dev.parlance.translation;

import org.jspecify.annotations.NullMarked;
