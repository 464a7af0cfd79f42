/**
 * The {@code parlance} command, which checks, simulates and uploads surveys. {@link dev.parlance.tools.Parlance} lists its
 * subcommands; this package has no other API.
 *
 * <pre>
 * java -jar parlance.jar check survey
 * </pre>
 */
@NullMarked
package dev.parlance.tools;

import org.jspecify.annotations.NullMarked;
