/** Prompt bundles: every text your application says, in every language. Start with {@link dev.parlance.prompt.Prompts}. */
@NullMarked
package dev.parlance.prompt;

import org.jspecify.annotations.NullMarked;
