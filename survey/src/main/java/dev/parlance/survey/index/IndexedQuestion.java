package dev.parlance.survey.index;

import dev.parlance.survey.question.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A question of any revision, and the columns of its answers. Immutable. */
public final class IndexedQuestion {
    private static final char REFUSAL = '!';
    private static final char VALUE = '=';

    private final int number;
    private final Question question;
    private final boolean isCurrent;
    private final Shape shape;
    private final Dictionary values;
    private final NumberDictionary numbers;
    private final List<String> given;
    private final List<String> options;
    private final List<Round> rounds;
    private final int place;

    /**
     * The columns of one answer: in a repeated group, a question has one in each round.
     *
     * @param name the name of the answer
     * @param main the number of its main column, see {@link AnswerCode}
     * @param parts the number of the column of each option, in the order of {@link #options()}; -1 if nobody gave it
     */
    public record Round(String name, int main, List<Integer> parts) {}

    /** A copy of what there is so far. */
    IndexedQuestion(QuestionColumns columns, int place) {
        this.place = place;
        this.number = columns.number();
        this.question = columns.question();
        this.isCurrent = columns.isCurrent();
        this.shape = columns.shape();
        this.values = columns.values();
        this.numbers = columns.numbers();
        this.given = shape.isFixed() ? columns.valuesSoFar() : List.of();
        this.options = columns.optionsSoFar();
        this.rounds = columns.roundsSoFar();
    }

    /** How the dictionary has an answer. */
    static String entry(String value, boolean isRefusal) {
        return (isRefusal ? REFUSAL : VALUE) + value;
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** The question in the current revision, or in the first one that had it. */
    public Question question() {
        return question;
    }

    /** The question's id. */
    public String id() {
        return question.id();
    }

    /** Whether the current revision has it. */
    public boolean isCurrent() {
        return isCurrent;
    }

    /**
     * Its place in the order of the survey and its older revisions, from 0; the questions of a group in random order have the
     * same.
     */
    public int place() {
        return place;
    }

    /** The form of its answers. */
    public Shape shape() {
        return shape;
    }

    /** The options that have columns. */
    public List<String> options() {
        return options;
    }

    /** The answers' columns. */
    public List<Round> rounds() {
        return rounds;
    }

    /** The possible answers, including those that only an older revision has. */
    public Set<String> known() {
        Set<String> known = new LinkedHashSet<>(question.answers().all());
        known.addAll(options);
        known.addAll(given);
        return known;
    }

    /** Whether an answer with this code tells nothing about what was asked, such as "don't know". */
    public boolean isRefusal(int code) {
        return code == AnswerCode.REFUSED
                || (code >= AnswerCode.FIRST_VALUE
                        && shape != Shape.NUMBER
                        && values.value(code - AnswerCode.FIRST_VALUE).charAt(0) == REFUSAL);
    }

    /** The value with this code, from {@link AnswerCode#FIRST_VALUE} on. */
    public String value(int code) {
        return values.value(code - AnswerCode.FIRST_VALUE).substring(1);
    }

    /** The number with this code. */
    public double numberOf(int code) {
        return numbers.value(code - AnswerCode.FIRST_VALUE);
    }
}
