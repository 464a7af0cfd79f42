/** The build steps of the extension. Nothing here is meant to be used directly. */
@NullMarked
package dev.parlance.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
