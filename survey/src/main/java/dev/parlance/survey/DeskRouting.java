package dev.parlance.survey;

import dev.parlance.survey.definition.EntryRules;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.words.TextNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which survey a message or call is for. It has no state and does no I/O.
 *
 * @param surveys the surveys, without the menu
 * @param fallback the survey for everyone else, or the menu
 * @param offered the surveys that the menu offers; none without a menu
 */
record DeskRouting(List<Surveys> surveys, Surveys fallback, List<Surveys> offered) {
    /** A survey, and whether it only asks its open question again. */
    record Choice(Surveys survey, boolean asksAgain) {
        static Choice of(Surveys survey) {
            return new Choice(survey, false);
        }
    }

    Choice choose(Incoming.Received received, DeskVisit visit) {
        return ownCall(received, visit)
                .or(() -> whenOptedOut(visit))
                .or(() -> tapped(received, visit))
                .or(() -> interrupting(received, visit))
                .or(() -> inTheMiddle(received, visit))
                .or(() -> first(visit::isStarting))
                .or(() -> keyword(received, visit).map(Choice::of))
                .or(() -> Optional.of(fallback).filter(visit::isInTheMiddle).map(Choice::of))
                .or(() -> latest(visit, survey -> visit.isAt(survey, Stage.NEW)))
                .or(() -> latest(visit, survey -> visit.isAt(survey, Stage.WAITING)))
                .or(() -> first(survey -> isScheduledNow(survey, visit)))
                .or(() -> whenNothingIsOffered(visit))
                .orElseGet(() -> Choice.of(fallback));
    }

    /** The survey that placed the call. */
    private Optional<Choice> ownCall(Incoming.Received received, DeskVisit visit) {
        return received.input() instanceof Input.Contact
                ? first(survey -> visit.session(survey)
                        .filter(session -> isCalling(session, received.id()))
                        .isPresent())
                : Optional.empty();
    }

    private static boolean isCalling(SessionState session, String id) {
        boolean isPlacing = Claim.now(Channel.VOICE).isOf(session);
        return session.contact().call().map(call -> id.startsWith(call + ":")).orElse(isPlacing);
    }

    /** The survey in which the person opted out answers, also to START. */
    private Optional<Choice> whenOptedOut(DeskVisit visit) {
        return visit.isOptedOut()
                ? latest(visit, survey -> visit.session(survey).isPresent())
                : Optional.empty();
    }

    /** The survey whose button was tapped, while its question is open. */
    private Optional<Choice> tapped(Incoming.Received received, DeskVisit visit) {
        return received.survey()
                .flatMap(name -> first(survey -> survey.name().equals(name) && visit.isInTheMiddle(survey)));
    }

    private Optional<Choice> interrupting(Incoming.Received received, DeskVisit visit) {
        return keyword(received, visit)
                .filter(survey -> survey.survey().entry().interrupts())
                .filter(survey -> !open(visit).equals(Optional.of(survey)))
                .map(survey -> new Choice(survey, visit.isInTheMiddle(survey)));
    }

    /** The open survey that asked last. If another survey has ended since, the person no longer answers its question. */
    private Optional<Choice> inTheMiddle(Incoming.Received received, DeskVisit visit) {
        return open(visit)
                .map(survey ->
                        new Choice(survey, wasInterrupted(survey, visit) && !isCommand(received, survey, visit)));
    }

    private Optional<Surveys> open(DeskVisit visit) {
        return visit.latest(surveys.stream().filter(visit::isInTheMiddle).toList());
    }

    private boolean wasInterrupted(Surveys open, DeskVisit visit) {
        return surveys.stream()
                .filter(other -> visit.isAt(other, Stage.OVER) || visit.isAt(other, Stage.WAITING))
                .anyMatch(other -> visit.isLater(other, open));
    }

    private static boolean isCommand(Incoming.Received received, Surveys survey, DeskVisit visit) {
        return visit.session(survey)
                .filter(session -> SurveyMachine.isCommand(survey.survey(), session.language(), received.input()))
                .isPresent();
    }

    private Optional<Surveys> keyword(Incoming.Received received, DeskVisit visit) {
        if (!(received.input() instanceof Input.Text text)) {
            return Optional.empty();
        }
        String folded = TextNormalizer.normalize(text.body());
        return surveys.stream()
                .filter(survey -> survey.survey().entry().isOpen(visit.now()))
                .filter(survey -> survey.survey().entry().keywords().stream()
                        .anyMatch(keyword -> TextNormalizer.normalize(keyword).equals(folded)))
                .findFirst();
    }

    /** The survey that was last in contact says that it is over, because the menu has nothing to offer. */
    private Optional<Choice> whenNothingIsOffered(DeskVisit visit) {
        boolean isDone = !offered.isEmpty() && offered.stream().allMatch(visit::isDone);
        return isDone ? latest(visit, offered::contains) : Optional.empty();
    }

    private static boolean isScheduledNow(Surveys survey, DeskVisit visit) {
        EntryRules entry = survey.survey().entry();
        return entry.isScheduled()
                && entry.isOpen(visit.now())
                && visit.session(survey).filter(SessionState::isOver).isEmpty();
    }

    private Optional<Choice> first(Predicate<Surveys> condition) {
        return surveys.stream().filter(condition).findFirst().map(Choice::of);
    }

    private Optional<Choice> latest(DeskVisit visit, Predicate<Surveys> condition) {
        return visit.latest(surveys.stream().filter(condition).toList()).map(Choice::of);
    }
}
