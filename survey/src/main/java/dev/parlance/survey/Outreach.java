package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.prompt.Language;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.WavePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Contacts people: sends invitations and reminders, and places calls through {@link Calling}. */
final class Outreach {
    static final Duration CLAIM = Duration.ofMinutes(10);

    private final Engine engine;
    private final Claims claims;
    private final Calling calling;
    private final Runs runs;
    private final ContactRefusals refusals;
    private final DailyGate daily;
    private final ContactingCampaigns campaigns;
    private final int maxContactsPerDay;

    Outreach(
            Engine engine,
            Claims claims,
            Calling calling,
            Runs runs,
            DailyGate daily,
            ContactingCampaigns campaigns,
            SurveysBuilder settings) {
        this.daily = daily;
        this.campaigns = campaigns;
        this.engine = engine;
        this.claims = claims;
        this.calling = calling;
        this.runs = runs;
        this.refusals = new ContactRefusals(engine.revisions, runs);
        this.maxContactsPerDay = settings.maxContactsPerDay;
    }

    StartResult start(String channel, Address person, Invitation invitation, Initiator initiator) {
        NumberCheck.problem(channel, person).ifPresent(problem -> {
            throw new SurveyException(problem);
        });
        return Retry.untilSaved(() -> tryToStart(channel, person, invitation, initiator));
    }

    /** Contacts a person; empty if the session has changed meanwhile. */
    private Optional<StartResult> tryToStart(
            String channel, Address person, Invitation invitation, Initiator initiator) {
        Channel target = engine.channels.contacting(channel, person);
        Respondent known = engine.respondents.load(person);
        if (known.optedOut()) {
            return Optional.of(StartResult.OPTED_OUT);
        }
        Optional<Sessions.Loaded> found = engine.sessions.find(person);
        Instant now = engine.clock.instant();
        Optional<StartResult> refusal =
                found.flatMap(loaded -> refusals.of(loaded.session(), invitation.occasion(), now));
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<SessionState> same = found.map(Sessions.Loaded::session)
                .filter(session -> !Runs.isForAnother(session, invitation.occasion()));
        if (refusals.isTooLate(same, now)) {
            return Optional.of(StartResult.of(Outcome.CLOSED));
        }
        if (known.contacts().timesOn(now) >= maxContactsPerDay) {
            return Optional.of(StartResult.later(
                    Outcome.CONTACT_LIMIT,
                    "This person has reached today's limit of contacts.",
                    Respondent.Contacts.startOfNextDay(now)));
        }
        Optional<StartResult> busy = engine.neighbors().reserve(person);
        if (busy.isPresent()) {
            return busy;
        }
        Sessions.Loaded fresh = engine.sessions.create(person, known, channel, invitation.variables());
        SessionState invited = invited(fresh.session(), invitation).withOccasion(invitation.occasion());
        Optional<StartResult> result = found.isPresent()
                ? start(target, found.get(), again(found.get().session(), invited, initiator), initiator)
                : start(target, fresh, invited, initiator);
        if (result.filter(StartResult::mayBeSent).isPresent()) {
            engine.respondents.change(
                    person,
                    respondent -> respondent.contacted(respondent.contacts().plusOne(now)));
        }
        return result;
    }

    /** Contacts a person for a campaign, unless they have been contacted before on this occasion. */
    StartResult startOnce(String channel, Address person, Invitation invitation, CampaignAttempt attempt) {
        Optional<String> problem = NumberCheck.problem(channel, person);
        if (problem.isPresent()) {
            return StartResult.because(Outcome.UNREACHABLE, problem.get());
        }
        return Retry.untilSaved(() -> engine.sessions
                .find(person)
                .flatMap(loaded -> refusals.ofCampaign(loaded.session(), channel, invitation.occasion(), attempt))
                .or(() -> tryToStart(channel, person, invitation, attempt)));
    }

    /**
     * The session of a person who was invited before: at the open question if there is one and it is about the same occasion,
     * otherwise at the start.
     */
    private SessionState again(SessionState before, SessionState invited, Initiator initiator) {
        SessionState again;
        boolean isForAnother = Runs.isForAnother(before, invited.occasion());
        if (isForAnother || before.progress().disposition() == Disposition.COMPLETED) {
            again = runs.next(before, invited, Surveys.EarlierAnswers.KEEP);
        } else if (before.isOver()) {
            again = before.hasAnswers()
                    ? before.reopened()
                    : before.startAgain(before.run(), invited.revision(), invited.person(), invited.channel());
        } else {
            boolean wasNeverContacted = before.progress().stage() == Stage.NEW;
            again = wasNeverContacted ? before.withRevision(invited.revision()).with(invited.person()) : before;
        }
        Contact fresh =
                again.contact().withReminders(0).withCalls(0).withoutClaim().withoutCall();
        return again.with(initiator.fresh(fresh));
    }

