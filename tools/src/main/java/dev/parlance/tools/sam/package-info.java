/**
 * A SAM template on the developer's own machine, without Docker: {@link dev.parlance.tools.sam.LocalDeployment} serves it, {@link
 * dev.parlance.tools.sam.SamTemplate} reads it.
 */
@NullMarked
package dev.parlance.tools.sam;

import org.jspecify.annotations.NullMarked;
