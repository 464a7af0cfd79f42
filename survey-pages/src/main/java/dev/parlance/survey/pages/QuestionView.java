package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.NoAnswer;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.pages.chart.Amount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as the page shows it, or a whole matrix.
 *
 * @param parts the figures: one, or those of each item
 * @param facts names and values, such as the mean
 */
record QuestionView(
        String id, String text, String kind, List<QuestionFigures> parts, Optional<Figure> figure, List<Fact> facts) {
    QuestionView {
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
    }

    /** A name and a value. */
    record Fact(String name, String value) {}

    int answered() {
        return parts.stream().mapToInt(part -> part.responses().answered()).sum();
    }

    /** @param hasTexts whether people answer it in their own words */
    void writeTo(ObjectNode json, int width, boolean hasTexts) {
        json.put("id", id)
                .put("text", text)
                .put("kindName", Labels.kind(kind))
                .put("answered", answered())
                .put("isCurrent", parts.isEmpty() || parts.get(0).isCurrent())
                .put("canSplit", figure.isPresent())
                .put("hasTexts", hasTexts);
        figure.ifPresent(each -> {
            each.writeTo(json.putObject("figure"), width);
            each.writeShares(json.putArray("shares"));
        });
        ArrayNode lines = json.putArray("facts");
        facts.forEach(fact -> lines.addArray().add(fact.name()).add(fact.value()));
        writeResponses(json.putArray("responses"));
    }

    private void writeResponses(ArrayNode json) {
        int asked = parts.stream().mapToInt(part -> part.responses().asked()).sum();
        Map<NoAnswer, Integer> reasons = new EnumMap<>(NoAnswer.class);
        for (QuestionFigures part : parts) {
            part.responses().unanswered().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
        }
        line(json, "Asked", asked, true);
        line(json, "Answered", answered(), true);
        reasons.forEach((reason, count) -> {
            if (count > 0) {
                line(json, Labels.reason(reason), count, false);
            }
        });
    }

    private static void line(ArrayNode json, String name, int count, boolean isTotal) {
        json.addArray().add(name).add(Amount.count(count)).add(isTotal);
    }
}
