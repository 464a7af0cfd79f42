/**
 * Prompts for translators: exports what is missing or has changed as XLIFF or CSV, imports translations, and makes a
 * pseudo-language for tests.
 *
 * <p>Start with {@link dev.parlance.translation.Translations} or {@link dev.parlance.translation.PseudoLanguage}.
 *
 * <pre>{@code
 * Translations translations = Translations.of(Path.of("prompts"));
 * Files.writeString(Path.of("fr-FR.csv"), translations.to("fr-FR").toCsv());
 * translations.read(Path.of("fr-FR.csv")).write();
 * }</pre>
 */
@NullMarked
package dev.parlance.translation;

import org.jspecify.annotations.NullMarked;
