/** Events of surveys in EventBridge, and surveys swept by a schedule. */
@NullMarked
package dev.parlance.aws.events;

import org.jspecify.annotations.NullMarked;
