package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides whether a question is asked or a jump is taken. In {@code survey.json}:
 *
 * <pre>
 * {"answer": "recommend", "atMost": 6}
 * {"answer": "arrival", "lessThan": {"answer": "departure"}}
 * {"all": [{"answer": "drink", "in": ["tea", "coffee"]}, {"not": {"language": "es"}}]}
 * </pre>
 */
public sealed interface Condition
        permits Comparison,
                Condition.InGroup,
                Condition.OnLanguage,
                Condition.OnChannel,
                Condition.All,
                Condition.Any,
                Condition.Not {
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
    static Comparison answer(String question) {
        return new Comparison(Operand.answer(question), Comparison.Is.ANSWERED, List.of());
    }

    /** Starts a condition on a variable of the invitation. */
    static Comparison variable(String name) {
        return new Comparison(Operand.variable(name), Comparison.Is.ANSWERED, List.of());
    }

    /** Starts a condition on a field of the person's contact. Without a comparison, it holds if the field is known. */
    static Comparison contact(String field) {
        return new Comparison(Operand.contact(field), Comparison.Is.ANSWERED, List.of());
    }

    /**
     * Starts a condition on an answer in another survey, in the newest run that the person has completed. Without a comparison, it
     * holds if there is one.
     */
    static Comparison answerIn(String survey, String question) {
        return new Comparison(Operand.answerIn(survey, question), Comparison.Is.ANSWERED, List.of());
    }

    /** Starts a condition on the day in the person's time zone. */
    static Comparison today() {
        return new Comparison(Operand.daysFromToday(0), Comparison.Is.ANSWERED, List.of());
    }

    /** Starts a condition on the time of day in the person's time zone. */
    static Comparison timeOfDay() {
        return new Comparison(Operand.minutesFromNow(0), Comparison.Is.ANSWERED, List.of());
    }

    /** Holds if the person's contact is in this group. */
    record InGroup(String group) implements Condition {
        @Override
        public boolean holds(ConditionContext context) {
            return context.isInGroup(group);
        }

        @Override
        public String description() {
            return "in group " + group;
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("inGroup", group);
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
