package dev.parlance.survey.index;

import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The columns of a question while rows are added. Not thread-safe. */
final class QuestionColumns {
    private static final int NO_COLUMN = -1;

    private final int number;
    private final Question question;
    private final boolean isCurrent;
    private final Shape shape;
    private final IntSupplier nextColumn;
    private final Dictionary values = new Dictionary();
    private final NumberDictionary numbers = new NumberDictionary();
    private final Dictionary options = new Dictionary();
    private final Map<String, Round> rounds = new LinkedHashMap<>();

    private record Round(int main, List<Integer> parts) {}

    /**
     * A question without answers.
     *
     * @param nextColumn gives the number of a new column
     */
    QuestionColumns(int number, Question question, boolean isCurrent, IntSupplier nextColumn) {
        this.number = number;
        this.question = question;
        this.isCurrent = isCurrent;
        this.shape = Shape.of(question);
        this.nextColumn = nextColumn;
        List<String> refusals = question.answers().refusals();
        question.answers()
                .all()
                .forEach(value -> values.number(IndexedQuestion.entry(value, refusals.contains(value))));
        if (shape.hasParts()) {
            question.answers().all().stream()
                    .filter(option -> !refusals.contains(option))
                    .forEach(options::number);
        }
    }

    int main(String answer) {
        return round(answer).main();
    }

    private Round round(String answer) {
        return rounds.computeIfAbsent(answer, any -> new Round(nextColumn.getAsInt(), new ArrayList<>()));
    }

    /** The column of an option in the answer with this name. */
    int part(String answer, String option) {
        List<Integer> columns = round(answer).parts();
        int place = options.number(option);
        while (columns.size() <= place) {
            columns.add(NO_COLUMN);
        }
        if (columns.get(place) == NO_COLUMN) {
            columns.set(place, nextColumn.getAsInt());
        }
        return columns.get(place);
    }

    int number() {
        return number;
    }

    Question question() {
        return question;
    }

    boolean isCurrent() {
        return isCurrent;
    }

    Shape shape() {
        return shape;
    }

    Dictionary values() {
        return values;
    }

    NumberDictionary numbers() {
        return numbers;
    }

    List<String> valuesSoFar() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            all.add(values.value(i).substring(1));
        }
        return Collections.unmodifiableList(all);
    }

    List<String> optionsSoFar() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            all.add(options.value(i));
        }
        return Collections.unmodifiableList(all);
    }

    List<IndexedQuestion.Round> roundsSoFar() {
        List<IndexedQuestion.Round> all = new ArrayList<>();
        rounds.forEach((name, round) ->
                all.add(new IndexedQuestion.Round(name, round.main(), List.copyOf(filled(round.parts())))));
        return Collections.unmodifiableList(all);
    }

    private List<Integer> filled(List<Integer> parts) {
        List<Integer> all = new ArrayList<>(parts);
        while (all.size() < options.size()) {
            all.add(NO_COLUMN);
        }
        return all;
    }
}
