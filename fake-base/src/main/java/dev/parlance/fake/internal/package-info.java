/** How fakes send requests to an application, run work in the background, and let their clock pass. For fakes only. */
@NullMarked
package dev.parlance.fake.internal;

import org.jspecify.annotations.NullMarked;
