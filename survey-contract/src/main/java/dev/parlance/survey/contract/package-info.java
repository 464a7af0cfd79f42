/**
 * {@link dev.parlance.survey.contract.DocumentStoreContract}: the tests that every store has to pass. It needs JUnit, which
 * whoever tests brings.
 */
@NullMarked
package dev.parlance.survey.contract;

import org.jspecify.annotations.NullMarked;
