/** Outgoing and incoming texts. */
@NullMarked
package dev.parlance.testkit.messaging;

import org.jspecify.annotations.NullMarked;
