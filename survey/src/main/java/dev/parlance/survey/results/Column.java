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
    /** An answer as it is stored, the same in every language, and the words that specify it, if they are asked for. */
    static List<Column> answer(String name, Question question) {
        Column answer = new Column(name, cell(name, Value::text));
        return question.followUps().isEmpty()
                ? List.of(answer)
                : List.of(
                        answer,
                        new Column(
                                "specified." + name,
                                cell(name, value -> value.specified().orElse(""))));
    }

    /** An answer, its label if it is one of a list, and a column for each option if several can be chosen. */
    static List<Column> labelled(String name, Question question, Words words) {
        List<Column> columns = new ArrayList<>(answer(name, question));
        if (question.answers() instanceof AnswerType.Options options) {
            columns.add(new Column(
                    "label." + name, cell(name, value -> question.display(new Value(value.parts()), words))));
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
