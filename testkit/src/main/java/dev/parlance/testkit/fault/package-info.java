/** Faults that a test can inject between an application and Twilio. */
@NullMarked
package dev.parlance.testkit.fault;

import org.jspecify.annotations.NullMarked;
