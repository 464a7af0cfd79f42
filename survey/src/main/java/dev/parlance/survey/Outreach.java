package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Calls;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.Contact;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Facts;
import dev.parlance.survey.machine.Person;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.Stage;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.Input;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.Transcription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What we begin: texts, calls, reminders. Twilio has no key by which a second try would be known, so each is claimed in the
 * session, done, and then recorded. After a crash between, the claim is found by the sweep, and what may have been sent is
 * not sent again; the next reminder is.
 */
final class Outreach {
    private static final String TEXT = "text";
    private static final String CALL = "call";
    private static final String LATER_TEXT = "later:text";
    private static final String LATER_CALL = "later:call";
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final Engine engine;
    private final Optional<TextSender> texts;
    private final Optional<CallPlacer> calls;
    private final Optional<URI> voiceUrl;
    private final int mostADay;

    Outreach(Engine engine, SurveysBuilder settings) {
        this.engine = engine;
        this.texts = Optional.ofNullable(settings.texts);
        this.calls = Optional.ofNullable(settings.calls);
        this.voiceUrl = Optional.ofNullable(settings.voiceUrl);
        this.mostADay = settings.mostADay;
    }

    Begun begin(Channel channel, Address person, Invitation invitation) {
        mustBeAble(channel);
        Respondent known = engine.respondents.load(person);
        if (known.optedOut()) {
            return Begun.OPTED_OUT;
        }
        Optional<Sessions.Loaded> found = engine.sessions.find(person);
        if (found.filter(loaded -> hasBegun(loaded.session(), channel)).isPresent()) {
            return Begun.ALREADY;
        }
        Instant now = engine.clock.instant();
        if (known.begun().timesOn(now) >= mostADay) {
            return Begun.TOO_OFTEN;
        }
        Sessions.Loaded loaded =
                found.orElseGet(() -> engine.sessions.begin(person, known, channel, invitation.variables()));
        Session session = found.isPresent() ? loaded.session() : invited(loaded.session(), invitation);
        Survey survey = engine.revisions.of(session.revision());
        if (QuietHours.after(now, survey.timing(), session).isAfter(now)) {
            return later(loaded, session, channel, QuietHours.after(now, survey.timing(), session));
        }
        engine.respondents.change(person, one -> one.begun(one.begun().onceMore(now)));
        return channel == Channel.TEXT ? text(loaded, session) : call(loaded, session);
    }

    private void mustBeAble(Channel channel) {
        if (channel == Channel.TEXT && texts.isEmpty()) {
            throw new SurveyException("To begin by text, tell how texts are sent: texts(TextSender)");
        }
        if (channel == Channel.VOICE && (calls.isEmpty() || voiceUrl.isEmpty())) {
            throw new SurveyException(
                    "To begin by call, tell how calls are placed and where this survey's voice webhook is:"
                            + " calls(CallPlacer, URI)");
        }
    }

    /** A session that is over, or was begun on this channel, is not begun again; on the other channel it goes on. */
    private static boolean hasBegun(Session session, Channel channel) {
        return session.isOver()
                || session.contact().claim().isPresent()
                || (session.progress().stage() != Stage.NEW
                        && session.progress().channel() == channel);
    }

    private Session invited(Session session, Invitation invitation) {
        Person person = session.person();
        Survey survey = engine.revisions.current();
        Optional<String> language =
                invitation.language().flatMap(survey.prompts()::find).map(found -> found.tag());
        if (invitation.language().isPresent() && language.isEmpty()) {
            throw new SurveyException("The survey \"" + survey.name() + "\" does not speak "
                    + invitation.language().get() + ", only " + survey.prompts().languages());
        }
        for (String name : invitation.variables().keySet()) {
            if (!survey.variables().containsKey(name)) {
                throw new SurveyException("The survey \"" + survey.name() + "\" has no variable \"" + name
                        + "\"; it has " + survey.variables().keySet());
            }
        }
        Person invited = new Person(
                language.orElse(person.language()),
                language.isPresent() || person.languageKnown(),
                invitation.zone().or(person::zone),
                invitation.variables(),
                person.seed());
        return new Session(
                session.survey(),
                session.respondent(),
                session.revision(),
                invited,
                session.progress(),
                session.answers(),
                session.earlier(),
                session.quotas(),
                session.outbox(),
                session.contact(),
                session.others());
    }

