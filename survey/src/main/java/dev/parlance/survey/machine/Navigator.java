package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Quota;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Part;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.Statement;
import dev.parlance.survey.question.TimeLimit;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.Wait;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.state.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves a session through the survey: accepts answers, asks questions, goes back, skips, ends. */
final class Navigator {
    /** A person who lets the time of so many questions in a row pass without a word gets no more of them. */
    private static final int MOST_TIME_OUTS = 3;

    static final Reading.Unclear NOT_UNDERSTOOD = new Reading.Unclear("invalid.answer", Map.of());

    private final TurnContext context;
    private final Survey survey;
    private final ReplyBuilder replies;
    private final RequestHandler requests;
    private final AutomaticAnswers automatic;
    private final Endings endings;
    private final AnswerParts parts;
    private final HandOvers handOvers;

    Navigator(TurnContext context, ReplyBuilder replies, Endings endings) {
        this.context = context;
        this.survey = context.survey();
        this.replies = replies;
        this.requests = new RequestHandler(context, replies);
        this.automatic = new AutomaticAnswers(context);
        this.endings = endings;
        this.parts = new AnswerParts(context);
        this.handOvers = new HandOvers(context, replies);
    }

    /** The open question, if the survey still has it. */
    Optional<Position> here(Step step) {
        Optional<Position> asked = asked(step);
        Optional<Answer> chosen = step.progress().chosen();
        return chosen.isEmpty()
                ? asked
                : asked.map(at -> parts.next(step, at)
                        .map(part -> at.asking(part.question()))
                        .or(() -> at.following(chosen.get().value()))
                        .orElse(at));
    }

    /** Asks the survey's first question, after any statements before it. */
    Step begin(Step step) {
        return go(step, Optional.empty(), context.path(step.session()).first());
    }

    /** Continues after the last answered question, because the survey no longer has the open one. */
    Step continueAfterAnswers(Step step) {
        List<String> answered = step.progress().path();
        QuestionPath path = context.path(step.session());
        for (int i = answered.size() - 1; i >= 0; i--) {
            Optional<Position> last = path.at(answered.get(i));
            if (last.isPresent()) {
                return moveOn(step, last.get());
            }
        }
        return begin(step);
    }

    private Step moveOn(Step step, Position from) {
        return go(step, Optional.of(from), context.path(step.session()).after(from));
    }

    /**
     * Goes to the next question that waits for an answer.
     *
     * @param before the question before the first one
     */
    private Step go(Step start, Optional<Position> before, QuestionPath.Next first) {
        QuestionPath path = context.path(start.session());
        Step step = start;
        QuestionPath.Next next = first;
        Optional<Position> from = before;
        while (next.position().isPresent() && !path.waitsAt(next.position().get())) {
            Position position = next.position().get();
            if (position.question() instanceof Wait wait && isAhead(step, position, wait)) {
                return pause(step, position);
            }
            step = pass(step, position);
            if (step.needs().isPresent()) {
                return step;
            }
            path = context.path(step.session());
            next = path.after(position);
            from = Optional.of(position);
        }
        if (next.position().isPresent()) {
            return ask(step, next.position().get());
        }
        Optional<Agent> agent = Jump.agentIn(next.end()).map(survey.agents()::get);
        if (agent.isPresent() && from.isPresent()) {
            return handOvers.after(step, agent.get(), from.get());
        }
        return switch (next.end()) {
            case Jump.SCREEN_OUT -> endings.screenedOut(replies.moment(step, Moment.SCREENED_OUT, "screenedOut"));
            case Jump.REFUSE -> endings.endEarly(step, Transition.DECLINED);
            default -> endings.complete(step);
        };
    }

    /** Does what a question that waits for nobody is for. */
    private Step pass(Step step, Position at) {
        if (at.question() instanceof Request request) {
            return requests.handle(step, at, request);
        }
        if (at.question() instanceof Automatic question) {
            return automatic.answer(step, at, question);
        }
        return at.question() instanceof Statement ? replies.statement(step, at) : step;
    }

    private boolean isAhead(Step step, Position at, Wait wait) {
        return context.waitEnd(step.session(), at, wait, context.now())
                .filter(context.now()::isBefore)
                .isPresent();
    }

