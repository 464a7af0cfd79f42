package dev.parlance.survey.pages.chart;

/** Where a chart is shown, which decides its colours. */
public enum ChartColors {
    /** In a page with the design system: its CSS variables, so that the chart follows the theme. */
    PAGE,
    /** Alone, on white. */
    LIGHT,
    /** Alone, on a dark ground. */
    DARK
}
