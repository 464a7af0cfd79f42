package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A result with only the template's fields, formatted like {@code JSON.stringify(result, null, 4)}. */
final class TemplateJson {
    private static final List<String> FIELDS = List.of(
            "surveyTo",
            "questions",
            "surveyMedium",
            "surveyStarted",
            "surveyStatus",
            "currentState",
            "questionIndex",
            "languageSet",
            "surveyCompleted");
    private static final List<String> ANSWER = List.of("answer", "answerConfidence");
    private static final DefaultIndenter FOUR_BLANKS = new DefaultIndenter("    ", "\n");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(FOUR_BLANKS)
            .withArrayIndenter(FOUR_BLANKS));

    private TemplateJson() {}

    static String of(JsonNode result) {
        ObjectNode json = JSON.createObjectNode();
        copy(FIELDS, result, json);
        ArrayNode questions = json.putArray("questions");
        for (JsonNode question : result.path("questions")) {
            if (question.isObject()) {
                copy(ANSWER, question, questions.addObject());
            } else {
                questions.addNull();
            }
        }
        try {
            return WRITER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Could not write JSON", e);
        }
    }

    private static void copy(List<String> names, JsonNode from, ObjectNode to) {
        for (String name : names) {
            if (from.has(name)) {
                to.set(name, from.get(name));
            }
        }
    }
}
