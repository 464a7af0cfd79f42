package dev.parlance.survey.pages.chart;

/**
 * What every chart has.
 *
 * @param title the accessible name
 * @param description what the chart shows, in a sentence
 * @param width the width in pixels; the height follows from the content
 */
public record Frame(String title, String description, int width, ChartColors colors) {
    /** The least and the greatest width. */
    public static final int MIN_WIDTH = 260;

    public static final int MAX_WIDTH = 1600;

    /** Keeps the width within its limits. */
    public Frame {
        width = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));
    }

    /** Whether labels are above their bars instead of beside them. */
    boolean isNarrow() {
        return width < 460;
    }
}
