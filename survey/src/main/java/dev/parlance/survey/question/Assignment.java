package dev.parlance.survey.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Assigns each person to one arm of an experiment, once and for all. In {@code survey.json}:
 *
 * <pre>
 * {"id": "arm", "kind": "assign", "arms": ["short", "long"]}
 * {"id": "arm", "kind": "assign", "arms": {"short": 2, "long": 1}, "balanced": true}
 * </pre>
 *
 * <p>The arm is an answer like any other: conditions compare it, and the prompt {@code arm.short} says it in the words of a
 * language.
 *
 * @param arms the arms, each with its weight
 * @param balanced whether the numbers of people in the arms are kept in proportion to the weights; otherwise the arm is drawn
 */
public record Assignment(QuestionSettings settings, Map<String, Integer> arms, boolean balanced) implements Automatic {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND =
            QuestionKind.of("assign", Assignment::read).schema("""
            {
              "arms": {
                "description": "The arms of an experiment, or each arm with its weight.",
                "anyOf": [
                  {"type": "array", "minItems": 2, "maxItems": 50, "uniqueItems": true, "items": {"$ref": "#/$defs/id"}},
                  {
                    "type": "object",
                    "minProperties": 2,
                    "maxProperties": 50,
                    "propertyNames": {"$ref": "#/$defs/id"},
                    "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 1000}
                  }
                ]
              },
              "balanced": {
                "type": "boolean",
                "default": false,
                "description": "Whether the arms are kept equal, or in proportion to their weights, among people in the same quotas."
              }
            }""").rules("{\"required\": [\"arms\"]}");

    private static final int MOST_ARMS = 50;
    private static final int MOST_WEIGHT = 1_000;

    /** Copies the map, and keeps its order. */
    public Assignment {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /** Assigns people to arms of equal weight. */
    public static Assignment of(String id, String... arms) {
        return new Assignment(QuestionSettings.of(id), equal(List.of(arms)), false);
    }

    /** Returns a copy that keeps the arms balanced. */
    public Assignment asBalanced() {
        return new Assignment(settings, arms, true);
    }

    private static Map<String, Integer> equal(List<String> arms) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        arms.forEach(arm -> weights.put(arm, 1));
        return weights;
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        Map<String, Integer> arms = arms(fields);
        if (arms.size() < 2 || arms.size() > MOST_ARMS) {
            fields.problem("arms", "needs 2 to " + MOST_ARMS + " arms");
        }
        for (String arm : arms.keySet()) {
            if (!Fields.isName(arm)) {
                fields.problem(
                        "arms",
                        "has the arm \"" + arm + "\"; use letters, digits and underscores, starting with a letter");
            }
        }
        return new Assignment(settings, arms, fields.flag("balanced"));
    }

    private static Map<String, Integer> arms(Fields fields) {
        JsonNode given = fields.node("arms");
        if (given.isObject()) {
            Fields weights = fields.object("arms");
            Map<String, Integer> arms = new LinkedHashMap<>();
            weights.names().forEach(arm -> arms.put(arm, weights.integer(arm, 1, MOST_WEIGHT, 1)));
            weights.done();
            return arms;
        }
        List<String> names = fields.texts("arms");
        if (Set.copyOf(names).size() < names.size()) {
            fields.problem("arms", "lists an arm twice");
        }
        return equal(names);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public Assignment withSettings(QuestionSettings newSettings) {
        return new Assignment(newSettings, arms, balanced);
    }

    @Override
    public Map<String, Object> details() {
        boolean isEqual = arms.values().stream().allMatch(weight -> weight == 1);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("arms", isEqual ? List.copyOf(arms.keySet()) : arms);
        if (balanced) {
            details.put("balanced", true);
        }
        return details;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Options(List.copyOf(arms.keySet()), 1);
    }

    /** Draws an arm. The same person always gets the same one. */
    @Override
    public Optional<Value> answer(ConditionContext known) {
        long total = arms.values().stream().mapToLong(Integer::longValue).sum();
        long rest = Math.floorMod(known.draw(id()), Math.max(1, total));
        for (Map.Entry<String, Integer> arm : arms.entrySet()) {
            rest -= arm.getValue();
            if (rest < 0) {
                return Optional.of(Value.of(arm.getKey()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> questions() {
        return Set.of();
    }
}
