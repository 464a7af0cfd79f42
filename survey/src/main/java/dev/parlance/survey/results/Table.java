package dev.parlance.survey.results;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.internal.CsvCell;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The rows of the results as comma-separated values. */
final class Table {
    private static final List<Column> SESSION = List.of(
            text("respondent", session -> session.respondent().value()),
            text("disposition", session -> session.disposition().name()),
            text("language", Session::language),
            text("channel", Session::channel),
            new Column("started", session -> Cells.time(session.started())),
            new Column("ended", session -> Cells.time(session.ended())),
            text("revision", Session::revision),
            text("occasion", session -> session.occasion().orElse("")),
            number("run", Session::run));

    private final List<Column> columns;

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** The answers as they are stored, one column for each question. */
    static Table of(Survey survey) {
        return of(survey, Column::answer);
    }

    /** The answers with their labels in a language, and with a column for each option where several can be chosen. */
    static Table withLabels(Survey survey, Words words) {
        return of(survey, (name, question) -> Column.labelled(name, question, words));
    }

    private static Table of(Survey survey, BiFunction<String, Question, List<Column>> answers) {
        List<Column> columns = new ArrayList<>(SESSION);
        if (survey.waves().isPresent()) {
            columns.add(number("wave", Session::wave));
        }
        columns.add(number("undelivered", session -> session.undelivered().size()));
        new TreeSet<>(survey.variables().keySet())
                .forEach(name -> columns.add(text(
                        "variable." + name, session -> session.variable(name).orElse(""))));
        for (Group group : survey.groups()) {
            int rounds = rounds(survey, group);
            for (int round = 1; round <= rounds; round++) {
                for (Question question : group.questions()) {
                    if (question.hasAnswer()) {
                        columns.addAll(answers.apply(group.answerName(round, question.id()), question));
                    }
                }
            }
        }
        return new Table(columns);
    }

    private static int rounds(Survey survey, Group group) {
        Repeat repeat = group.repeat();
        if (repeat.by() == Repeat.By.TIMES) {
            return repeat.times();
        }
        if (repeat.by() == Repeat.By.LISTED) {
            return repeat.items().size();
        }
        return survey.question(repeat.question())
                .map(Question::answers)
                .flatMap(answers -> repeat.by() == Repeat.By.CHOSEN && answers instanceof AnswerType.Options options
                        ? Optional.of(BigDecimal.valueOf(options.maxChosen()))
                        : answers.max())
                .map(most -> most.min(BigDecimal.valueOf(Repeat.MAX_TIMES)).intValue())
                .orElse(Repeat.MAX_TIMES);
    }

    private static Column text(String name, Function<Session, String> text) {
        return new Column(name, session -> Cells.text(text.apply(session)));
    }

    private static Column number(String name, ToIntFunction<Session> number) {
        return new Column(name, session -> new Cell.Decimal(BigDecimal.valueOf(number.applyAsInt(session))));
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    List<Cell> cells(Session session) {
        return columns.stream().map(column -> column.cell().apply(session)).toList();
    }

    String header() {
        return CsvCell.row(names());
    }

    String row(Session session) {
        return CsvCell.row(cells(session).stream().map(Cell::text).toList());
    }
}
