/** Each benchmark measures a part of Parlance beside what it replaces, and beside the least that the work can cost. */
@NullMarked
package dev.parlance.benchmarks;

import org.jspecify.annotations.NullMarked;
