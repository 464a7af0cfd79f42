/**
 * Stores for sessions: {@link dev.parlance.survey.store.DocumentStore} is the interface of all of them.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(DocumentStore.inMemory()).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.store;

import org.jspecify.annotations.NullMarked;
