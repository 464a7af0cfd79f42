/**
 * {@link dev.parlance.survey.store.DocumentStore}, the interface of all stores, and a store in memory.
 */
@NullMarked
package dev.parlance.survey.store;

import org.jspecify.annotations.NullMarked;
