package dev.parlance.survey.results;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.CsvCell;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The rows of the results as comma-separated values. */
final class Table {
    private final List<String> questions;
    private final List<String> variables;

    private Table(List<String> questions, List<String> variables) {
        this.questions = questions;
        this.variables = variables;
    }

    static Table of(Survey survey) {
        List<String> questions = new ArrayList<>();
        for (Group group : survey.groups()) {
            int rounds = rounds(survey, group);
            for (int round = 1; round <= rounds; round++) {
                for (Question question : group.questions()) {
                    if (question.hasAnswer()) {
                        questions.add(group.answerName(round, question.id()));
                    }
                }
            }
        }
        return new Table(questions, List.copyOf(new TreeSet<>(survey.variables().keySet())));
    }

    private static int rounds(Survey survey, Group group) {
        Repeat repeat = group.repeat();
        if (repeat.by() == Repeat.By.TIMES) {
            return repeat.times();
        }
        return survey.question(repeat.question())
                .flatMap(counted -> counted.answers().max())
                .map(most -> most.min(BigDecimal.valueOf(Repeat.MAX_TIMES)).intValue())
                .orElse(Repeat.MAX_TIMES);
    }

    String header() {
        List<String> cells = new ArrayList<>(
                List.of("respondent", "disposition", "language", "channel", "started", "ended", "revision", "run"));
        variables.forEach(name -> cells.add("variable." + name));
        cells.addAll(questions);
        return CsvCell.row(cells);
    }

    String row(Session session) {

        List<String> cells = new ArrayList<>(List.of(
                session.respondent().value(),
                session.disposition().name(),
                session.language(),
                session.channel(),
                session.started().map(Object::toString).orElse(""),
                session.ended().map(Object::toString).orElse(""),
                session.revision(),
                Integer.toString(session.run())));
        variables.forEach(name -> cells.add(session.variable(name).orElse("")));
        for (String question : questions) {
            Answer answer = session.answers().get(question);
            cells.add(answer == null || !answer.isGiven() ? "" : answer.value().text());
        }
        return CsvCell.row(cells);
    }
}
