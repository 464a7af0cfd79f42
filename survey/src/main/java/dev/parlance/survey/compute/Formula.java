package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Operand;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a value follows from answers. A formula is data: it is checked when the survey loads, and runs no code of the definition.
 *
 * <pre>{@code
 * Formula.sum("sleep", "appetite", "energy");
 * Formula.yearsSince("birthday");
 * Formula.bands("score", Map.of("mild", 5, "severe", 15, "none", 0));
 * }</pre>
 */
public sealed interface Formula
        permits Bands,
                Cases,
                Count,
                Difference,
                Elapsed,
                FirstKnown,
                Itself,
                PartOf,
                Points,
                Quotient,
                Template,
                Total {
    /** The value; empty if something that it needs is not known. */
    Optional<Value> value(ConditionContext known);

    /** The questions whose answers it needs. */
    Set<String> questions();

    /** What its values can be. */
    AnswerType type(AnswerTypes types);

    /** Returns a copy that computes with all items of a matrix where it names the matrix. Default: this. */
    default Formula withItems(AnswerTypes types) {
        return this;
    }

    /** Reports what can't be computed, such as the sum of words. */
    void check(References references, ProblemCollector problems);

    /** The fields of the formula in {@code survey.json}. */
    Map<String, Object> toJson();

    /** A value as it is, such as a field of the contact. */
    static Formula value(Operand operand) {
        return Itself.of(operand);
    }

    /** The sum of the answers. */
    static Formula sum(String... questions) {
        return Total.of(Total.Kind.SUM, answers(questions));
    }

    /** The mean of the answers, with two decimal places. */
    static Formula mean(String... questions) {
        return Total.of(Total.Kind.MEAN, answers(questions));
    }

    /** How many options were chosen in the answers to these questions. */
    static Formula count(String... questions) {
        return new Count(answers(questions), List.of());
    }

    /** The difference between two numbers, or the days from the second day to the first. */
    static Formula difference(String from, String less) {
        return new Difference(Operand.answer(from), Operand.answer(less));
    }

    /** The whole years from a day to today, such as an age. */
    static Formula yearsSince(String question) {
        return new Elapsed(ChronoUnit.YEARS, Operand.answer(question));
    }

    /** The name of the band that a number is in. Each band starts at its number and ends where the next one starts. */
    static Formula bands(String question, Map<String, Integer> starts) {
        Map<String, BigDecimal> sorted = new LinkedHashMap<>();
        starts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(band -> sorted.put(band.getKey(), BigDecimal.valueOf(band.getValue())));
        return new Bands(Operand.answer(question), sorted);
    }

    /** The place of an option in an order, its share of a total, or the {@code first} or {@code last} of two days. */
    static Formula part(String question, String name) {
        return new PartOf(Operand.answer(question), name);
    }

    private static List<Operand> answers(String... questions) {
        return Arrays.stream(questions).map(Operand::answer).toList();
    }
}
