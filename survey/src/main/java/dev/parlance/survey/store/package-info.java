/**
 * {@link dev.parlance.survey.store.DocumentStore}, the interface of all stores, and a store in memory for tests and trials.
 *
 * <pre>{@code
 * DocumentStore store = DocumentStore.inMemory();
 * Surveys surveys = Surveys.builder(survey).store(store).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.store;

import org.jspecify.annotations.NullMarked;