    private Begun later(Sessions.Loaded loaded, Session session, Channel channel, Instant time) {
        Contact contact = session.contact()
                .claim(Optional.of(channel == Channel.TEXT ? LATER_TEXT : LATER_CALL))
                .wakeAt(Optional.of(time));
        return engine.sessions.save(loaded, session.with(contact)) ? Begun.LATER : Begun.ALREADY;
    }

    private Begun text(Sessions.Loaded loaded, Session session) {
        Survey survey = engine.revisions.of(session.revision());
        Turn turn =
                SurveyMachine.advance(survey, session, Input.contact(Channel.TEXT), Facts.at(engine.clock.instant()));
        return send(loaded, session, turn, contact -> contact);
    }

    /** Reminds a person by text. */
    Begun remind(Sessions.Loaded loaded) {
        if (texts.isEmpty()
                || engine.respondents.load(loaded.session().respondent()).optedOut()) {
            return Begun.OPTED_OUT;
        }
        Session session = loaded.session();
        Survey survey = engine.revisions.of(session.revision());
        Turn turn = SurveyMachine.remind(survey, session, engine.clock.instant());
        return send(loaded, session, turn, contact -> contact.reminders(contact.reminders() + 1));
    }

    /** Claims, sends, records. */
    private Begun send(Sessions.Loaded loaded, Session before, Turn turn, UnaryOperator<Contact> recorded) {
        Contact claimed = recorded.apply(turn.session().contact())
                .claim(Optional.of(TEXT))
                .wakeAt(Optional.of(engine.clock.instant().plus(CLAIM)));
        Session claim = engine.publisher.withoutUnheard(turn.session().with(claimed));
        if (!engine.sessions.save(loaded, claim)) {
            return Begun.ALREADY;
        }
        try {
            deliver(turn);
            record(claim, session -> session);
            return Begun.DONE;
        } catch (OutboundException e) {
            return failed(claim, before, LATER_TEXT, e);
        }
    }

    private void deliver(Turn turn) {
        for (String text : turn.reply().messages()) {
            texts.orElseThrow().send(TextMessage.to(turn.session().respondent(), text));
        }
    }

    private Begun call(Sessions.Loaded loaded, Session session) {
        Survey survey = engine.revisions.of(session.revision());
        Calls how = survey.calls();
        Session claim = session.with(session.contact()
                .claim(Optional.of(CALL))
                .wakeAt(Optional.of(engine.clock.instant().plus(how.every()))));
        if (!engine.sessions.save(loaded, claim)) {
            return Begun.ALREADY;
        }
        URI url = voiceUrl.orElseThrow();
        PhoneCall call = PhoneCall.to(session.respondent(), url)
                .ringFor(how.ringFor())
                .statusCallback(URI.create(url + "?event=" + VoiceChannel.STATUS));
        try {
            Receipt receipt = calls.orElseThrow()
                    .place(how.detectMachines() ? call.machineDetection(MachineDetection.END_OF_GREETING) : call);
            change(
                    session.respondent(),
                    one -> one.contact().claim().equals(Optional.of(CALL))
                            ? one.with(one.contact().call(Optional.of(receipt.sid())))
                            : one);
            return Begun.DONE;
        } catch (OutboundException e) {
            return failed(claim, session, LATER_CALL, e);
        }
    }

    private Begun failed(Session claim, Session before, String later, OutboundException failure) {
        Instant now = engine.clock.instant();
        return switch (failure.reason()) {
            case UNKNOWN -> {
                record(claim, session -> session);
                yield Begun.UNKNOWN;
            }
            case OPTED_OUT -> {
                engine.respondents.change(claim.respondent(), one -> one.optedOut(true));
                record(claim, this::givenUp);
                yield Begun.OPTED_OUT;
            }
            case BAD_ADDRESS, UNREACHABLE -> {
                record(claim, this::givenUp);
                yield Begun.UNREACHABLE;
            }
            case NOT_ALLOWED, REFUSED, TOO_MANY, UNAVAILABLE -> {
                Duration wait = failure.retryAfter().orElse(TRY_AGAIN);
                // Nothing was sent: the session is as it was before, and the sweep tries again.
                change(
                        claim.respondent(),
                        session -> session.progress().turn() == claim.progress().turn()
                                ? before.with(session.outbox())
                                        .with(before.contact()
                                                .claim(Optional.of(later))
                                                .wakeAt(Optional.of(now.plus(wait))))
                                : session);
                if (failure.reason() == OutboundException.Reason.NOT_ALLOWED
                        || failure.reason() == OutboundException.Reason.REFUSED) {
                    throw failure;
                }
                yield Begun.LATER;
            }
        };
    }

