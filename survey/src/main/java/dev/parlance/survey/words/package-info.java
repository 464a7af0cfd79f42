/**
 * The words of each language: numbers, yes and no, months, commands. They are data in a separate prompt bundle; a survey's own
 * prompts can replace each key, prefixed with {@code survey.}.
 */
@NullMarked
package dev.parlance.survey.words;

import org.jspecify.annotations.NullMarked;
