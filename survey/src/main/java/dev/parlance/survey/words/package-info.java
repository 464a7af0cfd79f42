/**
 * The words of each language for question kinds of your own: numbers, yes and no, months, commands. They are data in a separate
 * prompt bundle; a survey's own prompts can replace each key, prefixed with {@code survey.}.
 *
 * <pre>{@code
 * Words spanish = Words.of(prompts.in("es"));
 * spanish.yesOrNo(TextNormalizer.normalize("¡Sí!")); // Optional[true]
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.words;

import org.jspecify.annotations.NullMarked;
