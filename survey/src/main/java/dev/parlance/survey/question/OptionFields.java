package dev.parlance.survey.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a question with options in {@code survey.json}: its own options, and those that it shares. */
final class OptionFields {
    /** The order of the options, as a property of a JSON Schema. */
    static final String ORDER = """
            "order": {"enum": ["given", "random"], "default": "given", "description": "The order of the options. Questions with the same scale have the same one."}""";

    /** What a JSON Schema demands of the options. */
    static final String RULES = """
            {
              "if": {"not": {"anyOf": [{"required": ["scale"]}, {"required": ["optionsFrom"]}]}},
              "then": {"required": ["options"], "properties": {"options": {"minItems": 2}}},
              "not": {"required": ["scale", "optionsFrom"]}
            }""";

    private static final String ONE_OPTION = """
            , "items": {"properties": {"exclusive": {"const": false}}}""";
    private static final String PROPERTIES = """
            "options": {"$ref": "#/$defs/options", "maxItems": %d%s},
            "scale": {"type": "string", "description": "The scale with the question's options."},
            "optionsFrom": {
              "type": "object",
              "required": ["answer"],
              "additionalProperties": false,
              "description": "Offers options of an earlier question, before the question's own.",
              "properties": {
                "answer": {"$ref": "#/$defs/reference", "description": "The earlier question."},
                "chosen": {
                  "type": "boolean",
                  "default": true,
                  "description": "Whether to offer the options that were chosen there, or those that were not."
                }
              }
            }""";

    private OptionFields() {}

    /** The options of which one is chosen, as properties of a JSON Schema. */
    static String one() {
        return PROPERTIES.formatted(ChoiceQuestion.MOST_OPTIONS, ONE_OPTION);
    }

    /** The options that can be combined, as properties of a JSON Schema. */
    static String several(int mostOptions) {
        return PROPERTIES.formatted(mostOptions, "");
    }

    /**
     * Reads a question that lets choose any number of the options.
     *
     * @param isSeveral whether options can be combined
     * @param mostOptions the most options of its own
     */
    static ChoiceQuestion read(Fields fields, QuestionSettings settings, boolean isSeveral, int mostOptions) {
        List<Option> options = OptionReader.read(fields, isSeveral);
        int count = fields.node("options").size();
        if (count > mostOptions) {
            fields.problem(
                    "options", "has " + count + " options, but a text message has room for at most " + mostOptions);
        }
        Optional<SharedOptions> shared = shared(fields);
        if (shared.isEmpty() && count < 2) {
            fields.problem("options", "needs at least two options");
        }
        int all = shared.isPresent() ? ChoiceQuestion.MOST_OPTIONS : Math.max(1, options.size());
        return new ChoiceQuestion(settings, options, 1, isSeveral ? all : 1, false, shared);
    }

    /** Whether the options, or other things that are asked, come in a random order. */
    static boolean isShuffled(Fields fields) {
        return fields.oneOf("order", "given", "random").equals("random");
    }

    private static Optional<SharedOptions> shared(Fields fields) {
        Optional<SharedOptions> scale = fields.text("scale").map(SharedOptions::scale);
        if (!fields.has("optionsFrom")) {
            return scale;
        }
        if (scale.isPresent()) {
            fields.problem("optionsFrom", "can't be combined with \"scale\"");
        }
        Fields from = fields.object("optionsFrom");
        String question = from.required("answer");
        boolean isChosen = !from.has("chosen") || from.flag("chosen");
        from.done();
        return Optional.of(isChosen ? SharedOptions.chosenIn(question) : SharedOptions.notChosenIn(question));
    }

    /** The fields of the options and their order. */
    static Map<String, Object> toJson(ChoiceQuestion choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        choice.shared().ifPresent(some -> json.putAll(some.toJson()));
        if (!choice.own().isEmpty()) {
            json.put("options", choice.own().stream().map(Option::toJson).toList());
        }
        if (choice.shuffled()) {
            json.put("order", "random");
        }
        return json;
    }
}
