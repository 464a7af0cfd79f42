/** The API over HTTP: paths, forms, pages and errors. */
@NullMarked
package dev.parlance.testkit.rest;

import org.jspecify.annotations.NullMarked;