    /** Texts or calls, or postpones it until quiet hours are over; empty if the session has changed since it was loaded. */
    private Optional<StartResult> start(
            Channel channel, Sessions.Loaded loaded, SessionState session, Initiator initiator) {
        Instant now = engine.clock.instant();
        Survey survey = engine.revisions.of(session.revision());
        Optional<StartResult> later = postponed(channel.name(), survey, session, initiator, now);
        if (later.isPresent()) {
            Instant until = later.get().until().orElseThrow();
            Optional<Claim> claim = initiator.later(channel.name());
            return claim.isEmpty() || engine.sessions.save(loaded, claims.claim(session, claim.get(), until))
                    ? later
                    : Optional.empty();
        }
        Supplier<Optional<StartResult>> contact =
                () -> channel.abilities(session.respondent()).isSpoken()
                        ? calling.place(channel, loaded, session, initiator)
                        : invite(channel, loaded, session, initiator);
        return initiator.isCounted() ? contact.get() : daily.counted(channel.name(), session, contact);
    }

    /** Why a person can't be contacted before some time. */
    private Optional<StartResult> postponed(
            String channel, Survey survey, SessionState session, Initiator initiator, Instant now) {
        ContactTimes times = times(channel, survey, session, initiator);
        Optional<Instant> opening = survey.relevance().from().filter(now::isBefore);
        if (opening.isPresent()) {
            return postponed("The survey has not started yet.", times.next(opening.get()));
        }
        if (QuietHours.after(now, survey.timing(), session).isAfter(now)) {
            return postponed("It is a quiet hour for this person.", times.next(now));
        }
        if (times.next(now).isAfter(now)) {
            return postponed("The hours of the campaign have not begun for this person.", times.next(now));
        }
        if (initiator.isCounted()) {
            return Optional.empty();
        }
        return daily.closedUntil(channel, session)
                .flatMap(nextDay -> postponed("Today's limit of contacts is reached.", times.next(nextDay)));
    }

    private static Optional<StartResult> postponed(String reason, Instant until) {
        return Optional.of(StartResult.later(Outcome.DEFERRED, reason, until));
    }

    /** When a person may be contacted; the hours of a campaign also hold when a call is repeated. */
    private ContactTimes times(String channel, Survey survey, SessionState session, Initiator initiator) {
        ContactHours hours = initiator
                .hours()
                .or(() -> campaigns.of(session, channel).map(CampaignDocument::hours))
                .orElse(ContactHours.ALWAYS);
        return ContactTimes.of(
                hours, survey.timing(), session.respondent(), session.person().zone());
    }

    private SessionState invited(SessionState session, Invitation invitation) {
        Survey survey = engine.revisions.current();
        boolean isWave = invitation.occasion().flatMap(WavePlan::waveOf).isPresent();
        if (survey.waves().isPresent() && invitation.occasion().isPresent() && !isWave) {
            throw new SurveyException("The survey \"" + survey.name()
                    + "\" has waves, so its occasions are wave-2, wave-3 and so on, not \""
                    + invitation.occasion().get() + "\"");
        }
        Optional<String> language =
                invitation.language().flatMap(survey.prompts()::find).map(Language::tag);
        if (invitation.language().isPresent() && language.isEmpty()) {
            throw new SurveyException("The survey \"" + survey.name() + "\" has no language "
                    + invitation.language().get() + "; it has "
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
                guessed.shuffleSeed()));
    }

    private Optional<StartResult> invite(
            Channel channel, Sessions.Loaded loaded, SessionState session, Initiator initiator) {
        Survey survey = engine.revisions.of(session.revision());
        Turn turn = engine.run(
                session,
                facts(channel, session),
                inputs -> SurveyMachine.advance(survey, session, Input.contact(), inputs));
        return send(channel, loaded, session, turn, UnaryOperator.identity(), initiator);
    }

    private TurnInputs facts(Channel channel, SessionState session) {
        Instant now = engine.clock.instant();
        Abilities abilities = channel.abilities(session.respondent());
        // A template has no pictures.
        boolean isTemplate = channel.window()
                .filter(window -> !session.outbox().unsent().isHeardWithin(window, now))
                .isPresent();
        return TurnInputs.at(now, new Medium(channel.name(), isTemplate ? abilities.withoutPictures() : abilities));
    }

    /** Whether a channel can remind this person, and they have not opted out. */
    boolean canRemind(SessionState session) {
        return engine.channels.reminding(session).isPresent()
                && !engine.respondents.load(session.respondent()).optedOut();
    }

