/**
 * What a respondent has done: {@link dev.parlance.survey.session.Session}, its answers and events. The library creates them.
 *
 * <pre>{@code
 * surveys.find(Address.of("+15551112222")).ifPresent(session -> System.out.println(session.answers()));
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.session;

import org.jspecify.annotations.NullMarked;
