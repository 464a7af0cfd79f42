package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The menu of a desk: a survey that asks which survey a person wants. */
record DeskMenu(Surveys survey, String question, List<Surveys> surveys, DeskPeople people) {
    /** What the desk passes on: a survey with the input for it, perhaps not for the first time. */
    record Choice(Surveys survey, Incoming.Received received, boolean isRepeat) {}

    /** Starts the menu, perhaps again, with the surveys that the person can take. A repeated webhook changes nothing. */
    void open(Incoming.Received received, String channel) {
        Engine engine = survey.engine();
        Address person = received.person();
        Retry.untilSaved(() -> {
            Sessions.Visit visit = engine.sessions.visit(person, channel);
            SessionState before = visit.loaded().session();
            boolean isRepeat = before.outbox().replyTo(received.id()).isPresent();
            if (isRepeat || !(before.isOver() || before.progress().stage() == Stage.NEW)) {
                return Retry.done(true);
            }
            SessionState opened = fresh(before, visit.known(), channel).withHidden(question, doneBy(person));
            return opened.equals(before) || engine.sessions.save(visit.loaded(), opened)
                    ? Retry.done(true)
                    : Retry.again();
        });
    }

    private SessionState fresh(SessionState before, Respondent known, String channel) {
        if (!before.isOver()) {
            return before;
        }
        SessionState fresh = survey.engine()
                .sessions
                .create(before.respondent(), known, channel, Map.of())
                .session();
        return before.startAgain(before.run(), fresh.revision(), fresh.person(), channel);
    }

    private Set<String> doneBy(Address person) {
        DeskVisit visit = people.visit(person);
        return surveys.stream().filter(visit::isDone).map(Surveys::name).collect(Collectors.toSet());
    }

    /** Lets a person take the survey that they have chosen, also if they have completed it before. */
    void begin(Choice choice) {
        Address person = choice.received().person();
        people.contacted(choice.survey(), person);
        if (people.visit(person).canRepeat(choice.survey())) {
            choice.survey().restart(person, Surveys.EarlierAnswers.KEEP);
        }
    }

    /** The survey that this input chose, if it ended the menu. */
    Optional<Choice> chosenBy(Incoming.Received received) {
        DeskVisit visit = people.visit(received.person());
        Incoming.Received passedOn = passedOn(received);
        Optional<Choice> before = surveys.stream()
                .filter(one -> hasReplied(visit.session(one), passedOn.id()))
                .findFirst()
                .map(one -> new Choice(one, passedOn, true));
        return before.or(() -> visit.session(survey)
                .filter(session -> isEndedBy(session, received.id()))
                .map(session -> session.answers().get(question))
                .flatMap(this::named)
                .map(one -> new Choice(one, passedOn, false)));
    }

    private static boolean hasReplied(Optional<SessionState> session, String id) {
        return session.flatMap(state -> state.outbox().replyTo(id)).isPresent();
    }

    private static boolean isEndedBy(SessionState menu, String id) {
        List<Outbox.Handled> handled = menu.outbox().handled();
        return menu.progress().disposition() == Disposition.COMPLETED
                && !handled.isEmpty()
                && handled.get(handled.size() - 1).id().equals(id);
    }

    private Optional<Surveys> named(Answer answer) {
        return surveys.stream()
                .filter(one -> one.name().equals(answer.value().text()))
                .findFirst();
    }

    /** The input for the chosen survey: the person has come, and has not said anything yet. */
    private static Incoming.Received passedOn(Incoming.Received received) {
        return Incoming.Received.of(received.person(), "menu:" + received.id(), Input.arrival())
                .withForm(received.form());
    }
}
