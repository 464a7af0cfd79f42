package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several items with one scale, asked one after the other and shown as one table in results.
 *
 * <pre>{@code
 * Question.matrix(Question.rating("service", 1, 5), "speed", "taste").shuffle();
 * }</pre>
 *
 * <p>The prompt {@code service} asks each item; its placeholder <code>{item}</code> is the prompt {@code service.speed}. Each item is
 * a question of its own, with the name {@code service.speed}.
 *
 * @param scale what is asked of each item, with the settings of the matrix
 * @param items the items
 * @param shuffled whether each respondent gets the items in a different random order
 */
public record Matrix(Question scale, List<Item> items, boolean shuffled) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("matrix", Matrix::read)
            .schema("{" + OptionFields.one() + """
                    , "items": {
                      "type": "array",
                      "minItems": 1,
                      "maxItems": 100,
                      "examples": [["speed", "taste"]],
                      "description": "What is asked about with the same scale, one after the other. The item speed of the matrix service has the prompt service.speed.",
                      "items": {
                        "anyOf": [
                          {"$ref": "#/$defs/id"},
                          {
                            "type": "object",
                            "required": ["id"],
                            "additionalProperties": false,
                            "properties": {
                              "id": {"$ref": "#/$defs/id", "description": "The item's name."},
                              "when": {"$ref": "#/$defs/condition", "description": "The condition under which the item is asked. Default: always."}
                            }
                          }
                        ]
                      }
                    },
                    "order": {"enum": ["given", "random"], "default": "given", "description": "The order of the items."},
                    "least": {"type": "number", "examples": [1], "description": "The least valid number, if the scale is a rating."},
                    "most": {"type": "number", "examples": [5], "description": "The greatest valid number, if the scale is a rating."},
                    "decimals": {"type": "integer", "minimum": 0, "maximum": 10, "default": 0, "description": "The most decimal places of a rating."}}""")
            .rules("""
                    {
                      "required": ["items"],
                      "if": {"anyOf": [{"required": ["least"]}, {"required": ["most"]}]},
                      "then": {"required": ["least", "most"], "properties": {"options": false, "scale": false, "optionsFrom": false}},
                      "else": {"properties": {"decimals": false}, "allOf": [RULES]}
                    }""".replace("RULES", OptionFields.RULES));

    /** The most items. */
    public static final int MOST_ITEMS = 100;

    /**
     * An item.
     *
     * @param id the last part of its name and of its prompt's key
     * @param when the condition under which it is asked
     */
    public record Item(String id, Condition when) {
        /** An item that is always asked. */
        public static Item of(String id) {
            return new Item(id, Condition.All.ALWAYS);
        }

        /** Returns a copy that is asked only if the condition holds. */
        public Item when(Condition condition) {
            return new Item(id, condition);
        }

        private Object toJson() {
            return when.equals(Condition.All.ALWAYS) ? id : Map.of("id", id, "when", when.toJson());
        }
    }

    /** Copies the list. */
    public Matrix {
        items = List.copyOf(items);
    }

    static Matrix of(Question scale, String... items) {
        return new Matrix(scale, Arrays.stream(items).map(Item::of).toList(), false);
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        List<Item> items = new ArrayList<>();
        for (Fields item : fields.objects("items", "id")) {
            items.add(new Item(item.name("id"), item.condition("when")));
            item.done();
        }
        int count = fields.node("items").size();
        if (count < 1 || count > MOST_ITEMS) {
            fields.problem("items", "needs 1 to " + MOST_ITEMS + " items, not " + count);
        }
        return new Matrix(scale(fields, settings), items, OptionFields.isShuffled(fields));
    }

    private static Question scale(Fields fields, QuestionSettings settings) {
        boolean hasOptions = fields.has("options") || fields.has("scale") || fields.has("optionsFrom");
        boolean hasNumbers = fields.has("least") || fields.has("most");
        if (hasOptions == hasNumbers) {
            fields.problem("", "needs either \"scale\", \"options\" or \"optionsFrom\", or \"least\" and \"most\"");
            return new ChoiceQuestion(settings, List.of(), 1, 1, false, Optional.empty());
        }
        return hasNumbers
                ? NumberQuestion.RATING_KIND.read(fields, settings)
                : OptionFields.read(fields, settings, false, ChoiceQuestion.MOST_OPTIONS);
    }

    /** Returns a copy with more items. */
    public Matrix and(Item... more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(List.of(more));
        return new Matrix(scale, all, shuffled);
    }

    /** Returns a copy that asks the items in a random order for each respondent. */
    public Matrix shuffle() {
        return new Matrix(scale, items, true);
    }

    /** A question for each item, in the given order. */
    public List<Question> questions() {
        return items.stream().map(this::question).toList();
    }

    private Question question(Item item) {
        QuestionSettings all = settings();
        return scale.withSettings(new QuestionSettings(
                nameOf(item), all.prompt(), item.when(), List.of(), all.optional(), all.attempts()));
    }

    /** The name of an item's question: {@code service.speed}. */
    public String nameOf(Item item) {
        return id() + "." + item.id();
    }

    /** The key of the prompt that names an item, or asks for it in its own words. */
    public String promptOf(Item item) {
        return settings().prompt() + "." + item.id();
    }

    /** The item with this question; empty for any other question. */
    public Optional<Item> item(String question) {
        return items.stream().filter(item -> nameOf(item).equals(question)).findFirst();
    }

    @Override
    public QuestionSettings settings() {
        return scale.settings();
    }

    @Override
    public Matrix withSettings(QuestionSettings newSettings) {
        return new Matrix(scale.withSettings(newSettings), items, shuffled);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    /** The answers to each item. */
    @Override
    public AnswerType answers() {
        return scale.answers();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("items", items.stream().map(Item::toJson).toList());
        details.putAll(scale.details());
        if (shuffled) {
            details.put("order", "random");
        }
        return details;
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return scale.read(input, context);
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return scale.expects(context);
    }
}
