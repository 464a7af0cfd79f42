package dev.parlance.survey.internal;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Tally;
import java.util.List;
import java.util.Optional;

/**
 * What one session adds to the figures by arm: for each experiment, the person's arm, and the answers to the questions after it. The
 * names start with {@code arm}, the name of the experiment and the arm.
 */
public final class ArmTally {
    /** The first part of each name. */
    public static final String ARM = "arm";
    /** The sum of the squares of numbers. */
    public static final String SQUARES = "squares";

    private final Tally.Builder tally;
    private final List<Question> questions;
    private final SessionState session;

    private ArmTally(Survey survey, SessionState session, Tally.Builder tally) {
        this.questions = survey.questions();
        this.session = session;
        this.tally = tally;
    }

    static void add(Survey survey, SessionState session, Tally.Builder tally) {
        ArmTally adder = new ArmTally(survey, session, tally);
        for (int i = 0; i < adder.questions.size(); i++) {
            if (adder.questions.get(i) instanceof Assignment assignment) {
                adder.add(assignment, i);
            }
        }
    }

    private void add(Assignment assignment, int place) {
        Optional<String> arm = session.answer(assignment.id()).map(value -> value.text());
        if (arm.isEmpty()) {
            return;
        }
        count(assignment.id(), arm.get(), SessionTally.PEOPLE);
        if (session.progress().disposition() == Disposition.COMPLETED) {
            count(assignment.id(), arm.get(), SessionTally.FINISHED);
        }
        List<Question> after = questions.subList(place + 1, questions.size());
        for (Answer answer : session.answers().values()) {
            String id = Group.questionOf(answer.question());
            after.stream()
                    .filter(question -> question.id().equals(id) && answer.isGiven())
                    .findFirst()
                    .ifPresent(question -> answer(assignment.id(), arm.get(), question, answer));
        }
    }

    private void answer(String experiment, String arm, Question question, Answer answer) {
        count(experiment, arm, SessionTally.ANSWERS, question.id());
        answer.value().parts().stream()
                .filter(question.answers().all()::contains)
                .forEach(part -> count(experiment, arm, SessionTally.OPTION, question.id(), part));
        if (question.answers().isNumber()) {
            answer.value().number().ifPresent(number -> {
                ExactSum.add(tally, number, ARM, experiment, arm, SessionTally.SUM, question.id());
                ExactSum.add(tally, number.multiply(number), ARM, experiment, arm, SQUARES, question.id());
            });
        }
    }

    private void count(String experiment, String arm, String kind, String... details) {
        String[] name = new String[details.length + 4];
        name[0] = ARM;
        name[1] = experiment;
        name[2] = arm;
        name[3] = kind;
        System.arraycopy(details, 0, name, 4, details.length);
        tally.add(AmountName.of(name), 1);
    }
}
