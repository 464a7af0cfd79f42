package dev.parlance.survey.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether a question is asked or a jump is taken. In {@code survey.json}:
 *
 * <pre>
 * {"answer": "recommend", "atMost": 6}
 * {"all": [{"answer": "drink", "in": ["tea", "coffee"]}, {"not": {"language": "es"}}]}
 * </pre>
 */
public sealed interface Condition {
    /** Whether the condition holds. */
    boolean holds(ConditionContext context);

    /** The condition in the format of {@code survey.json}. */
    Map<String, Object> toJson();

    /** The condition in words, such as {@code taste is at most 2}, for flowcharts. */
    String description();

    /** The questions whose answers the condition refers to. */
    default Set<String> questions() {
        return Set.of();
    }

    /** Starts a condition on the answer to a question. Without a comparison, it holds if there is an answer. */
    static OnAnswer answer(String question) {
        return new OnAnswer(question, Is.ANSWERED, List.of());
    }

    /** How an answer is compared. */
    enum Is {
        /** There is an answer. */
        ANSWERED("answered"),
        /** The answer is this value, or this option is among those chosen. */
        SAME("is"),
        /** The answer is one of these values, or one of these options is among those chosen. */
        IN("in"),
        /** The answer is a number of at least this value. */
        AT_LEAST("atLeast"),
        /** The answer is a number of at most this value. */
        AT_MOST("atMost");

        private final String word;

        Is(String word) {
            this.word = word;
        }

        /** The name in {@code survey.json}. */
        public String word() {
            return word;
        }
    }

    /** A condition on the answer to a question. It never holds if the question was not answered. */
    record OnAnswer(String question, Is is, List<String> values) implements Condition {
        /** Copies the list. */
        public OnAnswer {
            values = List.copyOf(values);
        }

        /** Holds if the answer is this value. */
        public OnAnswer is(String value) {
            return new OnAnswer(question, Is.SAME, List.of(value));
        }

        /** Holds if the answer is one of these values. */
        public OnAnswer in(String... some) {
            return new OnAnswer(question, Is.IN, List.of(some));
        }

        /** Holds if the answer is a number of at least this value. */
        public OnAnswer atLeast(long least) {
            return new OnAnswer(question, Is.AT_LEAST, List.of(Long.toString(least)));
        }

        /** Holds if the answer is a number of at most this value. */
        public OnAnswer atMost(long most) {
            return new OnAnswer(question, Is.AT_MOST, List.of(Long.toString(most)));
        }

        @Override
        public boolean holds(ConditionContext context) {
            Optional<Value> answer = context.answer(question);
            return answer.isPresent() && fits(answer.get());
        }

        private boolean fits(Value answer) {
            return switch (is) {
                case ANSWERED -> true;
                case SAME, IN -> values.stream().anyMatch(value -> answer.has(value) || sameNumber(answer, value));
                case AT_LEAST ->
                    answer.number()
                            .filter(number -> number.compareTo(new BigDecimal(values.get(0))) >= 0)
                            .isPresent();
                case AT_MOST ->
                    answer.number()
                            .filter(number -> number.compareTo(new BigDecimal(values.get(0))) <= 0)
                            .isPresent();
            };
        }

        private static boolean sameNumber(Value answer, String value) {
            Optional<BigDecimal> wanted = Value.of(value).number();
            return wanted.isPresent()
                    && answer.number()
                            .filter(number -> number.compareTo(wanted.get()) == 0)
                            .isPresent();
        }

        @Override
        public Set<String> questions() {
            return Set.of(question);
        }

        @Override
        public String description() {
            return switch (is) {
                case ANSWERED -> question + " was answered";
                case SAME -> question + " is " + values.get(0);
                case IN -> question + " is " + String.join(" or ", values);
                case AT_LEAST -> question + " is at least " + values.get(0);
                case AT_MOST -> question + " is at most " + values.get(0);
            };
        }

        @Override
        public Map<String, Object> toJson() {
            if (is == Is.ANSWERED) {
                return Map.of("answered", question);
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("answer", question);
            json.put(is.word(), is == Is.IN ? values : is == Is.SAME ? values.get(0) : new BigDecimal(values.get(0)));
            return json;
        }
    }

    /** Holds if a variable that was set at the start has one of these values. */
    record OnVariable(String name, List<String> values) implements Condition {
        /** Copies the list. */
        public OnVariable {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(ConditionContext context) {
            return context.variable(name).filter(values::contains).isPresent();
        }

        @Override
        public String description() {
            return name + " is " + String.join(" or ", values);
        }

        @Override
        public Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("variable", name);
            json.put("in", values);
            return json;
        }
    }

    /** Holds if the respondent uses this language, in any regional variant. */
    record OnLanguage(String language) implements Condition {
        @Override
        public boolean holds(ConditionContext context) {
            return context.language().equals(language) || context.language().startsWith(language + "-");
        }

        @Override
        public String description() {
            return "in " + language;
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("language", language);
        }
    }

    /** Holds if the conversation uses the channel with this name. */
    record OnChannel(String channel) implements Condition {
        @Override
        public boolean holds(ConditionContext context) {
            return context.channel().equals(channel);
        }

        @Override
        public String description() {
            return channel.equals(Medium.VOICE.channel()) ? "by call" : "by " + channel;
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("channel", channel);
        }
    }

    /** Holds if all conditions hold; an empty list always holds. */
    record All(List<Condition> conditions) implements Condition {
        /** The condition that always holds. */
        public static final All ALWAYS = new All(List.of());

        /** Copies the list. */
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(ConditionContext context) {
            for (Condition condition : conditions) {
                if (!condition.holds(context)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Set<String> questions() {
            return questionsOf(conditions);
        }

        @Override
        public String description() {
            return wordsOf(conditions, " and ");
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("all", jsonOf(conditions));
        }
    }

    /** Holds if at least one of the conditions holds. */
    record Any(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(ConditionContext context) {
            return conditions.stream().anyMatch(condition -> condition.holds(context));
        }

        @Override
        public Set<String> questions() {
            return questionsOf(conditions);
        }

        @Override
        public String description() {
            return wordsOf(conditions, " or ");
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("any", jsonOf(conditions));
        }
    }

    /** Holds if the other condition does not. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(ConditionContext context) {
            return !condition.holds(context);
        }

        @Override
        public Set<String> questions() {
            return condition.questions();
        }

        @Override
        public String description() {
            return "not (" + condition.description() + ")";
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("not", condition.toJson());
        }
    }

    private static Set<String> questionsOf(List<Condition> conditions) {
        Set<String> questions = new TreeSet<>();
        conditions.forEach(condition -> questions.addAll(condition.questions()));
        return questions;
    }

    private static List<Object> jsonOf(List<Condition> conditions) {
        List<Object> json = new ArrayList<>();
        conditions.forEach(condition -> json.add(condition.toJson()));
        return json;
    }

    private static String wordsOf(List<Condition> conditions, String between) {
        return conditions.stream()
                .map(condition -> conditions.size() > 1 && (condition instanceof All || condition instanceof Any)
                        ? "(" + condition.description() + ")"
                        : condition.description())
                .collect(Collectors.joining(between));
    }
}