    /** Says what the survey waits for; a call ends. */
    private Step pause(Step step, Position at) {
        return pauseAgain(
                step.with(edit -> {
                    edit.at = at.key();
                    edit.attempts = 0;
                    edit.unsure = List.of();
                    edit.asked = context.now();
                    edit.askedTurn = edit.turn;
                }),
                at);
    }

    private Step pauseAgain(Step step, Position at) {
        Step said = replies.statement(step.with(edit -> edit.stage = Stage.WAITING), at);
        return context.isCall() ? replies.end(said) : said;
    }

    /** Goes on if the waiting is over. */
    Step waited(Step step, Position at) {
        boolean isOver = step.progress()
                .asked()
                .flatMap(begin -> context.waitEnd(step.session(), at, (Wait) at.question(), begin))
                .filter(context.now()::isBefore)
                .isEmpty();
        return isOver ? moveOn(step, at) : pauseAgain(step, at);
    }

    Step ask(Step step, Position position) {
        Step there = step.with(edit -> {
            edit.at = position.key();
            edit.attempts = 0;
            edit.chosen = null;
            edit.openSince = null;
        });
        return replies.question(there.waiting(context.now()), position);
    }

    /** Asks the open question again without resetting its attempts. */
    Step askAgain(Step step) {
        Optional<Position> here = here(step);
        if (here.isEmpty()) {
            return continueAfterAnswers(step);
        }
        Position position = here.get();
        if (position.question() instanceof Wait) {
            return waited(step, position);
        }
        if (isTimeOver(step, position)) {
            return timeOver(step, position);
        }
        Optional<Part> part = asked(step).flatMap(at -> parts.next(step, at));
        if (part.isPresent()) {
            return replies.part(step.waiting(context.now()), position, part.get());
        }
        return position.question().canBeAsked(context.abilities())
                ? replies.questionAgain(step.waiting(context.now()), position)
                : moveOn(step, position);
    }

    /** The question whose answer is being asked for part by part. */
    private Optional<Position> inParts(Step step) {
        return asked(step).filter(asked -> parts.isOpen(step, asked));
    }

    /** The open question itself, even while a part of its answer is asked for. */
    private Optional<Position> asked(Step step) {
        return context.path(step.session()).at(step.progress().question());
    }

    /** Accepts an answer and continues. Asks for words first if the answer is an option such as "other". */
    Step accept(Step step, Position at, Answer answer) {
        Optional<Answer> chosen = step.progress().chosen();
        Optional<Position> whole = inParts(step);
        if (whole.isPresent()) {
            return acceptPart(step, whole.get(), answer);
        }
        if (chosen.isPresent()) {
            Value specified = chosen.get().value().withSpecified(answer.value().text());
            return acceptChosen(step, at, GivenAnswer.withValue(chosen.get(), specified));
        }
        Optional<Position> following = at.following(answer.value());
        return following.isPresent() ? askFollowUp(step, following.get(), answer) : acceptWhole(step, at, answer);
    }

    /** Accepts a part of an answer, and asks for the next one. */
    private Step acceptPart(Step step, Position asked, Answer part) {
        Answer more = parts.with(step, asked, part);
        Step given = step.with(edit -> {
            edit.chosen = more;
            edit.attempts = 0;
        });
        if (parts.isOpen(given, asked)) {
            return askAgain(given);
        }
        return accept(given.with(edit -> edit.chosen = null), asked, more);
    }

    private Step askFollowUp(Step step, Position following, Answer chosen) {
        Step waiting = step.waiting(context.now()).with(edit -> {
            edit.chosen = chosen;
            edit.attempts = 0;
        });
        return replies.questionAgain(waiting, following);
    }

    /** Accepts the answer before a follow-up. What was said back concerned the follow-up. */
    private Step acceptChosen(Step step, Position at, Answer answer) {
        Position asked = context.path(step.session()).at(at.key()).orElse(at);
        return acceptWhole(step.with(edit -> edit.unsure = List.of()), asked, answer);
    }

