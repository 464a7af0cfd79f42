/** Tallies and result documents, which several packages share. Not exported. */
@NullMarked
package dev.parlance.survey.internal;

import org.jspecify.annotations.NullMarked;
