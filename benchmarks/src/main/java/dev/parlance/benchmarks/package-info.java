/** Each benchmark compares a part of Parlance with what it replaces and with the minimum cost of the work. */
@NullMarked
package dev.parlance.benchmarks;

import org.jspecify.annotations.NullMarked;
