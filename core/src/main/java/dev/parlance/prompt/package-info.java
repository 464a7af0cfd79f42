/** Every word said to a person: prompt bundles, chosen by language. Start with {@code Prompts}. */
@NullMarked
package dev.parlance.prompt;

import org.jspecify.annotations.NullMarked;
