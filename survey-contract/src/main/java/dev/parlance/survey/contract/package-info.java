/**
 * The tests that every store must pass: {@link dev.parlance.survey.contract.DocumentStoreContract}. Add JUnit to your test
 * dependencies yourself.
 *
 * <pre>{@code
 * class MyDocumentsTest extends DocumentStoreContract {
 *     @Override protected DocumentStore open() { return DocumentStore.inMemory(); }
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.contract;

import org.jspecify.annotations.NullMarked;
