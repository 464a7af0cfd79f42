package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.Contact;
import dev.parlance.survey.machine.Facts;
import dev.parlance.survey.machine.Person;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.Stage;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What we begin: texts and reminders, and calls by {@link Calling}. */
final class Outreach {
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final Engine engine;
    private final Claims claims;
    private final Calling calling;
    private final Optional<TextSender> texts;
    private final int mostADay;

    Outreach(Engine engine, Claims claims, Calling calling, SurveysBuilder settings) {
        this.engine = engine;
        this.claims = claims;
        this.calling = calling;
        this.texts = Optional.ofNullable(settings.texts);
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
        Instant allowed = QuietHours.after(now, survey.timing(), session);
        if (allowed.isAfter(now)) {
            Claim later = channel == Channel.TEXT ? Claim.LATER_TEXT : Claim.LATER_CALL;
            return engine.sessions.save(loaded, claims.claim(session, later, allowed)) ? Begun.LATER : Begun.ALREADY;
        }
        engine.respondents.change(person, one -> one.begun(one.begun().onceMore(now)));
        return channel == Channel.TEXT ? text(loaded, session) : calling.place(loaded, session);
    }

    private void mustBeAble(Channel channel) {
        if (channel == Channel.TEXT && texts.isEmpty()) {
            throw new SurveyException("To begin by text, tell how texts are sent: texts(TextSender)");
        }
        if (channel == Channel.VOICE && !calling.isAble()) {
            throw new SurveyException(
                    "To begin by call, tell how calls are placed and where this survey's voice webhook is:"
                            + " calls(CallPlacer, URI)");
        }
    }

    /** A session that is over, or was begun on this channel, is not begun again; on the other channel it goes on. */
    private static boolean hasBegun(Session session, Channel channel) {
        return session.isOver()
                || session.contact().claim().isPresent()
                || (session.progress().stage() != Stage.NEW && session.channel() == channel);
    }

    private Session invited(Session session, Invitation invitation) {
        Survey survey = engine.revisions.current();
        Optional<String> language =
                invitation.language().flatMap(survey.prompts()::find).map(Language::tag);
        if (invitation.language().isPresent() && language.isEmpty()) {
            throw new SurveyException("The survey \"" + survey.name() + "\" does not speak "
                    + invitation.language().get() + ", only "
                    + survey.prompts().languages());
        }
        for (String name : invitation.variables().keySet()) {
            if (!survey.variables().containsKey(name)) {
                throw new SurveyException("The survey \"" + survey.name() + "\" has no variable \"" + name
                        + "\"; it has " + survey.variables().keySet());
            }
        }
        Person guessed = session.person();
        return session.with(new Person(
                language.orElse(guessed.language()),
                language.isPresent() || guessed.languageKnown(),
                invitation.zone().or(guessed::zone),
                invitation.variables(),
                guessed.seed()));
    }

    private Begun text(Sessions.Loaded loaded, Session session) {
        Survey survey = engine.revisions.of(session.revision());
        Facts facts = Facts.at(engine.clock.instant());
        Turn turn = SurveyMachine.advance(survey, session, Input.contact(Channel.TEXT), facts);
        return send(loaded, session, turn, contact -> contact);
    }

    /** Whether there is a way to remind a person, and no wish to be left alone. */
    boolean canRemind(Address person) {
        return texts.isPresent() && !engine.respondents.load(person).optedOut();
    }

    /** Reminds a person by text. */
    Begun remind(Sessions.Loaded loaded) {
        Session session = loaded.session();
        Survey survey = engine.revisions.of(session.revision());
        Turn turn = SurveyMachine.remind(survey, session, engine.clock.instant());
        return send(loaded, session, turn, contact -> contact.reminders(contact.reminders() + 1));
    }

    private Begun send(Sessions.Loaded loaded, Session before, Turn turn, UnaryOperator<Contact> count) {
        Session counted = turn.session().with(count.apply(turn.session().contact()));
        Session claimed =
                claims.claim(counted, Claim.TEXT, engine.clock.instant().plus(CLAIM));
        if (!engine.sessions.save(loaded, claimed)) {
            return Begun.ALREADY;
        }
        try {
            for (String text : turn.reply().messages()) {
                texts.orElseThrow().send(TextMessage.to(claimed.respondent(), text));
            }
            claims.record(claimed.respondent());
            return Begun.DONE;
        } catch (OutboundException e) {
            return claims.failed(claimed, before, Claim.LATER_TEXT, e);
        }
    }

    /** Does what was put off, or notes that what was claimed may have been done. */
    Optional<Begun> resume(Sessions.Loaded loaded) {
        Session session = loaded.session();
        return Claim.in(session).map(claim -> resume(loaded, claim));
    }

    private Begun resume(Sessions.Loaded loaded, Claim claim) {
        Session session = loaded.session();
        Address person = session.respondent();
        Session free = session.with(session.contact().claim(Optional.empty()));
        boolean isPutOff = claim == Claim.LATER_TEXT || claim == Claim.LATER_CALL;
        if (isPutOff && engine.respondents.load(person).optedOut()) {
            claims.giveUp(person);
            return Begun.OPTED_OUT;
        }
        return switch (claim) {
            case LATER_TEXT -> {
                mustBeAble(Channel.TEXT);
                yield text(loaded, free);
            }
            case LATER_CALL -> {
                mustBeAble(Channel.VOICE);
                yield calling.place(loaded, free);
            }
            case CALL -> {
                calling.missed(person, Optional.empty());
                yield Begun.UNKNOWN;
            }
            case TEXT -> {
                claims.record(person);
                yield Begun.UNKNOWN;
            }
        };
    }
}
