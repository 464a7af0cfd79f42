package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import dev.parlance.survey.definition.Calls;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.Stage;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.Transcription;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The calls that we place, and what is heard of them. */
final class Calling {
    private final Engine engine;
    private final Claims claims;
    private final Optional<CallPlacer> calls;
    private final Optional<URI> voiceUrl;

    Calling(Engine engine, Claims claims, SurveysBuilder settings) {
        this.engine = engine;
        this.claims = claims;
        this.calls = Optional.ofNullable(settings.calls);
        this.voiceUrl = Optional.ofNullable(settings.voiceUrl);
    }

    boolean isAble() {
        return calls.isPresent() && voiceUrl.isPresent();
    }

    Begun place(Sessions.Loaded loaded, Session session) {
        Calls how = engine.revisions.of(session.revision()).calls();
        Session claimed =
                claims.claim(session, Claim.CALL, engine.clock.instant().plus(how.every()));
        if (!engine.sessions.save(loaded, claimed)) {
            return Begun.ALREADY;
        }
        URI url = voiceUrl.orElseThrow();
        PhoneCall call = PhoneCall.to(session.respondent())
                .fetching(url)
                .ringFor(how.ringFor())
                .statusCallback(URI.create(url + "?event=" + VoiceChannel.STATUS));
        try {
            Receipt receipt = calls.orElseThrow()
                    .place(how.detectMachines() ? call.machineDetection(MachineDetection.END_OF_GREETING) : call);
            claims.change(
                    session.respondent(),
                    one -> Claim.CALL.isOf(one) ? one.with(one.contact().call(Optional.of(receipt.sid()))) : one);
            return Begun.DONE;
        } catch (OutboundException e) {
            return claims.failed(claimed, session, Claim.LATER_CALL, e);
        }
    }

    void isNow(Address person, CallStatus news) {
        if (!news.isFinal()) {
            return;
        }
        if (news.status().equals("completed")) {
            claims.change(
                    person,
                    session -> session.contact().call().equals(Optional.of(news.sid())) ? afterCall(session) : session);
            engine.tell(person);
        } else {
            missed(person, Optional.of(news.sid()));
        }
    }

    /** A call on which nobody reacted, as a voicemail does not, counts as missed. */
    private Session afterCall(Session session) {
        return session.progress().stage() == Stage.NEW
                ? afterMissed(session)
                : claims.settled(session.with(session.contact().call(Optional.empty())));
    }

    /** A call that nobody took: another comes later, until there were enough. */
    void missed(Address person, Optional<String> sid) {
        claims.change(person, session -> isWaitedFor(session, sid) ? afterMissed(session) : session);
        engine.tell(person);
    }

    private static boolean isWaitedFor(Session session, Optional<String> sid) {
        Optional<String> known = session.contact().call();
        return Claim.CALL.isOf(session) && (sid.isEmpty() || known.isEmpty() || known.equals(sid));
    }

    private Session afterMissed(Session session) {
        Survey survey = engine.revisions.of(session.revision());
        int tried = session.contact().calls() + 1;
        Session counted = session.with(session.contact().calls(tried).call(Optional.empty()));
        if (tried < survey.calls().attempts()) {
            Instant again = engine.clock.instant().plus(survey.calls().every());
            return claims.claim(counted, Claim.LATER_CALL, QuietHours.after(again, survey.timing(), session));
        }
        boolean neverHeard = session.progress().disposition() == Disposition.NOT_STARTED;
        return claims.settled(neverHeard ? claims.givenUp(counted) : counted);
    }

    /** Says to a machine that we called, and calls again later. */
    String leaveMessage(IncomingCall call) {
        missed(call.person(), Optional.of(call.sid()));
        Survey survey = engine.revisions.current();
        String language = engine.sessions
                .find(call.person())
                .map(loaded -> loaded.session().language())
                .orElse(survey.prompts().defaultLanguage().tag());
        String words = survey.words(language).text("voicemail");
        return Twiml.text(
                VoiceTwiml.in(survey.prompts().in(language)).say(words).hangup());
    }

    void transcribed(Address person, Transcription transcription) {
        transcription
                .text()
                .ifPresent(text -> claims.change(
                        person,
                        session -> SurveyMachine.transcribed(
                                        engine.revisions.of(session.revision()),
                                        session,
                                        transcription.recordingSid(),
                                        text,
                                        engine.clock.instant())
                                .session()));
    }
}
