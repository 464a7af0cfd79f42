package dev.parlance.survey.results;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column of a table: its name, and its cell for each session. */
record Column(String name, Function<Session, Cell> cell) {
    /**
     * An answer as it is stored, the same in every language; the words that specify it, if they are asked for; and the wording
     * that the person agreed to, if it is kept.
     */
    static List<Column> answer(String name, Question question) {
        List<Column> columns = new ArrayList<>();
        columns.add(
                new Column(name, question.answers().order() == Order.NUMBERS ? number(name) : text(name, Value::text)));
        if (!question.followUps().isEmpty()) {
            columns.add(new Column(
                    "specified." + name, text(name, value -> value.specified().orElse(""))));
        }
        if (question.keepsWording()) {
            columns.add(new Column("wording." + name, wording(name)));
        }
        return columns;
    }

    /** An answer, its label if it is one of a list, and a column for each option if several can be chosen. */
    static List<Column> labelled(String name, Question question, Words words) {
        List<Column> columns = new ArrayList<>(answer(name, question));
        AnswerType type = question.answers();
        if (type.hasOptions()) {
            columns.add(new Column(
                    "label." + name, text(name, value -> question.display(new Value(value.parts()), words))));
        }
        if (type.isMultiple()) {
            type.all()
                    .forEach(option -> columns.add(new Column(
                            "option." + name + "." + option,
                            cell(name, value -> Cells.numberOr(type.cell(value, option))))));
        }
        return columns;
    }

    private static Function<Session, Cell> wording(String answer) {
        return session -> Cells.text(Optional.ofNullable(session.answers().get(answer))
                .flatMap(Answer::wording)
                .orElse(""));
    }

    private static Function<Session, Cell> text(String answer, Function<Value, String> text) {
        return cell(answer, value -> Cells.text(text.apply(value)));
    }

    private static Function<Session, Cell> number(String answer) {
        return cell(answer, value -> Cells.numberOr(value.text()));
    }

    private static Function<Session, Cell> cell(String answer, Function<Value, Cell> cell) {
        return session -> session.answer(answer).map(cell).orElseGet(Cell.Empty::new);
    }
}
