package dev.parlance.survey.compute;

/** The fields of formulas, as the properties of a JSON Schema, and the rules for them together. */
final class FormulaSchema {
    private static final String LIST = """
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/operand"}, "examples": [["sleep", "energy"]]}""";
    private static final String NUMBERS = """
            {"type": "object", "minProperties": 1, "additionalProperties": {"type": "number"}}""";
    private static final String LIST_OR_WEIGHTS = "\"anyOf\": [" + LIST + ", " + NUMBERS + "]";
    private static final String PAIR = """
            "type": "array", "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/operand"}""";
    private static final String TOTALS = """
            {"required": ["sum"]}, {"required": ["mean"]}, {"required": ["product"]}, {"required": ["least"]},
            {"required": ["greatest"]}""";

    private static final String FIELDS =
            """
            "sum": {LIST_OR_WEIGHTS, "description": "Adds these values, or each answer times its weight."},
            "mean": {LIST_OR_WEIGHTS, "description": "The mean of these values, or of the answers with their weights."},
            "product": {LIST_OR_WEIGHTS, "description": "Multiplies these values."},
            "least": {LIST_OR_WEIGHTS, "description": "The least of these values."},
            "greatest": {LIST_OR_WEIGHTS, "description": "The greatest of these values."},
            "needs": {"type": "integer", "minimum": 1, "maximum": 10000, "description": "How many of the values must be known. Default: all."},
            "decimals": {"type": "integer", "minimum": 0, "maximum": 10, "description": "The decimal places to round to."},
            "count": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/operand"}, "description": "How many answers there are, or how many options were chosen."},
            "in": {"type": "array", "items": {"type": ["string", "number"]}, "description": "The values that count. Default: all."},
            "difference": {PAIR, "description": "The first number minus the second, or the days between two days."},
            "quotient": {PAIR, "description": "The first number divided by the second."},
            "yearsSince": {"$ref": "#/$defs/operand", "description": "The whole years since this day, such as an age."},
            "monthsSince": {"$ref": "#/$defs/operand", "description": "The whole months since this day."},
            "daysSince": {"$ref": "#/$defs/operand", "description": "The days since this day."},
            "of": {"$ref": "#/$defs/operand", "description": "The value that bands, points or part apply to."},
            "bands": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "number"}, "examples": [{"low": 0, "high": 10}], "description": "The bands, each with the number where it starts, in rising order."},
            "points": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "number"}, "examples": [{"never": 0, "often": 3}], "description": "The points of each option."},
            "part": {"type": "string", "description": "The option whose share to take."},
            "first": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/operand"}, "description": "The first of these values that is known."},
            "text": {"type": "string", "description": "A text with answers in braces, such as {city}."},
            "cases": {
              "type": "array",
              "minItems": 1,
              "description": "The value of the first case whose condition holds.",
              "items": {
                "type": "object",
                "required": ["value"],
                "additionalProperties": false,
                "properties": {
                  "when": {"$ref": "#/$defs/condition", "description": "The condition. Default: always."},
                  "value": {"$ref": "#/$defs/operand", "description": "The value in this case."}
                }
              }
            }""".replace("LIST_OR_WEIGHTS", LIST_OR_WEIGHTS).replace("PAIR", PAIR);

    private static final String KINDS = """
            TOTALS, {"required": ["count"]}, {"required": ["difference"]}, {"required": ["quotient"]},
            {"required": ["yearsSince"]}, {"required": ["monthsSince"]}, {"required": ["daysSince"]},
            {"required": ["bands"]}, {"required": ["points"]}, {"required": ["part"]}, {"required": ["first"]},
            {"required": ["cases"]}, {"required": ["text"]}""".replace("TOTALS", TOTALS);
    private static final String DEPENDENT = """
            "dependentSchemas": {
              "needs": {"anyOf": [TOTALS]},
              "decimals": {"anyOf": [TOTALS, {"required": ["quotient"]}]},
              "in": {"required": ["count"]},
              "of": {"anyOf": [{"required": ["bands"]}, {"required": ["points"]}, {"required": ["part"]}]}
            },
            "dependentRequired": {"bands": ["of"], "points": ["of"], "part": ["of"]MORE}""".replace("TOTALS", TOTALS);

    /** The fields of a compute. */
    static final String PROPERTIES = """
            {
              FIELDS,
              "value": {"$ref": "#/$defs/operand", "description": "The value as it is, such as a field of the contact."},
              "type": {"enum": ["text", "number", "date"], "default": "text", "description": "What the value is."}
            }""".replace("FIELDS", FIELDS);

    static final String RULES =
            """
            {"oneOf": [KINDS, {"required": ["value"]}], DEPENDENT}""".replace("KINDS", KINDS).replace("DEPENDENT", DEPENDENT.replace("MORE", ", \"type\": [\"value\"]"));

    /** A formula as the value of a field, where a value as it is needs none. */
    static final String OBJECT = """
            {"type": "object", "additionalProperties": false, "oneOf": [KINDS], DEPENDENT, "properties": {FIELDS}}""".replace("KINDS", KINDS)
            .replace("DEPENDENT", DEPENDENT.replace("MORE", ""))
            .replace("FIELDS", FIELDS);

    private FormulaSchema() {}
}
