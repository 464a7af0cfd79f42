/**
 * A browser for the tests of Parlance's own pages.
 *
 * <pre>{@code
 * browser.size(PageSize.PHONE);
 * browser.theme(Theme.DARK);
 * browser.open(url);
 * assertThat(browser.problems()).isEmpty();
 * }</pre>
 */
@NullMarked
package dev.parlance.pages.testing;

import org.jspecify.annotations.NullMarked;
