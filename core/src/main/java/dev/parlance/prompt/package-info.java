/**
 * Prompt bundles: every text your application says, in every language. Start with {@link dev.parlance.prompt.Prompts}.
 *
 * <pre>{@code
 * Prompts prompts = Prompts.from(Path.of("prompts"));          // en-US.env, es-MX.env, …
 * String greeting = prompts.in("es-MX").text("greeting", "name", "Ana");
 * }</pre>
 */
@NullMarked
package dev.parlance.prompt;

import org.jspecify.annotations.NullMarked;
