/** Maven goals that deploy Twilio Functions and Assets. */
@NullMarked
package dev.parlance.serverless.maven;

import org.jspecify.annotations.NullMarked;
