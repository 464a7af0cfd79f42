/**
 * {@link dev.parlance.survey.contract.DocumentStoreContract}: the tests that every store must pass. Add JUnit to your test
 * dependencies yourself.
 */
@NullMarked
package dev.parlance.survey.contract;

import org.jspecify.annotations.NullMarked;
