/** Survey events in EventBridge, and a function that runs scheduled survey work. */
@NullMarked
package dev.parlance.aws.events;

import org.jspecify.annotations.NullMarked;
