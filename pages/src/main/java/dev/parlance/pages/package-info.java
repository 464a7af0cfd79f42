/**
 * The design system of Parlance's web pages: values, styles, components, icons and a font, served from your own router.
 *
 * <pre>{@code
 * Router router = Router.create();
 * PageFiles.of(getClass()::getResourceAsStream, "page.html", "page.css", "page.js").addTo(router, "/reports/");
 * PageFiles.design().addTo(router, "/reports/design/");
 * }</pre>
 *
 * <p>{@code page.html} links {@code design/design.css}.
 */
@NullMarked
package dev.parlance.pages;

import org.jspecify.annotations.NullMarked;