    /** Accepts an answer and continues, if every quota that applies to the person has a place. */
    private Step acceptWhole(Step step, Position at, Answer answer) {
        Step accepted = step.accept(answer).withoutComputed(automatic.outdatedBy(step, answer));
        if (accepted.given() >= survey.rules().partialAfter()) {
            accepted = accepted.happened(Transition.ANSWERED_ENOUGH);
        }
        for (Quota quota : survey.quotas()) {
            if (!applies(quota, accepted.session())) {
                continue;
            }
            Boolean place = context.facts().places().get(quota.name());
            if (place == null) {
                return accepted.needing(new Turn.NeedsQuota(quota.name()));
            }
            accepted = accepted.with(withQuota(accepted.session(), quota, place));
            if (!place) {
                return endings.screenedOut(
                        quota.prompt().isPresent()
                                ? replies.prompt(accepted, quota.prompt().get())
                                : replies.moment(accepted, Moment.SCREENED_OUT, "screenedOut"));
            }
        }
        return moveOn(accepted, at);
    }

    private boolean applies(Quota quota, SessionState session) {
        QuestionPath path = context.path(session);
        return !session.quotas().containsKey(quota.name())
                && path.isDecided(quota.when())
                && quota.when().holds(path.known());
    }

    private static SessionState withQuota(SessionState session, Quota quota, boolean place) {
        Map<String, Boolean> quotas = new LinkedHashMap<>(session.quotas());
        quotas.put(quota.name(), place);
        return session.with(edit -> edit.quotas = quotas);
    }

    /** Continues without an answer; at a follow-up, with the answer before it. */
    Step skip(Step step, Position at) {
        Optional<Position> whole = inParts(step);
        if (step.progress().chosen().isPresent() && whole.isEmpty()) {
            return acceptChosen(step, at, step.progress().chosen().get());
        }
        Position from = whole.orElse(at);
        return moveOn(skipped(step, from), from);
    }

    private Step skipped(Step step, Position at) {
        return step.accept(GivenAnswer.skipped(
                at.key(),
                step.language(),
                step.progress().attempts() + 1,
                context.now(),
                step.session().channel()));
    }

    /** Skips the open item of a matrix and those after it; any other question alone. */
    Step skipRest(Step start, Position at) {
        Step step = start;
        Position last = at;
        Optional<Position> next = itemAfter(step, last);
        while (next.isPresent() && step.progress().chosen().isEmpty()) {
            step = skipped(step, last);
            last = next.get();
            next = itemAfter(step, last);
        }
        return skip(step, last);
    }

    private Optional<Position> itemAfter(Step step, Position at) {
        return context.path(step.session())
                .after(at)
                .position()
                .filter(next -> at.in().matrix().isPresent() && next.group() == at.group());
    }

    /** Whether the time for the answer to the open question is over. */
    boolean isTimeOver(Step step, Position at) {
        return TurnContext.timeLimit(step.session(), at.question())
                .filter(end -> !context.now().isBefore(end))
                .isPresent();
    }

    /** Goes on because the time for an answer is over. An answer that only lacked words, such as "other", counts. */
    Step timeOver(Step step, Position at) {
        Step told = replies.saySystem(step, "timeOver");
        if (told.progress().chosen().isPresent()) {
            return skip(told, at);
        }
        boolean goesElsewhere =
                at.question().settings().answerWithin().flatMap(TimeLimit::then).isPresent();
        if (!goesElsewhere && survey.isGate(at.question().id())) {
            return endings.gateUnanswered(told);
        }
        Answer none = GivenAnswer.timedOut(
                at.key(),
                step.language(),
                step.progress().attempts() + 1,
                context.now(),
                step.session().channel());
        Step unanswered = told.accept(none).with(edit -> edit.timeOuts++);
        return unanswered.progress().timeOuts() >= MOST_TIME_OUTS
                ? endings.endEarly(unanswered, Transition.GIVEN_UP)
                : go(
                        unanswered,
                        Optional.of(at),
                        context.path(unanswered.session()).afterTimeOut(at));
    }

    Step back(Step step, Position at) {
        if (step.progress().chosen().isPresent()) {
            return context.path(step.session())
                    .at(at.key())
                    .map(asked -> ask(step, asked))
                    .orElseGet(() -> askAgain(step));
        }
        List<String> path = step.progress().path();
        int here = path.indexOf(at.key());
        int previous = (here < 0 ? path.size() : here) - 1;
        while (previous >= 0 && isTimedOut(step, path.get(previous))) {
            previous--;
        }
        Optional<Position> position =
                previous < 0 ? Optional.empty() : context.path(step.session()).at(path.get(previous));
        return position.isPresent() ? ask(step, position.get()) : askAgain(replies.saySystem(step, "nothingBefore"));
    }

