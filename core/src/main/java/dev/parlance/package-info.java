/** Types that all packages share: the {@link dev.parlance.Address} of a person. */
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
