package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Quota;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves a session: takes an answer, asks a question, goes back, passes over one, comes to an end. */
final class Moves {
    static final Reading.Unclear NOT_UNDERSTOOD = new Reading.Unclear("invalid.answer", Map.of());

    private final Scene scene;
    private final Survey survey;
    private final Speaking speaking;

    Moves(Scene scene, Speaking speaking) {
        this.scene = scene;
        this.survey = scene.survey();
        this.speaking = speaking;
    }

    /** The question that was asked last, if the survey still has it. */
    Optional<Stop> here(Step step) {
        return scene.route(step.session()).at(step.progress().at());
    }

    /** Asks the first question, past all that need none. */
    Step begin(Step step) {
        return go(step, scene.route(step.session()).first());
    }

    private Step goOn(Step step, Stop from) {
        return go(step, scene.route(step.session()).after(from));
    }

    private Step go(Step start, Route.Next first) {
        Route route = scene.route(start.session());
        Step step = start;
        Route.Next next = first;
        while (next.stop().isPresent() && !route.waitsAt(next.stop().get())) {
            Stop stop = next.stop().get();
            if (!stop.question().hasAnswer()) {
                step = speaking.statement(step, stop);
            }
            next = route.after(stop);
        }
        if (next.stop().isPresent()) {
            return ask(step, next.stop().get());
        }
        return switch (next.end()) {
            case Jump.SCREEN_OUT -> screenedOut(speaking.moment(step, Moment.SCREENED_OUT, "screenedOut"));
            case Jump.REFUSE -> endEarly(step, Happening.DECLINED);
            default -> complete(step);
        };
    }

    private Step ask(Step step, Stop stop) {
        Step there = step.with(edit -> {
            edit.at = stop.key();
            edit.attempts = 0;
        });
        return speaking.question(waiting(there), stop);
    }

    /** Asks the same question again, its attempts still counted. */
    Step askAgain(Step step) {
        Optional<Stop> here = here(step);
        if (here.isEmpty()) {
            return begin(step);
        }
        Stop stop = here.get();
        return stop.question().canBeAsked(scene.abilities())
                ? speaking.questionAgain(waiting(step), stop)
                : goOn(step, stop);
    }

    private Step waiting(Step step) {
        return step.with(edit -> {
            edit.stage = Stage.ASKING;
            edit.unsure = List.of();
            edit.asked = scene.now();
            edit.askedTurn = edit.turn;
        });
    }

    /** Takes an answer and goes on, if every quota that the person counts for has a place. */
    Step accept(Step step, Stop at, Answer answer) {
        Step taken = step.take(answer);
        if (taken.given() >= survey.rules().partialAfter()) {
            taken = taken.happened(Happening.ANSWERED_ENOUGH);
        }
        for (Quota quota : survey.quotas()) {
            if (!counts(quota, taken.session())) {
                continue;
            }
            Boolean place = scene.facts().places().get(quota.name());
            if (place == null) {
                return taken.needing(quota.name());
            }
            taken = taken.with(looked(taken.session(), quota, place));
            if (!place) {
                return screenedOut(
                        quota.prompt().isPresent()
                                ? speaking.prompt(taken, quota.prompt().get())
                                : speaking.moment(taken, Moment.SCREENED_OUT, "screenedOut"));
            }
        }
        return goOn(taken, at);
    }

    private boolean counts(Quota quota, Session session) {
        return !session.quotas().containsKey(quota.name())
                && scene.route(session).isDecided(quota.when())
                && quota.when().holds(session);
    }

    private static Session looked(Session session, Quota quota, boolean place) {
        Map<String, Boolean> quotas = new LinkedHashMap<>(session.quotas());
        quotas.put(quota.name(), place);
        return session.with(edit -> edit.quotas = quotas);
    }

    Step skip(Step step, Stop at) {
        Answer skipped = Answer.skipped(
                at.key(),
                step.language(),
                step.progress().attempts() + 1,
                scene.now(),
                step.session().channel());
        return goOn(step.take(skipped), at);
    }

    Step back(Step step, Stop at) {
        List<String> path = step.progress().path();
        int here = path.indexOf(at.key());
        int previous = (here < 0 ? path.size() : here) - 1;
        Optional<Stop> stop =
                previous < 0 ? Optional.empty() : scene.route(step.session()).at(path.get(previous));
        return stop.isPresent() ? ask(step, stop.get()) : askAgain(speaking.engine(step, "nothingBefore"));
    }

    Step restart(Step step) {
        return begin(step.forgetAnswers());
    }

