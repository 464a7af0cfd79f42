package dev.parlance.survey.pages.chart;

/** A chart that can be drawn in any width and colours. */
public interface Chart {
    /** Draws the chart as an SVG document. */
    String svg(Frame frame);
}
