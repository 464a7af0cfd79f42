package dev.parlance.survey.index;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Order;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Writes an answer into the columns of its question. */
final class AnswerReader {
    private final QuestionColumns columns;
    private final RevisionQuestions.Entry entry;
    private final Row row;

    /**
     * A reader of the answers to one question.
     *
     * @param entry the question in the revision of the session
     */
    AnswerReader(QuestionColumns columns, RevisionQuestions.Entry entry, Row row) {
        this.columns = columns;
        this.entry = entry;
        this.row = row;
    }

    void read(Answer answer) {
        row.set(columns.main(answer.question()), code(answer));
    }

    private int code(Answer answer) {
        if (!answer.isGiven()) {
            return notGiven(answer);
        }
        Value value = answer.value();
        Optional<String> refusal = refusal(value);
        if (refusal.isPresent()) {
            return valueCode(refusal.get(), true);
        }
        if (value.isRefusal()) {
            return AnswerCode.REFUSED;
        }
        return switch (columns.shape()) {
            case VALUE -> entry.all().contains(value.text()) ? valueCode(value.text(), false) : AnswerCode.ANSWERED;
            case SEVERAL, RANKING, SHARES -> parts(answer);
            case NUMBER ->
                value.number()
                        .map(BigDecimal::doubleValue)
                        .map(this::numberCode)
                        .orElse(AnswerCode.ANSWERED);
            case DATE -> ordered(value, Order.DATES);
            case MONTH -> ordered(value, Order.MONTHS);
            case YEAR -> ordered(value, Order.NUMBERS);
            case TIME -> ordered(value, Order.TIMES);
            case PLACE ->
                RoundedPlace.of(value.text())
                        .map(place -> valueCode(place, false))
                        .orElse(AnswerCode.ANSWERED);
            case OPEN -> AnswerCode.ANSWERED;
        };
    }

    private int notGiven(Answer answer) {
        if (answer.inputMethod() != Answer.InputMethod.SKIPPED) {
            return AnswerCode.TIMED_OUT;
        }
        // Each attempt that failed counts, so a person who skips has at least one left.
        return answer.attempt() > entry.attempts() ? AnswerCode.NOT_UNDERSTOOD : AnswerCode.SKIPPED;
    }

    private Optional<String> refusal(Value value) {
        return value.parts().stream().filter(entry.refusals()::contains).findFirst();
    }

    private int valueCode(String value, boolean isRefusal) {
        return AnswerCode.FIRST_VALUE + columns.values().number(IndexedQuestion.entry(value, isRefusal));
    }

    private int numberCode(double number) {
        return AnswerCode.FIRST_VALUE + columns.numbers().number(number);
    }

    private int ordered(Value value, Order order) {
        String first = value.parts().isEmpty() ? "" : value.parts().get(0);
        return Order.of(first) == order && isOnCalendar(first, order) ? valueCode(first, false) : AnswerCode.ANSWERED;
    }

    /** The reply to a request can say that today is the 99th. */
    private static boolean isOnCalendar(String value, Order order) {
        try {
            return switch (order) {
                case DATES -> LocalDate.parse(value) != null;
                case MONTHS -> YearMonth.parse(value) != null;
                case TIMES, NUMBERS, NONE -> true;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private int parts(Answer answer) {
        Value value = answer.value();
        for (String option : columns.shape() == Shape.SHARES ? List.copyOf(entry.all()) : value.parts()) {
            int code = entry.all().contains(option) ? part(value, option) : 0;
            if (code > 0) {
                row.set(columns.part(answer.question(), option), code);
            }
        }
        return AnswerCode.ANSWERED;
    }

    /** 1 for a chosen option, the place in a ranking, the share plus 1. */
    private int part(Value value, String option) {
        if (columns.shape() == Shape.SEVERAL) {
            return value.has(option) ? 1 : 0;
        }
        int plus = columns.shape() == Shape.SHARES ? 1 : 0;
        return AnswerType.part(value, option)
                .flatMap(Value::number)
                .map(number -> number.intValue() + plus)
                .orElse(0);
    }
}