    /** Says why an answer could not be taken, and asks again; after too many attempts, does as the survey says. */
    Step notUnderstood(Step step, Stop at, Reading.Unclear unclear) {
        if (scene.isNewChannel()) {
            // The person has only now come over from another channel, and has not been asked here.
            return askAgain(step);
        }
        Step tried = step.with(edit -> edit.attempts++);
        Attempts attempts =
                at.question().frame().attempts().orElse(survey.rules().attempts());
        if (tried.progress().attempts() >= attempts.most()) {
            return exhausted(tried, at, attempts);
        }
        Step told = speaking.retry(tried, at, unclear);
        boolean saysWhatIsWanted = !unclear.reason().equals(NOT_UNDERSTOOD.reason());
        if (scene.isCall() || !saysWhatIsWanted) {
            return askAgain(told);
        }
        Step waiting = told.with(edit -> {
            edit.stage = Stage.ASKING;
            edit.unsure = List.of();
        });
        return speaking.options(waiting, at.question());
    }

    private Step exhausted(Step step, Stop at, Attempts attempts) {
        if (scene.isCall() && !step.progress().reacted()) {
            return nobodyThere(step);
        }
        boolean saysSkip =
                at.question().frame().attempts().filter(attempts::equals).isPresent()
                        && attempts.then() == Attempts.Then.SKIP;
        boolean isGate = survey.isGate(at.question().id()) && !saysSkip;
        return switch (attempts.then()) {
            case GO_ON, SKIP -> isGate ? gateUnanswered(step) : skip(step, at);
            case END -> endEarly(step, Happening.GIVEN_UP);
            case HAND_OVER -> handOver(step, attempts.handOver().orElseThrow());
        };
    }

    /**
     * Hangs up where nobody has reacted. Someone who has answered before is asked the same question another time; anyone else
     * counts as not reached.
     */
    private Step nobodyThere(Step step) {
        Step left = speaking.end(goodbye(step)).with(edit -> {
            edit.attempts = 0;
            edit.unsure = List.of();
        });
        if (!left.session().answers().isEmpty()) {
            return left;
        }
        return left.with(edit -> {
                    edit.stage = Stage.NEW;
                    edit.at = "";
                    edit.started = null;
                })
                .happened(Happening.NOBODY_THERE);
    }

    private Step complete(Step step) {
        // A person who is invited to a survey of statements alone is done without a word.
        Step told = goodbye(step).happened(Happening.HEARD);
        boolean nothingWasAnswered = !told.progress().path().isEmpty() && told.given() == 0;
        return speaking.end(
                nothingWasAnswered
                        ? told.over(Happening.ENDED_WITHOUT_ANSWERS, SurveyEvent.Type.ABANDONED)
                        : told.over(Happening.ENDED, SurveyEvent.Type.COMPLETED));
    }

    /** Ends at a question that decides who may take part, of which no answer could be understood. */
    private Step gateUnanswered(Step step) {
        return abandoned(speaking.engine(step, "gateUnanswered"), Happening.GATE_UNANSWERED);
    }

    private Step screenedOut(Step told) {
        return abandoned(told, Happening.SCREENED);
    }

    private Step endEarly(Step step, Happening happening) {
        return abandoned(goodbye(step), happening);
    }

    private Step goodbye(Step step) {
        return speaking.moment(step, Moment.GOODBYE, "goodbye");
    }

    private Step abandoned(Step step, Happening happening) {
        return speaking.end(step.over(happening, SurveyEvent.Type.ABANDONED));
    }

    private Step handOver(Step step, String to) {
        Step told = speaking.engine(step, scene.isCall() ? "handOver.voice" : "handOver.text");
        Step over = told.tell(SurveyEvent.Type.HANDED_OVER).over(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
        return over.with(over.reply().handingOver(to));
    }

    /** Ends for a person who wants no more messages. */
    Step stop(Step step) {
        Step over = step.stage() == Stage.OVER ? step : step.over(Happening.STOPPED, SurveyEvent.Type.OPTED_OUT);
        return stopped(over.with(Consent.WITHDRAWN));
    }

    /** To people who want no more messages, nothing is said but on a call that goes on. */
    Step stopped(Step step) {
        return scene.isCall() ? speaking.end(speaking.engine(step, "stopped")) : step.silent();
    }

    /** Says that the survey is over. */
    Step alreadyOver(Step step) {
        return speaking.end(
                step.progress().disposition() == Disposition.COMPLETED
                        ? speaking.pause(speaking.moment(step, Moment.COMPLETED_ALREADY, "alreadyCompleted"))
                        : speaking.engine(step, "ended"));
    }
}
