/** The HTTP API: paths, forms, pages and errors. */
@NullMarked
package dev.parlance.fake.twilio.rest;

import org.jspecify.annotations.NullMarked;
