/** What goes wrong between an application and Twilio, to be asked for by a test. */
@NullMarked
package dev.parlance.testkit.fault;

import org.jspecify.annotations.NullMarked;
