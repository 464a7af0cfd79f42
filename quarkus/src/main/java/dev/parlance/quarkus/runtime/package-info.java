/** What the extension adds to an application. Nothing here is meant to be used directly. */
@NullMarked
package dev.parlance.quarkus.runtime;

import org.jspecify.annotations.NullMarked;
