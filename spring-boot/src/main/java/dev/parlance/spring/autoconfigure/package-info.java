/** The auto-configuration. Nothing here is meant to be used directly. */
@NullMarked
package dev.parlance.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
