/**
 * SAM templates on your machine, without Docker: {@link dev.parlance.tools.sam.LocalDeployment} runs a template, {@link
 * dev.parlance.tools.sam.SamTemplate} reads one.
 */
@NullMarked
package dev.parlance.tools.sam;

import org.jspecify.annotations.NullMarked;
