/** The {@code parlance-serverless} command. */
@NullMarked
package dev.parlance.serverless.command;

import org.jspecify.annotations.NullMarked;
