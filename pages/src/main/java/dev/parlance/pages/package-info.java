/**
 * The design system of Parlance's web pages: values, styles, components, icons and a font, served from your own router.
 *
 * <p>{@link dev.parlance.pages.PageFiles} serves a page and the files that it needs.
 */
@NullMarked
package dev.parlance.pages;

import org.jspecify.annotations.NullMarked;
