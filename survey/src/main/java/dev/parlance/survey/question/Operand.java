package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value that a {@link Condition} compares: a fixed one, an answer, a variable, a field of the person's contact, a day counted from
 * today, or a time counted from now.
 *
 * <pre>{@code
 * Condition.answer("weightNow").lessThan(Operand.answer("weightThen"));
 * Condition.answer("appointment").atMost(Operand.daysFromToday(7));
 * }</pre>
 */
public sealed interface Operand {
    /** The value; empty if it is not known. */
    Optional<Value> value(ConditionContext known);

    /** The operand in the format of {@code survey.json}: a fixed value, or an object with the {@link #fields}. */
    default Object toJson() {
        return fields();
    }

    /** The fields that name the operand in {@code survey.json}. */
    Map<String, Object> fields();

    /** The operand in words, such as {@code today}, for flowcharts. */
    String description();

    /** How its values can be compared; empty if that is not known before the survey runs. */
    default Optional<Order> order(AnswerTypes types) {
        return Optional.empty();
    }

    /** The questions whose answers it needs. */
    default Set<String> questions() {
        return Set.of();
    }

    /** A value that is always the same: a number, a word, or a day such as {@code 2026-12-24}. */
    static Operand fixed(String value) {
        return new Fixed(value);
    }

    /** A number. */
    static Operand fixed(BigDecimal number) {
        return new Fixed(number.toPlainString());
    }

    /** A day. */
    static Operand fixed(LocalDate day) {
        return new Fixed(day.toString());
    }

    /** A time of day. */
    static Operand fixed(LocalTime time) {
        return new Fixed(time.toString());
    }

    /** The answer to a question. */
    static Operand answer(String question) {
        return new AnswerTo(question);
    }

    /** A variable of the invitation. */
    static Operand variable(String name) {
        return new Variable(name);
    }

    /** A field of the person's contact, which all surveys of a store share. */
    static Operand contact(String field) {
        return new ContactField(field);
    }

    /** The answer to a question of another survey, in the newest run that the person has completed. */
    static Operand answerIn(String survey, String question) {
        return new AnswerIn(survey, question);
    }

    /** So many days after today in the person's time zone; before today if negative. */
    static Operand daysFromToday(int days) {
        return new DayFromToday(days);
    }

    /** So many minutes after the present time of day in the person's time zone; before it if negative. */
    static Operand minutesFromNow(int minutes) {
        return new TimeFromNow(minutes);
    }

    /** Always the same value. */
    record Fixed(String text) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return Optional.of(Value.of(text));
        }

        @Override
        public Optional<Order> order(AnswerTypes types) {
            return Optional.of(Order.of(text));
        }

        @Override
        public Object toJson() {
            return text;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("value", text);
        }

        @Override
        public String description() {
            return text;
        }
    }

    /** The answer to a question. */
    record AnswerTo(String question) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.answer(question);
        }

        @Override
        public Optional<Order> order(AnswerTypes types) {
            return types.of(question).map(AnswerType::order);
        }

        @Override
        public Set<String> questions() {
            return Set.of(question);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("answer", question);
        }

        @Override
        public String description() {
            return question;
        }
    }

    /** A variable of the invitation. */
    record Variable(String name) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.variable(name).map(Value::of);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("variable", name);
        }

        @Override
        public String description() {
            return name;
        }
    }

    /** A field of the person's contact. */
    record ContactField(String field) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.contactField(field);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("contact", field);
        }

        @Override
        public String description() {
            return "contact's " + field;
        }
    }

    /** The answer to a question of another survey. */
    record AnswerIn(String survey, String question) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.answerIn(survey, question);
        }

        @Override
        public Optional<Order> order(AnswerTypes types) {
            return types.of(survey, question).map(AnswerType::order);
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("survey", survey);
            fields.put("answer", question);
            return fields;
        }

        @Override
        public String description() {
            return question + " in " + survey;
        }
    }

    /** A day near today. */
    record DayFromToday(int days) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.today().map(today -> Value.of(today.plusDays(days).toString()));
        }

        @Override
        public Optional<Order> order(AnswerTypes types) {
            return Optional.of(Order.DATES);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("daysFromToday", days);
        }

        @Override
        public String description() {
            String distance = days == 1 || days == -1 ? "1 day" : Math.abs((long) days) + " days";
            return days == 0 ? "today" : distance + (days > 0 ? " after today" : " before today");
        }
    }

    /** A time of day near the present one. It starts again at midnight. */
    record TimeFromNow(int minutes) implements Operand {
        @Override
        public Optional<Value> value(ConditionContext known) {
            return known.timeOfDay()
                    .map(now -> Value.of(now.truncatedTo(ChronoUnit.MINUTES)
                            .plusMinutes(minutes)
                            .toString()));
        }

        @Override
        public Optional<Order> order(AnswerTypes types) {
            return Optional.of(Order.TIMES);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("minutesFromNow", minutes);
        }

        @Override
        public String description() {
            String distance = minutes == 1 || minutes == -1 ? "1 minute" : Math.abs((long) minutes) + " minutes";
            return minutes == 0 ? "the time" : distance + (minutes > 0 ? " from now" : " ago");
        }
    }
}
