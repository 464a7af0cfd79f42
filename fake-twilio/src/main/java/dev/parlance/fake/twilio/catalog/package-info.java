/** What Twilio's OpenAPI documents say about each operation: parameters, responses, and their types. */
@NullMarked
package dev.parlance.fake.twilio.catalog;

import org.jspecify.annotations.NullMarked;
