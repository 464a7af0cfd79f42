/**
 * The survey as a pure function without clock, store or threads: {@link dev.parlance.survey.machine.SurveyMachine} turns a survey,
 * a session and an input into the next session and a reply.
 *
 * <pre>{@code
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("cinco"), TurnInputs.at(now)).done();
 * Session next = turn.session();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.machine;

import org.jspecify.annotations.NullMarked;
