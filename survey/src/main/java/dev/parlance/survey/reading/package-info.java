/**
 * Reads numbers, dates, times, phone numbers and email addresses as people write and say them, and corrects typos. Used by the
 * built-in question kinds.
 */
@NullMarked
package dev.parlance.survey.reading;

import org.jspecify.annotations.NullMarked;