    private static boolean isTimedOut(Step step, String key) {
        Answer answer = step.session().answers().get(key);
        return answer != null && answer.inputMethod() == Answer.InputMethod.TIMED_OUT;
    }

    Step restart(Step step) {
        return begin(step.withoutAnswers());
    }

    /** Explains why an answer is invalid and asks again. After too many attempts, applies the survey's rule for that. */
    Step notUnderstood(Step step, Position at, Reading.Unclear unclear) {
        if (context.isNewChannel()) {
            // The person has just switched channels and has not been asked here yet.
            return askAgain(step);
        }
        Step tried = step.with(edit -> edit.attempts++);
        Attempts attempts = attempts(at);
        if (tried.progress().attempts() >= attempts.max()) {
            return exhausted(tried, at, attempts);
        }
        Optional<Step> inParts = parts.begin(tried, at, unclear);
        if (inParts.isPresent()) {
            return askAgain(inParts.get());
        }
        Step spoken = replies.retry(tried, at, unclear);
        boolean explainsProblem = !unclear.reason().equals(NOT_UNDERSTOOD.reason());
        if (context.isCall() || !explainsProblem) {
            return askAgain(spoken);
        }
        Step waiting = spoken.with(edit -> {
            edit.stage = Stage.ASKING;
            edit.unsure = List.of();
        });
        return replies.options(waiting, at);
    }

    private Step exhausted(Step step, Position at, Attempts attempts) {
        if (context.isCall() && !step.progress().hasResponded()) {
            return endings.nobodyThere(step);
        }
        if (step.progress().chosen().isPresent() && inParts(step).isEmpty()) {
            return skip(step, at);
        }
        boolean skipsExplicitly =
                at.question().settings().attempts().filter(attempts::equals).isPresent()
                        && attempts.then() == Attempts.Then.SKIP;
        boolean isGate = survey.isGate(at.question().id()) && !skipsExplicitly;
        return switch (attempts.then()) {
            case CONTINUE, SKIP -> isGate ? endings.gateUnanswered(step) : skip(step, at);
            case END -> endings.endEarly(step, Transition.GIVEN_UP);
            case HAND_OVER ->
                handOvers.insteadOfAnswer(
                        step, handOvers.agent(attempts.handOver().orElseThrow()));
        };
    }

    /** Hands over to the survey's first agent, because the person asks for one. */
    Step handOver(Step step) {
        return handOvers.insteadOfAnswer(
                step, survey.agents().values().iterator().next());
    }

    /** A call comes back from an agent: hangs up if somebody took it; otherwise the survey goes on, if it can. */
    Step handOverEnded(Step step, boolean wasTaken) {
        if (step.stage() == Stage.OVER) {
            return replies.end(wasTaken ? step : endings.goodbye(replies.saySystem(step, "handOver.unanswered")));
        }
        Optional<Position> at = here(step);
        if (wasTaken) {
            boolean isLast = step.stage() == Stage.AGENT_NEXT
                    && at.filter(context.path(step.session())::isLast).isPresent();
            return replies.end(handOvers.over(step, isLast ? Transition.ENDED : Transition.GIVEN_UP));
        }
        return withoutAgent(replies.saySystem(step, "handOver.unanswered"));
    }

    /** Goes on as if there had been no agent. */
    Step withoutAgent(Step step) {
        Optional<Position> at = here(step);
        if (at.isEmpty()) {
            return continueAfterAnswers(step);
        }
        if (step.stage() == Stage.AGENT_NEXT) {
            return go(step, at, context.path(step.session()).past(at.get()));
        }
        boolean isExhausted = step.progress().attempts() >= attempts(at.get()).max();
        if (!isExhausted) {
            return askAgain(step);
        }
        return survey.isGate(at.get().question().id()) ? endings.gateUnanswered(step) : skip(step, at.get());
    }

    private Attempts attempts(Position at) {
        return at.question().settings().attempts().orElse(survey.rules().attempts());
    }
}
