/** The fake Twilio in a Spring Boot application, in development and in tests. */
@NullMarked
package dev.parlance.spring.dev;

import org.jspecify.annotations.NullMarked;
