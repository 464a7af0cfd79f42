/**
 * Tests that every store must pass. To test your own store, extend {@link
 * dev.parlance.survey.contract.DocumentStoreContract}; if it keeps sums, also {@link
 * dev.parlance.survey.contract.TalliesContract}.
 *
 * <pre>{@code
 * class MyStoreTest extends DocumentStoreContract {
 *     @Override
 *     protected DocumentStore open() {
 *         return DocumentStore.inMemory();
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.contract;

import org.jspecify.annotations.NullMarked;
