package dev.parlance.editor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a survey names a question: in conditions, jumps and calculations, and in the placeholders of its texts. */
final class References {
    private static final Set<String> FIELDS = Set.of("answer", "answered", "to", "next", "then", "of", "forEach");
    /** Lists of values, of which a text is the name of a question. */
    private static final Set<String> LISTS =
            Set.of("sum", "mean", "product", "least", "greatest", "count", "difference", "quotient", "first");

    private References() {}

    /** The places, as JSON pointers. */
    static List<String> to(String id, JsonNode survey) {
        List<String> places = new ArrayList<>();
        collect(id, survey, "", places);
        return places;
    }

    private static void collect(String id, JsonNode node, String place, List<String> places) {
        node.properties().forEach(member -> {
            String at = place + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            JsonNode value = member.getValue();
            boolean isOfOtherSurvey = node.has("survey");
            boolean isValueToSet =
                    node.path("kind").asText().equals("set") && member.getKey().equals("to");
            if (FIELDS.contains(member.getKey()) && names(value, id) && !isOfOtherSurvey && !isValueToSet) {
                places.add(at);
            } else if (LISTS.contains(member.getKey()) && value.isArray()) {
                elements(id, value, at, places);
            } else {
                collect(id, value, at, places);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(id, node.get(i), place + "/" + i, places);
        }
    }

    private static void elements(String id, JsonNode list, String place, List<String> places) {
        for (int i = 0; i < list.size(); i++) {
            if (names(list.get(i), id)) {
                places.add(place + "/" + i);
            } else {
                collect(id, list.get(i), place + "/" + i, places);
            }
        }
    }

    /** A reference is the name of a question, or of an item of a matrix such as {@code service.speed}. */
    private static boolean names(JsonNode value, String id) {
        return value.isTextual()
                && (value.textValue().equals(id) || value.textValue().startsWith(id + "."));
    }

    static String renamed(String reference, String old, String id) {
        return id + reference.substring(old.length());
    }

    /** A text with the placeholders of the question under its new name. */
    static String inText(String text, String old, String id) {
        return Pattern.compile("\\{" + Pattern.quote(old) + "(?=[},.])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement("{" + id));
    }
}
