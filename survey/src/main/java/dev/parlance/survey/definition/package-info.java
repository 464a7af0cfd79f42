/**
 * {@link dev.parlance.survey.definition.Survey}: the questions, their order, and the rules of one survey, as {@code
 * survey.json} or a builder has them, all of it checked when it is loaded.
 */
@NullMarked
package dev.parlance.survey.definition;

import org.jspecify.annotations.NullMarked;
