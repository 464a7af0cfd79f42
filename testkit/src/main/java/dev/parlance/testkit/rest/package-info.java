/** The HTTP API: paths, forms, pages and errors. */
@NullMarked
package dev.parlance.testkit.rest;

import org.jspecify.annotations.NullMarked;
