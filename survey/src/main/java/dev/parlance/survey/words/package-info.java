/**
 * The words of each language: numbers, yes and no, months, commands. They are data, in a bundle of
 * prompts of its own; a survey's own bundle goes before it, key by key, with {@code survey.} before the key.
 */
@NullMarked
package dev.parlance.survey.words;

import org.jspecify.annotations.NullMarked;
