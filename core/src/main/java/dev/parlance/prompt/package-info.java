/** Every word said to a person: prompt bundles, chosen by language. Start with {@link dev.parlance.prompt.Prompts}. */
@NullMarked
package dev.parlance.prompt;

import org.jspecify.annotations.NullMarked;
