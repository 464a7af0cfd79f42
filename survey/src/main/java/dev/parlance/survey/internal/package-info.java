/** Tallies, result documents and texts of one line, which several packages share. Not exported. */
@NullMarked
package dev.parlance.survey.internal;

import org.jspecify.annotations.NullMarked;
