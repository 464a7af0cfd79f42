/**
 * How people write and say numbers, dates, times, phone numbers and e-mail addresses, and what they may have meant where they
 * slipped. For the library's own kinds of questions.
 */
@NullMarked
package dev.parlance.survey.reading;

import org.jspecify.annotations.NullMarked;