    private Session givenUp(Session session) {
        return session.isOver()
                ? session
                : SurveyMachine.giveUp(engine.revisions.of(session.revision()), session, engine.clock.instant())
                        .session();
    }

    /** Notes that what was claimed is done, whatever the person has done meanwhile. */
    private void record(Session claim, UnaryOperator<Session> and) {
        change(claim.respondent(), session -> settled(and.apply(session)));
        engine.tell(claim.respondent());
    }

    private Session settled(Session session) {
        Session heard = engine.publisher.withoutUnheard(session);
        Contact contact = heard.contact().claim(Optional.empty());
        return heard.with(contact.wakeAt(
                Schedule.next(engine.revisions.of(heard.revision()), heard.with(contact), engine.clock.instant())));
    }

    private void change(Address person, UnaryOperator<Session> change) {
        Retry.untilSaved(() -> {
            Optional<Sessions.Loaded> loaded = engine.sessions.find(person);
            if (loaded.isEmpty()) {
                return Retry.done(true);
            }
            Session changed = change.apply(loaded.get().session());
            return engine.sessions.save(loaded.get(), changed) ? Retry.done(true) : Retry.again();
        });
    }

    /** Says to a machine that we called, and calls again later. */
    String leaveMessage(IncomingCall call) {
        Address person = call.person();
        missed(person, Optional.of(call.sid()));
        Survey survey = engine.revisions.current();
        String language = engine.sessions
                .find(person)
                .map(loaded -> loaded.session().language())
                .orElse(survey.prompts().defaultLanguage().tag());
        String words = survey.words(language).text("voicemail");
        return Twiml.text(
                VoiceTwiml.in(survey.prompts().in(language)).say(words).hangup());
    }

    void callIs(Address person, CallStatus news) {
        if (!news.isFinal()) {
            return;
        }
        if (news.status().equals("completed")) {
            change(
                    person,
                    session -> session.contact().call().equals(Optional.of(news.sid()))
                            ? settled(session.with(session.contact().call(Optional.empty())))
                            : session);
        } else {
            missed(person, Optional.of(news.sid()));
        }
    }

    /** A call that nobody took: another comes later, until there were enough. */
    void missed(Address person, Optional<String> sid) {
        change(person, session -> {
            boolean isThis = sid.isEmpty()
                    || session.contact().call().equals(sid)
                    || session.contact().call().isEmpty();
            if (!isThis || !session.contact().claim().equals(Optional.of(CALL))) {
                return session;
            }
            Survey survey = engine.revisions.of(session.revision());
            int tried = session.contact().calls() + 1;
            Session counted = session.with(session.contact().calls(tried).call(Optional.empty()));
            if (tried < survey.calls().attempts()) {
                Instant again = QuietHours.after(
                        engine.clock.instant().plus(survey.calls().every()), survey.timing(), session);
                return counted.with(
                        counted.contact().claim(Optional.of(LATER_CALL)).wakeAt(Optional.of(again)));
            }
            boolean neverHeard = session.progress().disposition() == Disposition.NOT_STARTED;
            return settled(neverHeard ? givenUp(counted) : counted);
        });
        engine.tell(person);
    }

    void transcribed(Address person, Transcription transcription) {
        transcription
                .text()
                .ifPresent(text -> change(
                        person,
                        session -> SurveyMachine.transcribed(
                                        engine.revisions.of(session.revision()),
                                        session,
                                        transcription.recordingSid(),
                                        text,
                                        engine.clock.instant())
                                .session()));
    }

    /** Does what was put off, or notes that what was claimed may have been done. */
    Optional<Begun> resume(Sessions.Loaded loaded) {
        Session session = loaded.session();
        Address person = session.respondent();
        String claim = session.contact().claim().orElse("");
        if (claim.startsWith("later:") && engine.respondents.load(person).optedOut()) {
            record(session, this::givenUp);
            return Optional.of(Begun.OPTED_OUT);
        }
        return switch (claim) {
            case LATER_TEXT -> {
                mustBeAble(Channel.TEXT);
                yield Optional.of(text(loaded, session.with(session.contact().claim(Optional.empty()))));
            }
            case LATER_CALL -> {
                mustBeAble(Channel.VOICE);
                yield Optional.of(call(loaded, session.with(session.contact().claim(Optional.empty()))));
            }
            case CALL -> {
                missed(person, Optional.empty());
                yield Optional.of(Begun.UNKNOWN);
            }
            case TEXT -> {
                record(session, one -> one);
                yield Optional.of(Begun.UNKNOWN);
            }
            default -> Optional.empty();
        };
    }
}
