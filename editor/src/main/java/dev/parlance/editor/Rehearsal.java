package dev.parlance.editor;

import dev.parlance.Address;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A respondent who takes a survey, without a server or a store. Not thread-safe.
 *
 * <pre>{@code
 * Rehearsal rehearsal = new Rehearsal(survey, Address.of("+15005550006"), false, "es-MX");
 * rehearsal.begin().messages().forEach(System.out::println);
 * rehearsal.say("5").messages().forEach(System.out::println);
 * }</pre>
 */
public final class Rehearsal {
    private static final Medium WITH_PICTURES =
            new Medium(Medium.TEXT.channel(), Medium.TEXT.abilities().withPictures());

    private final Survey survey;
    private final boolean isCall;
    private Session session;

    /**
     * A new respondent.
     *
     * @param isCall whether the survey is taken on a call instead of by texts
     * @param language the respondent's language; if null, the survey asks
     */
    public Rehearsal(Survey survey, Address person, boolean isCall, @Nullable String language) {
        this.survey = survey;
        this.isCall = isCall;
        String channel = medium().channel();
        this.session = language == null
                ? SurveyMachine.newSession(survey, person, channel)
                : SurveyMachine.newSession(survey, person, channel, language);
    }

    /** What the survey says first. */
    public Rendering begin() {
        return advance(isCall ? Input.arrival() : Input.contact());
    }

    /** What the survey says to an answer. On a call, digits are keys, other words are speech, and an empty line is silence. */
    public Rendering say(String line) {
        return advance(input(line));
    }

    /** The state after the last turn. */
    public Session session() {
        return session;
    }

    private Medium medium() {
        return isCall ? Medium.VOICE : WITH_PICTURES;
    }

    private Rendering advance(Input input) {
        Turn.Done turn = SurveyMachine.rehearse(survey, session, input, TurnInputs.at(Instant.now(), medium()));
        session = turn.session();
        return Rendering.of(survey, turn);
    }

    private Input input(String line) {
        if (!isCall) {
            return Input.text(line);
        }
        if (line.isEmpty()) {
            return Input.silence();
        }
        return line.matches("[0-9*#]+") ? Input.keys(line) : Input.speech(line, 1);
    }
}
