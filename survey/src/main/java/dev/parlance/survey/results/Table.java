package dev.parlance.survey.results;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Answer;
import dev.parlance.survey.machine.Progress;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rows of comma-separated values. What a spreadsheet would take for a formula is made a text. */
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
        Optional<Question> counted = survey.question(repeat.question());
        if (counted.isPresent() && counted.get() instanceof ChoiceQuestion choice) {
            return Math.min(choice.most(), Repeat.MOST);
        }
        if (counted.isPresent() && counted.get() instanceof NumberQuestion number) {
            return number.most()
                    .map(BigDecimal::intValue)
                    .map(most -> Math.min(most, Repeat.MOST))
                    .orElse(Repeat.MOST);
        }
        return Repeat.MOST;
    }

    String header() {
        List<String> cells = new ArrayList<>(
                List.of("respondent", "disposition", "language", "channel", "started", "ended", "revision", "run"));
        variables.forEach(name -> cells.add("variable." + name));
        cells.addAll(questions);
        return row(cells);
    }

    String row(Session session) {
        Progress progress = session.progress();
        List<String> cells = new ArrayList<>(List.of(
                session.respondent().value(),
                progress.disposition().name(),
                session.language(),
                session.channel().name(),
                progress.started().map(Object::toString).orElse(""),
                progress.ended().map(Object::toString).orElse(""),
                session.revision(),
                Integer.toString(session.run())));
        variables.forEach(name -> cells.add(session.variable(name).orElse("")));
        for (String question : questions) {
            Answer answer = session.answers().get(question);
            cells.add(answer == null || !answer.isGiven() ? "" : answer.value().text());
        }
        return row(cells);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Table::cell).collect(Collectors.joining(","));
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Numbers may begin with a sign. */
    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?\\d+(\\.\\d+)?");
    }
}
