/**
 * The survey as a pure function without clock, store or threads: {@link dev.parlance.survey.machine.SurveyMachine} turns a
 * survey, a session and an input into the next session and a reply. Applications usually use {@code Surveys}, which calls it.
 *
 * <pre>{@code
 * Session session = SurveyMachine.newSession(survey, Address.of("+15551112222"), Channel.TEXT);
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("hi"), TurnInputs.at(clock.instant())).done();
 * List<String> texts = Rendering.of(survey, turn).messages();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.machine;

import org.jspecify.annotations.NullMarked;
