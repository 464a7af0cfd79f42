/**
 * {@link dev.parlance.survey.store.DocumentStore}: what a store has to be able to do so that nothing is lost and nothing is
 * done twice, and the one that keeps everything in memory.
 */
@NullMarked
package dev.parlance.survey.store;

import org.jspecify.annotations.NullMarked;
