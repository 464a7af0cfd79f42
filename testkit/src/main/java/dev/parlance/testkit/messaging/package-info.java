/** Texts: those that the account sends, and those that people send to it. */
@NullMarked
package dev.parlance.testkit.messaging;

import org.jspecify.annotations.NullMarked;
