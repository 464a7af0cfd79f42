package dev.parlance.survey.question;

import dev.parlance.survey.reading.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What answers to questions about dates are: days, months or years. Reads the limits of such questions.
 *
 * @param <T> the type of the answers
 */
final class CalendarUnit<T extends Comparable<? super T>> {
    static final CalendarUnit<LocalDate> DAYS = new CalendarUnit<LocalDate>(
            day -> day,
            (fields, name) -> fields.date(name).map(Operand::fixed),
            EnumSet.of(Order.DATES, Order.MONTHS),
            Operand::toJson);
    static final CalendarUnit<YearMonth> MONTHS = new CalendarUnit<YearMonth>(
            YearMonth::from,
            (fields, name) -> fields.month(name).map(month -> Operand.fixed(month.toString())),
            EnumSet.of(Order.DATES, Order.MONTHS),
            Operand::toJson);
    static final CalendarUnit<Integer> YEARS = new CalendarUnit<Integer>(
            LocalDate::getYear,
            CalendarUnit::year,
            EnumSet.of(Order.DATES, Order.MONTHS, Order.NUMBERS),
            operand -> operand instanceof Operand.Fixed fixed ? new BigDecimal(fixed.text()) : operand.toJson());

    private static final String EARLIEST = "earliest";
    private static final String LATEST = "latest";

    /** Reads a fixed limit. */
    private interface FixedLimit {
        Optional<Operand> read(Fields fields, String name);
    }

    private final Function<LocalDate, T> of;
    private final FixedLimit fixed;
    private final Set<Order> types;
    private final Function<Operand, Object> write;

    private CalendarUnit(
            Function<LocalDate, T> of, FixedLimit fixed, Set<Order> types, Function<Operand, Object> write) {
        this.of = of;
        this.fixed = fixed;
        this.types = types;
        this.write = write;
    }

    private static Optional<Operand> year(Fields fields, String name) {
        return fields.has(name)
                ? Optional.of(Operand.fixed(BigDecimal.valueOf(
                        fields.integer(name, YearQuestion.FIRST, YearQuestion.LAST, YearQuestion.FIRST))))
                : Optional.empty();
    }

    Limits limits(Fields fields) {
        return Limits.read(fields, EARLIEST, LATEST, name -> fixed.read(fields, name));
    }

    Map<String, Object> toJson(Limits limits) {
        return limits.toJson(EARLIEST, LATEST, write);
    }

    /** Reports fixed limits that contradict each other. */
    void check(Limits limits, ProblemCollector problems) {
        if (!limits.isFixed() || limits.first().isEmpty() || limits.last().isEmpty()) {
            return;
        }
        ConditionContext nothing = new NothingKnown("", "", LocalDate.EPOCH);
        if (in(limits, nothing).first().isEmpty()) {
            problems.add(EARLIEST, "is after \"" + LATEST + "\"");
        }
    }

    /** Reports limits that refer to something unknown, or to values that are no dates. */
    void check(Limits limits, References references, ProblemCollector problems) {
        limits.check(EARLIEST, LATEST, types, references, problems);
    }

    ValidRange<T> in(Limits limits, AskContext context) {
        return in(limits, context.known());
    }

    private ValidRange<T> in(Limits limits, ConditionContext known) {
        return limits.in(
                known,
                value -> days(value).map(Span::first).map(of),
                value -> days(value).map(Span::last).map(of));
    }

    /** The days that a value such as 2026-12-24, 2026-12 or 2026 stands for; empty if it is no date. */
    private static Optional<Span> days(Value value) {
        List<String> parts = value.parts();
        if (parts.isEmpty() || value.isRefusal()) {
            return Optional.empty();
        }
        try {
            Optional<Span> first = days(parts.get(0));
            Optional<Span> last = days(parts.get(parts.size() - 1));
            return first.flatMap(from -> last.map(to -> new Span(from.first(), to.last())));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> days(String text) {
        return switch (Order.of(text)) {
            case DATES -> {
                LocalDate day = LocalDate.parse(text);
                yield Optional.of(new Span(day, day));
            }
            case MONTHS -> {
                YearMonth month = YearMonth.parse(text);
                yield Optional.of(new Span(month.atDay(1), month.atEndOfMonth()));
            }
            case NUMBERS -> {
                Year year = Year.of(new BigDecimal(text).intValueExact());
                yield Optional.of(new Span(year.atDay(1), year.atMonth(12).atEndOfMonth()));
            }
            case TIMES, NONE -> Optional.empty();
        };
    }
}
