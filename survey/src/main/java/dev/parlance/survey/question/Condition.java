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
 * Whether a question is asked, or a jump taken. In {@code survey.json} a condition is data:
 *
 * <pre>
 * {"answer": "recommend", "atMost": 6}
 * {"all": [{"answer": "drink", "in": ["tea", "coffee"]}, {"not": {"language": "es"}}]}
 * </pre>
 */
public sealed interface Condition {
    /** Whether it holds. */
    boolean holds(Known known);

    /** The condition as {@code survey.json} has it. */
    Map<String, Object> json();

    /** It in words, such as {@code taste is at most 2}: for a picture of the survey, or a fault. */
    String words();

    /** The questions whose answers it looks at. */
    default Set<String> questions() {
        return Set.of();
    }

    /** A condition on the answer to a question, to be completed. */
    static OnAnswer answer(String question) {
        return new OnAnswer(question, Is.ANSWERED, List.of());
    }

    /** How an answer is looked at. */
    enum Is {
        /** It is there at all. */
        ANSWERED("answered"),
        /** It is this, or this is among what was chosen. */
        SAME("is"),
        /** It is one of these, or one of these is among what was chosen. */
        IN("in"),
        /** It is a number, and this or more. */
        AT_LEAST("atLeast"),
        /** It is a number, and this or less. */
        AT_MOST("atMost");

        private final String word;

        Is(String word) {
            this.word = word;
        }

        /** The word for it in {@code survey.json}. */
        public String word() {
            return word;
        }
    }

    /** Looks at the answer to a question. A question that was not answered fits nothing. */
    record OnAnswer(String question, Is is, List<String> values) implements Condition {
        /** Keeps the list as it is now. */
        public OnAnswer {
            values = List.copyOf(values);
        }

        /** It is this. */
        public OnAnswer is(String value) {
            return new OnAnswer(question, Is.SAME, List.of(value));
        }

        /** It is one of these. */
        public OnAnswer in(String... some) {
            return new OnAnswer(question, Is.IN, List.of(some));
        }

        /** It is this number or more. */
        public OnAnswer atLeast(long least) {
            return new OnAnswer(question, Is.AT_LEAST, List.of(Long.toString(least)));
        }

        /** It is this number or less. */
        public OnAnswer atMost(long most) {
            return new OnAnswer(question, Is.AT_MOST, List.of(Long.toString(most)));
        }

        @Override
        public boolean holds(Known known) {
            Optional<Value> answer = known.answer(question);
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
        public String words() {
            return switch (is) {
                case ANSWERED -> question + " was answered";
                case SAME -> question + " is " + values.get(0);
                case IN -> question + " is " + String.join(" or ", values);
                case AT_LEAST -> question + " is at least " + values.get(0);
                case AT_MOST -> question + " is at most " + values.get(0);
            };
        }

        @Override
        public Map<String, Object> json() {
            if (is == Is.ANSWERED) {
                return Map.of("answered", question);
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("answer", question);
            json.put(is.word(), is == Is.IN ? values : is == Is.SAME ? values.get(0) : new BigDecimal(values.get(0)));
            return json;
        }
    }

    /** Looks at a variable that was given at the start. */
    record OnVariable(String name, List<String> values) implements Condition {
        /** Keeps the list as it is now. */
        public OnVariable {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Known known) {
            return known.variable(name).filter(values::contains).isPresent();
        }

        @Override
        public String words() {
            return name + " is " + String.join(" or ", values);
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("variable", name);
            json.put("in", values);
            return json;
        }
    }

    /** The language that is spoken is this one, or a region's of it. */
    record SpokenIn(String language) implements Condition {
        @Override
        public boolean holds(Known known) {
            return known.language().equals(language) || known.language().startsWith(language + "-");
        }

        @Override
        public String words() {
            return "in " + language;
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("language", language);
        }
    }

    /** The person is talked to by the channel of this name. */
    record TalkedBy(String channel) implements Condition {
        @Override
        public boolean holds(Known known) {
            return known.channel().equals(channel);
        }

        @Override
        public String words() {
            return channel.equals(Medium.VOICE.channel()) ? "by call" : "by " + channel;
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("channel", channel);
        }
    }

    /** Each of several holds; with none, it holds always. */
    record All(List<Condition> conditions) implements Condition {
        /** Holds always. */
        public static final All OF_NONE = new All(List.of());

        /** Keeps the list as it is now. */
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Known known) {
            for (Condition condition : conditions) {
                if (!condition.holds(known)) {
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
        public String words() {
            return wordsOf(conditions, " and ");
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("all", jsonOf(conditions));
        }
    }

    /** One of several holds. */
    record Any(List<Condition> conditions) implements Condition {
        /** Keeps the list as it is now. */
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Known known) {
            return conditions.stream().anyMatch(condition -> condition.holds(known));
        }

        @Override
        public Set<String> questions() {
            return questionsOf(conditions);
        }

        @Override
        public String words() {
            return wordsOf(conditions, " or ");
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("any", jsonOf(conditions));
        }
    }

    /** Another does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Known known) {
            return !condition.holds(known);
        }

        @Override
        public Set<String> questions() {
            return condition.questions();
        }

        @Override
        public String words() {
            return "not (" + condition.words() + ")";
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("not", condition.json());
        }
    }

    private static Set<String> questionsOf(List<Condition> conditions) {
        Set<String> questions = new TreeSet<>();
        conditions.forEach(condition -> questions.addAll(condition.questions()));
        return questions;
    }

    private static List<Object> jsonOf(List<Condition> conditions) {
        List<Object> json = new ArrayList<>();
        conditions.forEach(condition -> json.add(condition.json()));
        return json;
    }

    private static String wordsOf(List<Condition> conditions, String between) {
        return conditions.stream()
                .map(condition -> conditions.size() > 1 && (condition instanceof All || condition instanceof Any)
                        ? "(" + condition.words() + ")"
                        : condition.words())
                .collect(Collectors.joining(between));
    }
}
