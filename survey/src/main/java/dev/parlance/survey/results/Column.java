package dev.parlance.survey.results;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A column of a table: its name, and its cell for each session. */
record Column(String name, Function<Session, String> cell) {
    /** An answer as it is stored, the same in every language. */
    static Column answer(String name) {
        return new Column(name, cell(name, Value::text));
    }

    /** An answer, its label if it is one of a list, and a column for each option if several can be chosen. */
    static List<Column> labelled(String name, Question question, Words words) {
        List<Column> columns = new ArrayList<>(List.of(answer(name)));
        if (question.answers() instanceof AnswerType.Options options) {
            columns.add(new Column("label." + name, cell(name, value -> question.display(value, words))));
            if (options.isMultiple()) {
                options.all()
                        .forEach(option -> columns.add(new Column(
                                "option." + name + "." + option, cell(name, value -> value.has(option) ? "1" : "0"))));
            }
        }
        return columns;
    }

    private static Function<Session, String> cell(String answer, Function<Value, String> text) {
        return session -> session.answer(answer).map(text).orElse("");
    }
}
