package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Jump;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Goes from question to question: asks one, asks it again, goes back, passes over, comes to the end. */
final class Walk {
    private final Survey survey;
    private final Draft draft;
    private final Speaking speaking;
    private final Route route;
    private final Instant now;

    Walk(Survey survey, Draft draft, Speaking speaking, Instant now) {
        this.survey = survey;
        this.draft = draft;
        this.speaking = speaking;
        this.route = new Route(survey, draft);
        this.now = now;
    }

    /** The question that was asked last, if the survey has it still. */
    Optional<Stop> here() {
        return route.at(draft.at);
    }

    Route route() {
        return route;
    }

    /** To the first question, past all that need none. */
    void begin() {
        go(route.first());
    }

    void goOn(Stop from) {
        go(route.after(from));
    }

    private void go(Route.Next where) {
        Route.Next next = where;
        while (next.stop().isPresent() && !route.waitsAt(next.stop().get())) {
            Stop stop = next.stop().get();
            if (!stop.question().hasAnswer()) {
                speaking.statement(stop);
            }
            next = route.after(stop);
        }
        if (next.stop().isPresent()) {
            ask(next.stop().get());
            return;
        }
        switch (next.end()) {
            case Jump.SCREEN_OUT -> screenedOut(survey.wording(Moment.SCREENED_OUT));
            case Jump.REFUSE -> end(Happening.DECLINED);
            default -> complete();
        }
    }

    private void complete() {
        speaking.promptOr(survey.wording(Moment.GOODBYE), "goodbye");
        // Who is invited to a survey of statements alone is done without a word.
        draft.happened(Happening.HEARD);
        boolean nothingWasAnswered = !draft.path.isEmpty() && draft.given() == 0;
        if (nothingWasAnswered) {
            draft.over(Happening.ENDED_WITHOUT_ANSWERS, SurveyEvent.Type.ABANDONED);
        } else {
            draft.over(Happening.ENDED, SurveyEvent.Type.COMPLETED);
        }
        speaking.end();
    }

    /** Ends at a question that decides who may take part, of which no answer could be understood. */
    void gateUnanswered() {
        speaking.engine("gateUnanswered");
        draft.over(Happening.GATE_UNANSWERED, SurveyEvent.Type.ABANDONED);
        speaking.end();
    }

    /**
     * Hangs up where nobody has reacted. Someone who has answered before is asked the same question another time; anyone else
     * counts as not reached.
     */
    void nobodyThere() {
        speaking.promptOr(survey.wording(Moment.GOODBYE), "goodbye");
        speaking.end();
        draft.attempts = 0;
        draft.unsure = List.of();
        if (draft.answers.isEmpty()) {
            draft.stage = Stage.NEW;
            draft.at = "";
            draft.started = Optional.empty();
            draft.happened(Happening.NOBODY_THERE);
        }
    }

    void screenedOut(Optional<String> prompt) {
        speaking.promptOr(prompt, "screenedOut");
        draft.over(Happening.SCREENED, SurveyEvent.Type.ABANDONED);
        speaking.end();
    }

    /** Ends before the end. */
    void end(Happening happening) {
        speaking.promptOr(survey.wording(Moment.GOODBYE), "goodbye");
        draft.over(happening, SurveyEvent.Type.ABANDONED);
        speaking.end();
    }

    void handOver(String to) {
        speaking.engine(speaking.isCall() ? "handOver.voice" : "handOver.text");
        draft.tell(SurveyEvent.Type.HANDED_OVER, Optional.empty());
        draft.over(Happening.GIVEN_UP, SurveyEvent.Type.ABANDONED);
        speaking.handOver(to);
    }

    void ask(Stop stop) {
        draft.at = stop.key();
        draft.attempts = 0;
        put(stop, false);
    }

    /** The same question again, its attempts still counted. */
    void askAgain() {
        Optional<Stop> here = here();
        if (here.isEmpty()) {
            begin();
        } else if (here.get().question().canBeAsked(draft.medium().abilities())) {
            put(here.get(), true);
        } else {
            goOn(here.get());
        }
    }

    private void put(Stop stop, boolean again) {
        draft.stage = Stage.ASKING;
        draft.unsure = List.of();
        draft.asked = Optional.of(now);
        draft.askedTurn = draft.turn;
        speaking.question(stop, again);
    }

    void skip(Stop at) {
        draft.take(Answer.skipped(at.key(), draft.language(), draft.attempts + 1, now, draft.channel()));
        goOn(at);
    }

    void back(Stop at) {
        List<String> path = draft.path;
        int here = path.indexOf(at.key());
        int previous = (here < 0 ? path.size() : here) - 1;
        Optional<Stop> stop = previous < 0 ? Optional.empty() : route.at(path.get(previous));
        if (stop.isPresent()) {
            ask(stop.get());
        } else {
            speaking.engine("nothingBefore");
            askAgain();
        }
    }

    void restart() {
        draft.forgetAnswers();
        begin();
    }
}
