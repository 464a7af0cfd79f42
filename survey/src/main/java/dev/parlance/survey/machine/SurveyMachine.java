package dev.parlance.survey.machine;

import dev.parlance.Address;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.Wait;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.RequestRecord;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The survey as a pure function: survey, session and input in, new session and reply out. It has no clock, does no I/O, and
 * returns the same result each time.
 *
 * <pre>{@code
 * Session session = SurveyMachine.newSession(survey, Address.of("+15551112222"), Channel.TEXT, "en");
 * Turn.Done turn = SurveyMachine.advance(survey, session, Input.text("five"), TurnInputs.at(clock.instant())).done();
 * turn.session();   // save this
 * turn.reply();     // send this
 * }</pre>
 */
public final class SurveyMachine {
    private SurveyMachine() {}

    /** A new session of a person whose language is unknown. */
    public static Session newSession(Survey survey, Address person, String channel) {
        return newSession(
                survey, person, channel, survey.prompts().defaultLanguage().tag(), false);
    }

    /** A new session of a person who has chosen this language. */
    public static Session newSession(Survey survey, Address person, String channel, String language) {
        return newSession(survey, person, channel, survey.prompts().in(language).tag(), true);
    }

    private static Session newSession(
            Survey survey, Address address, String channel, String language, boolean isChosen) {
        long shuffleSeed = Long.parseUnsignedLong(PersonHash.of(address).substring(0, 16), 16);
        Person person = new Person(language, isChosen, Optional.empty(), Map.of(), shuffleSeed);
        return SessionState.create(survey.name(), address, survey.revision(), person, channel);
    }

    /** Reads a session that {@link Session#toJson} wrote. */
    public static Session sessionFromJson(String json) {
        return SessionState.fromJson(json);
    }

    /** Handles a person's input. */
    public static Turn advance(Survey survey, Session session, Input input, TurnInputs inputs) {
        SessionState before = SessionState.of(session);
        Step step = Step.from(before, inputs.now());
        TurnContext context = TurnContext.of(survey, before, inputs);
        return finished(context, new TurnProcessor(context).handle(step, input));
    }

    /** A turn that lacked a fact is repeated with it. */
    private static Turn finished(TurnContext context, Step step) {
        return context.lookup().missing().orElseGet(step::turn);
    }

    /** Handles an input to try a survey out: as if every quota had a place, arms were drawn, requests failed, and the
     * person was new. */
    public static Turn.Done rehearse(Survey survey, Session session, Input input, TurnInputs inputs) {
        return new Rehearsal(survey, session, input, inputs).run();
    }

    /**
     * Tries one reply to one question, in a session of its own: for tests of what a survey understands.
     *
     * @param language the tag of the person's language
     * @param now the time of the reply
     */
    public static TriedReply tryReply(
            Survey survey, String question, String language, Medium medium, Input reply, Instant now) {
        return new ReplyTrial(survey, question, language, TurnInputs.at(now, medium)).reply(reply);
    }

    /**
     * Asks one question, in a session of its own: to show how it looks.
     *
     * @param language the tag of the person's language
     */
    public static Turn.Done ask(Survey survey, String question, String language, TurnInputs inputs) {
        return new ReplyTrial(survey, question, language, inputs).ask();
    }

    /** Whether an input is a command, such as STOP, or a reaction to a message: it works at any question and answers none. */
    public static boolean isCommand(Survey survey, String language, Input input) {
        boolean isReaction = input instanceof Input.Text text && Reaction.matches(text.body());
        return isReaction || Command.in(input, survey.words(language), survey) != Command.NONE;
    }

    /** Reminds the person. */
    public static Turn remind(Survey survey, Session session, TurnInputs inputs) {
        SessionState before = SessionState.of(session);
        Step step = Step.from(before, inputs.now());
        TurnContext context = TurnContext.of(survey, before, inputs);
        return finished(context, new TurnProcessor(context).remind(step));
    }

    /** Goes on with a survey that has waited long enough, or without an answer whose time is over. */
    public static Turn goOn(Survey survey, Session session, TurnInputs inputs) {
        SessionState before = SessionState.of(session);
        Step step = Step.from(before, inputs.now());
        TurnContext context = TurnContext.of(survey, before, inputs);
        return finished(context, new TurnProcessor(context).goOn(step));
    }

