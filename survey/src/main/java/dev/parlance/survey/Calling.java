package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.CallPolicy;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Places calls and handles what happens to them. */
final class Calling {
    private final Engine engine;
    private final Claims claims;

    Calling(Engine engine, Claims claims) {
        this.engine = engine;
        this.claims = claims;
    }

    /** Places a call; empty if the session has changed since it was loaded. */
    Optional<StartResult> place(Channel channel, Sessions.Loaded loaded, SessionState session, Initiator initiator) {
        CallPolicy settings = engine.revisions.of(session.revision()).calls();
        Claim claim = Claim.now(channel.name());
        SessionState marked = session.with(initiator.contacted(session.contact()));
        SessionState claimed =
                claims.claim(marked, claim, engine.clock.instant().plus(settings.interval()));
        if (!engine.sessions.save(loaded, claimed)) {
            return Optional.empty();
        }
        try {
            String call = channel.call(session.respondent(), settings);
            claims.change(
                    session.respondent(),
                    current ->
                            claim.isOf(current) ? current.with(current.contact().withCall(call)) : current);
            return Optional.of(StartResult.STARTED);
        } catch (OutboundException e) {
            return Optional.of(claims.failed(claimed, session, channel.name(), initiator, e));
        }
    }

    void ended(Address person, String call) {
        change(person, session -> session.contact().call().equals(Optional.of(call)) ? afterCall(session) : session);
    }

    /** A call without any reaction, such as one that reached voicemail, counts as missed. */
    private SessionState afterCall(SessionState session) {
        return session.progress().stage() == Stage.NEW
                ? afterMissed(session)
                : claims.settled(session.with(session.contact().withoutCall()));
    }

    /** Handles an unanswered call: calls again later, until the configured number of attempts is used up. */
    void missed(Address person, String call) {
        change(person, session -> isPending(session, call) ? afterMissed(session) : session);
    }

    /** Handles a call that has had no status for so long that none will come. */
    void missed(Address person) {
        change(person, session -> isCallPending(session) ? afterMissed(session) : session);
    }

    private boolean isPending(SessionState session, String call) {
        Optional<String> known = session.contact().call();
        return isCallPending(session) && (known.isEmpty() || known.get().equals(call));
    }

    private boolean isCallPending(SessionState session) {
        return Claim.in(session)
                .filter(claim -> !claim.isPostponed() && isSpoken(claim.channel(), session.respondent()))
                .isPresent();
    }

    private boolean isSpoken(String channel, Address person) {
        return engine.channels.named(channel).abilities(person).isSpoken();
    }

    private void change(Address person, UnaryOperator<SessionState> change) {
        claims.change(person, change);
        engine.publish(person);
    }

    private SessionState afterMissed(SessionState session) {
        Survey survey = engine.revisions.of(session.revision());
        int tried = session.contact().calls() + 1;
        SessionState counted = session.with(session.contact().withCalls(tried).withoutCall());
        if (tried < survey.calls().attempts()) {
            Instant again = engine.clock.instant().plus(survey.calls().interval());
            String channel = Claim.in(session).map(Claim::channel).orElse(session.channel());
            return claims.claim(counted, Claim.later(channel), QuietHours.after(again, survey.timing(), session));
        }
        boolean neverResponded = session.progress().disposition() == Disposition.NOT_STARTED;
        return claims.settled(neverResponded ? claims.givenUp(counted) : counted);
    }

    /** The message for an answering machine; the person is called again later. */
    Rendering messageFor(Incoming.AnsweringMachine machine) {
        missed(machine.person(), machine.call());
        Survey survey = engine.revisions.current();
        SessionState session = engine.sessions
                .find(machine.person())
                .map(Sessions.Loaded::session)
                .orElseGet(() -> engine.sessions
                        .create(machine.person(), engine.respondents.load(machine.person()), Channel.VOICE, Map.of())
                        .session());
        Words words = survey.words(session.language());
        Utterance message = new Utterance(words.text("voicemail"), session.language(), Joint.PARAGRAPH, 0)
                .playing(words.recordings("voicemail", Map.of()));
        Reply reply = new Reply(List.of(message), Optional.empty(), new Next.End());
        return engine.rendering(survey, Turn.Done.saying(session, reply));
    }

    void transcribed(Incoming.Transcribed transcribed) {
        claims.change(
                transcribed.person(),
                session ->
                        SessionState.of(SurveyMachine.transcribed(session, transcribed.recording(), transcribed.text())
                                .session()));
    }
}
