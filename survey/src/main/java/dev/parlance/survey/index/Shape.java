package dev.parlance.survey.index;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.LocationQuestion;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.Question;

/** In which form the answers to a question are kept. */
public enum Shape {
    /** One of a fixed set. */
    VALUE,
    /** Some of a fixed set. */
    SEVERAL,
    /** Some of a fixed set, in order. */
    RANKING,
    /** A number for each of a fixed set. */
    SHARES,
    /** A number. */
    NUMBER,
    /** A day, or the first of two. */
    DATE,
    /** A month. */
    MONTH,
    /** A year. */
    YEAR,
    /** A time of day. */
    TIME,
    /** A place, rounded. */
    PLACE,
    /** Not kept: only whether there is an answer. */
    OPEN;

    /** The form of a question's answers. */
    public static Shape of(Question question) {
        AnswerType type = question.answers();
        if (type instanceof AnswerType.Options options) {
            return options.isMultiple() ? SEVERAL : VALUE;
        }
        if (type instanceof AnswerType.Numbers numbers) {
            return numbers.all().isEmpty() ? NUMBER : VALUE;
        }
        if (type instanceof AnswerType.Open open) {
            return question instanceof LocationQuestion ? PLACE : ordered(open.order());
        }
        if (type instanceof AnswerType.Days) {
            return DATE;
        }
        if (type instanceof AnswerType.Ranking) {
            return RANKING;
        }
        return type instanceof AnswerType.Shares ? SHARES : OPEN;
    }

    private static Shape ordered(Order order) {
        return switch (order) {
            case NUMBERS -> YEAR;
            case DATES -> DATE;
            case MONTHS -> MONTH;
            case TIMES -> TIME;
            case NONE -> OPEN;
        };
    }

    /** Whether the answers are from a fixed set, and counted one by one. */
    public boolean isFixed() {
        return this == VALUE || hasParts();
    }

    /** Whether an answer has a column for each option. */
    public boolean hasParts() {
        return this == SEVERAL || this == RANKING || this == SHARES;
    }
}
