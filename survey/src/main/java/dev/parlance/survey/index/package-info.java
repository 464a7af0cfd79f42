/** A copy of what the results of a survey count, in memory, column by column. Not exported. */
@NullMarked
package dev.parlance.survey.index;

import org.jspecify.annotations.NullMarked;
