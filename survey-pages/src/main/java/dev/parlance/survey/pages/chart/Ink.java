package dev.parlance.survey.pages.chart;

/** The colours of charts: those of the design system, by the name of their CSS variable. */
enum Ink {
    TEXT("ink", "#15181e", "#eceef2"),
    SOFT("ink-soft", "#444b59", "#bcc2cd"),
    FAINT("ink-faint", "#606776", "#98a0af"),
    LINE("line", "#e1e4ea", "#2a2f38"),
    SUNKEN("sunken", "#eef0f3", "#1d2128"),
    SURFACE("surface", "#ffffff", "#16191f"),
    BLUE("chart-1", "#2458d8", "#84a6ff"),
    TEAL("chart-2", "#0d857a", "#4fd0c0"),
    GREY("chart-8", "#6a7180", "#a4acba"),
    LOWEST("diverging-low-2", "#bf4037", "#f0837a"),
    LOW("diverging-low-1", "#e6a29b", "#93524d"),
    MIDDLE("diverging-middle", "#c5cad3", "#4a515e"),
    HIGH("diverging-high-1", "#8fc7a6", "#3f7a56"),
    HIGHEST("diverging-high-2", "#1f8149", "#66cf91");

    private final String variable;
    private final String light;
    private final String dark;

    Ink(String variable, String light, String dark) {
        this.variable = variable;
        this.light = light;
        this.dark = dark;
    }

    String in(ChartColors colors) {
        return switch (colors) {
            case PAGE -> "var(--" + variable + ")";
            case LIGHT -> light;
            case DARK -> dark;
        };
    }

    /** The colour of a point of a scale, from bad to good. */
    static Ink ofPoint(int index, int points) {
        double place = points == 1 ? 0 : 2.0 * index / (points - 1) - 1;
        if (Math.abs(place) < 0.05) {
            return MIDDLE;
        }
        if (place < 0) {
            return place < -0.6 ? LOWEST : LOW;
        }
        return place > 0.6 ? HIGHEST : HIGH;
    }

    /** The colour of text on this colour. */
    Ink text() {
        return this == LOWEST || this == HIGHEST || this == BLUE ? SURFACE : TEXT;
    }
}