    /** When a survey that waits goes on; empty if it does not wait. */
    public static Optional<Instant> waitsUntil(Survey survey, Session session) {
        SessionState waiting = SessionState.of(session);
        Instant begin = waiting.progress().asked().orElse(Instant.EPOCH);
        TurnContext context = TurnContext.of(survey, waiting, TurnInputs.at(begin));
        return waiting.progress().stage() != Stage.WAITING
                ? Optional.empty()
                : context.path(waiting)
                        .at(waiting.progress().question())
                        .filter(at -> at.question() instanceof Wait)
                        .flatMap(at -> context.waitEnd(waiting, at, (Wait) at.question(), begin));
    }

    /** When the time for the answer to the open question is over; empty if it has no limit. */
    public static Optional<Instant> answerBy(Survey survey, Session session) {
        SessionState open = SessionState.of(session);
        boolean waitsForAnswer = switch (open.progress().stage()) {
            case ASKING, CONFIRMING, MENU, LANGUAGE -> true;
            case NEW, OPENING, STOPPING, WAITING, AGENT, AGENT_NEXT, OVER -> false;
        };
        return survey.question(Group.questionOf(open.progress().question()))
                .filter(question -> waitsForAnswer)
                .flatMap(question -> TurnContext.timeLimit(open, question));
    }

    /** When answers of this person are of no use any more; empty if they always are. */
    public static Optional<Instant> relevantUntil(Survey survey, Session session) {
        return survey.relevance().end(SessionState.of(session).progress().contacted());
    }

    /** Records the result of a request that a turn needs. Repeat the turn with this session. */
    public static Session withResult(Survey survey, Session session, PreparedRequest request, RequestResult result) {
        SessionState before = SessionState.of(session);
        RequestRecord record = Optional.ofNullable(before.requests().get(request.key()))
                .filter(claimed -> claimed.outcome().isEmpty())
                .orElseGet(() -> RequestRecord.claim("", request.hash(), Instant.EPOCH));
        Map<String, String> values = RequestAnswers.values(survey.groups(), request.question(), result);
        return before.with(request.key(), record.with(result.outcome(), values));
    }

    /**
     * Records the result of a request that nobody waits for, with the answers that follow from it.
     *
     * @param key the name of its answer
     */
    public static Turn.Done withBackgroundResult(
            Survey survey, Session session, String key, RequestResult result, Instant now) {
        SessionState before = SessionState.of(session);
        String question = Group.questionOf(key);
        Map<String, String> values = RequestAnswers.values(survey.groups(), question, result);
        RequestRecord record = Optional.ofNullable(before.requests().get(key))
                .orElseThrow(() -> new IllegalArgumentException("The session has no request \"" + key + "\""))
                .with(result.outcome(), values);
        Step step = Step.from(before.with(key, record), now);
        TurnContext context = TurnContext.of(survey, before, TurnInputs.at(now));
        return context.path(before)
                .at(key)
                .filter(at -> at.question() instanceof Request)
                .map(at -> new RequestAnswers(context).of(step, at, (Request) at.question(), record))
                .orElse(step)
                .silent()
                .turn()
                .done();
    }

    /** Ends a session that has expired. */
    public static Turn.Done giveUp(Survey survey, Session session, Instant now) {
        return Step.from(SessionState.of(session), now)
                .over(Transition.GIVEN_UP, SurveyEvent.Type.ABANDONED)
                .silent()
                .turn()
                .done();
    }

    /** What an agent hears before a call is connected: the whisper of {@link Agent#whisper}. */
    public static Reply whisper(Survey survey, Session session, Agent agent, TurnInputs inputs) {
        return AgentWhisper.to(agent, survey, SessionState.of(session), inputs);
    }

    /** Adds the transcript of a recorded answer. */
    public static Turn.Done transcribed(Session session, String recording, String text) {
        return Turn.Done.saying(Transcripts.add(SessionState.of(session), recording, text), Reply.NOTHING);
    }
}
