package dev.parlance.survey.compute;

/** The fields of formulas, as the properties of a JSON Schema. */
final class FormulaSchema {
    private static final String LIST =
            "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"$ref\": \"#/$defs/operand\"}}";
    private static final String PAIR =
            "{\"type\": \"array\", \"minItems\": 2, \"maxItems\": 2, \"items\": {\"$ref\": \"#/$defs/operand\"}}";
    private static final String NUMBERS =
            "{\"type\": \"object\", \"minProperties\": 1, \"additionalProperties\": {\"type\": \"number\"}}";
    private static final String OPERAND = "{\"$ref\": \"#/$defs/operand\"}";

    private static final String FIELDS = "\"sum\": {\"anyOf\": [" + LIST + ", " + NUMBERS + "]},"
            + "\"mean\": {\"anyOf\": [" + LIST + ", " + NUMBERS + "]},"
            + "\"product\": {\"anyOf\": [" + LIST + ", " + NUMBERS + "]},"
            + "\"least\": {\"anyOf\": [" + LIST + ", {\"type\": \"number\"}, " + NUMBERS + "]},"
            + "\"greatest\": {\"anyOf\": [" + LIST + ", " + NUMBERS + "]},"
            + "\"needs\": {\"type\": \"integer\", \"minimum\": 1},"
            + "\"decimals\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 10},"
            + "\"count\": " + LIST + ","
            + "\"in\": {\"type\": \"array\", \"items\": {\"type\": [\"string\", \"number\"]}},"
            + "\"difference\": " + PAIR + ","
            + "\"quotient\": " + PAIR + ","
            + "\"yearsSince\": " + OPERAND + ","
            + "\"monthsSince\": " + OPERAND + ","
            + "\"daysSince\": " + OPERAND + ","
            + "\"of\": " + OPERAND + ","
            + "\"bands\": " + NUMBERS + ","
            + "\"points\": " + NUMBERS + ","
            + "\"part\": {\"type\": \"string\"},"
            + "\"first\": " + LIST + ","
            + "\"text\": {\"type\": \"string\"},"
            + "\"cases\": {\"type\": \"array\", \"minItems\": 1, \"items\": {"
            + "\"type\": \"object\", \"required\": [\"value\"], \"additionalProperties\": false, \"properties\": {"
            + "\"when\": {\"$ref\": \"#/$defs/condition\"}, \"value\": " + OPERAND + "}}}";

    /** The fields of a compute. */
    static final String TEXT = "{" + FIELDS + ", \"value\": " + OPERAND
            + ", \"type\": {\"enum\": [\"text\", \"number\", \"date\"], \"default\": \"text\"}}";

    /** The same, where a value as it is needs no formula. */
    static final String WITHOUT_VALUE = "{" + FIELDS + "}";

    private FormulaSchema() {}
}
