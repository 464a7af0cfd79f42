/**
 * Tests of a Spring Boot application with the fake in Twilio's place. {@link dev.parlance.spring.test.ParlanceTest} is the
 * annotation to start with.
 */
@NullMarked
package dev.parlance.spring.test;

import org.jspecify.annotations.NullMarked;
