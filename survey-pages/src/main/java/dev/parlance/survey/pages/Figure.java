package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Estimate;
import dev.parlance.survey.pages.chart.Chart;
import dev.parlance.survey.pages.chart.ChartColors;
import dev.parlance.survey.pages.chart.Frame;
import java.util.List;

/**
 * A chart with what belongs to it.
 *
 * @param title the accessible name
 * @param description what it shows, in a sentence
 * @param shares the shares of the answers, to compare those of two filters
 */
record Figure(String title, String description, Chart chart, DataTable table, List<Share> shares) {
    Figure {
        shares = List.copyOf(shares);
    }

    record Share(String label, Estimate estimate) {}

    String svg(int width, ChartColors colors) {
        return chart.svg(new Frame(title, description, width, colors));
    }

    void writeTo(ObjectNode json, int width) {
        json.put("svg", svg(width, ChartColors.PAGE));
        table.writeTo(json.putObject("table"));
    }

    void writeShares(ArrayNode json) {
        for (Share share : shares) {
            json.addObject()
                    .put("label", share.label())
                    .put("share", share.estimate().value())
                    .put("low", share.estimate().low())
                    .put("high", share.estimate().high());
        }
    }
}
