package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.pages.chart.ChartColors;
import java.util.Optional;

/**
 * The charts of the results page as SVG, for reports and mails.
 *
 * <pre>{@code
 * QuestionFigures figures = surveys.results().analysis(ResultFilter.ALL, zone).question("taste").figures();
 * Charts.of(survey).withWidth(800).svg(figures);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Charts {
    private static final int DEFAULT_WIDTH = 640;

    private final FigureMaker figures;
    private final int width;
    private final ChartColors colors;

    private Charts(FigureMaker figures, int width, ChartColors colors) {
        this.figures = figures;
        this.width = width;
        this.colors = colors;
    }

    /** Charts of a survey's questions, with its own texts, 640 pixels wide, on white. */
    public static Charts of(Survey survey) {
        return new Charts(new FigureMaker(new Labels(survey)), DEFAULT_WIDTH, ChartColors.LIGHT);
    }

    /** Returns a copy that draws in this width in pixels, from 260 to 1,600. */
    public Charts withWidth(int pixels) {
        return new Charts(figures, pixels, colors);
    }

    /** Returns a copy that draws on a dark ground. */
    public Charts onDark() {
        return new Charts(figures, width, ChartColors.DARK);
    }

    /** The chart that fits the question; empty if its answers are not counted, such as texts. */
    public Optional<String> svg(QuestionFigures question) {
        return figures.of(question).map(figure -> figure.svg(width, colors));
    }
}