    /** Reminds a person in writing; empty if the session has changed since it was loaded. */
    Optional<StartResult> remind(Sessions.Loaded loaded) {
        SessionState session = loaded.session();
        Channel channel = engine.channels.reminding(session).orElseThrow();
        Survey survey = engine.revisions.of(session.revision());
        Turn turn =
                engine.run(session, facts(channel, session), inputs -> SurveyMachine.remind(survey, session, inputs));
        return send(
                channel,
                loaded,
                session,
                turn,
                contact -> contact.withReminders(contact.reminders() + 1),
                Initiator.APPLICATION);
    }

    /** Whether the survey can go on by itself with this person. */
    boolean canGoOn(SessionState session) {
        return canRemind(session)
                || (callingAgain(session).isPresent()
                        && !engine.respondents.load(session.respondent()).optedOut());
    }

    /** The channel to call a person who was called before, unless too many calls were missed. */
    private Optional<Channel> callingAgain(SessionState session) {
        Channel own = engine.channels.named(session.channel());
        int mostCalls = engine.revisions.of(session.revision()).calls().attempts();
        boolean canCall = own.abilities(session.respondent()).isSpoken()
                && own.canContact(session.respondent())
                && session.contact().calls() < mostCalls;
        return canCall ? Optional.of(own) : Optional.empty();
    }

    /** Goes on with a survey that has waited: calls, or writes; empty if the session has changed since it was loaded. */
    Optional<StartResult> goOn(Sessions.Loaded loaded) {
        SessionState session = loaded.session();
        Optional<Channel> calls = callingAgain(session);
        return calls.isPresent()
                ? calling.place(calls.get(), loaded, session, Initiator.APPLICATION)
                : goOnInWriting(loaded);
    }

    /** Goes on in writing; empty if the session has changed since it was loaded. */
    Optional<StartResult> goOnInWriting(Sessions.Loaded loaded) {
        SessionState session = loaded.session();
        Channel channel = engine.channels.reminding(session).orElseThrow();
        Survey survey = engine.revisions.of(session.revision());
        Turn turn = engine.run(session, facts(channel, session), inputs -> SurveyMachine.goOn(survey, session, inputs));
        return send(channel, loaded, session, turn, UnaryOperator.identity(), Initiator.APPLICATION);
    }

    /** Sends a turn; empty if the session has changed since it was loaded, also because the turn needed a request. */
    private Optional<StartResult> send(
            Channel channel,
            Sessions.Loaded loaded,
            SessionState before,
            Turn result,
            UnaryOperator<Contact> counter,
            Initiator initiator) {
        if (result instanceof Turn.NeedsRequest needs) {
            engine.requests.make(loaded, before, needs.request(), Deadline.in(Request.LONGEST), TypingIndicator.none());
            return Optional.empty();
        }
        Turn.Done turn = result.done();
        SessionState after = SessionState.of(turn.session());
        SessionState counted = after.with(initiator.contacted(counter.apply(after.contact())));
        SessionState claimed = claims.claim(
                counted, Claim.now(channel.name()), engine.clock.instant().plus(CLAIM));
        if (!engine.sessions.save(loaded, claimed)) {
            return Optional.empty();
        }
        try {
            channel.send(engine.rendering(engine.revisions.of(before.revision()), turn));
            claims.record(claimed.respondent());
            engine.contacts.write(claimed.respondent());
            engine.background.start(claimed);
            return Optional.of(StartResult.STARTED);
        } catch (OutboundException e) {
            return Optional.of(claims.failed(claimed, before, channel.name(), initiator, e));
        }
    }

    /** Makes a postponed contact, or records that a claimed one may have been made. */
    Optional<StartResult> resume(Sessions.Loaded loaded) {
        SessionState session = loaded.session();
        return Claim.in(session).flatMap(claim -> resume(loaded, claim));
    }

    private Optional<StartResult> resume(Sessions.Loaded loaded, Claim claim) {
        SessionState session = loaded.session();
        Address person = session.respondent();
        SessionState free = session.with(session.contact().withoutClaim());
        if (claim.isPostponed()) {
            if (engine.respondents.load(person).optedOut()) {
                claims.giveUp(person);
                return Optional.of(StartResult.OPTED_OUT);
            }
            if (refusals.isTooLate(Optional.of(session), engine.clock.instant())) {
                claims.giveUp(person);
                return Optional.of(StartResult.of(Outcome.CLOSED));
            }
            Optional<StartResult> busy = engine.neighbors().reserve(person);
            if (busy.isPresent()) {
                Instant again = busy.get().until().orElseThrow();
                return engine.sessions.save(loaded, claims.claim(session, claim, again)) ? busy : Optional.empty();
            }
            Channel channel = engine.channels.contacting(claim.channel(), person);
            return start(channel, loaded, free, Initiator.APPLICATION);
        }
        if (engine.channels.named(claim.channel()).abilities(person).isSpoken()) {
            calling.missed(person);
        } else {
            claims.recordUnknown(person);
        }
        return Optional.of(StartResult.UNKNOWN);
    }
}
