/**
 * {@link dev.parlance.survey.definition.Survey}: the questions, their order and the rules of one survey, read from {@code
 * survey.json} or built in code. Every definition is checked when it is loaded.
 */
@NullMarked
package dev.parlance.survey.definition;

import org.jspecify.annotations.NullMarked;
