package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.PeriodFigures;
import dev.parlance.survey.analysis.QuestionAnalysis;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.analysis.TextAnswers;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.pages.chart.Amount;
import dev.parlance.survey.pages.chart.ChartColors;
import dev.parlance.survey.results.Results;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The JSON that the page shows. */
final class ResultsData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LATEST = 20;
    private static final int DEFAULT_WIDTH = 640;
    private static final int DEFAULT_PAGE = 10;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_OFFSET = 20_000;

    private final Survey survey;
    private final Results results;
    private final PageOptions options;
    private final Labels labels;
    private final QuestionViews views;
    private final FirstReading reading;

    ResultsData(Survey survey, Results results, PageOptions options) {
        this.survey = survey;
        this.results = results;
        this.options = options;
        this.labels = new Labels(survey);
        this.views = new QuestionViews(survey, labels);
        this.reading = new FirstReading(results);
    }

    private Analysis analysis(ResultsRequest request) {
        return results.analysis(request.filter(), options.zone());
    }

    /** Everything that the page shows at first. */
    String page(ResultsRequest request) {
        Optional<AnalysisProgress> progress = reading.progress();
        if (progress.isPresent()) {
            ObjectNode json = JSON.createObjectNode();
            FirstReading.write(progress.get(), json);
            return json.toString();
        }
        Analysis analysis = analysis(request);
        int width = request.number("width", DEFAULT_WIDTH, 2_000);
        int wide = request.number("wide", width, 2_000);
        ObjectNode json = JSON.createObjectNode();
        json.putObject("survey")
                .put("name", survey.name())
                .put("revision", survey.revision().substring(0, 8));
        abilities(request, json.putObject("abilities"));
        choices(analysis, json);
        locked(request, json.putArray("locked"));
        OverviewJson.write(analysis.overview(), json.putObject("overview"));
        DaysFigure.of(analysis, unit(request)).writeTo(json.putObject("days"), wide);
        FunnelFigure funnel = new FunnelFigure(labels, analysis.dropOff());
        if (!funnel.isEmpty()) {
            ObjectNode each = json.putObject("funnel").put("left", funnel.left());
            funnel.figure().writeTo(each.putObject("figure"), wide);
        }
        List<QuestionView> questions = views.all(analysis);
        ArrayNode list = json.putArray("questions");
        questions.forEach(
                question -> question.writeTo(list.addObject(), width, request.canRead() && hasTexts(question.id())));
        json.put("version", questions.stream().mapToInt(QuestionView::answered).sum());
        ArrayNode latest = json.putArray("latest");
        ArrayNode missed = json.putArray("missed");
        if (request.canRead()) {
            ReplyJson.writeAll(labels, analysis.latest(LATEST), latest);
            MissedJson.write(labels, analysis.misunderstood(), missed);
        }
        new ExperimentsJson(survey, labels).write(analysis, json.putArray("experiments"));
        return json.toString();
    }

    private static Optional<PeriodFigures.Unit> unit(ResultsRequest request) {
        return request.find("unit").map(name -> {
            for (PeriodFigures.Unit unit : PeriodFigures.Unit.values()) {
                if (unit.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return unit;
                }
            }
            throw new SurveyException("The unit must be hour, day, week or month, not \"" + name + "\"");
        });
    }

    private boolean hasTexts(String id) {
        return survey.question(id)
                .filter(question ->
                        question.acceptsAnyText() || !question.followUps().isEmpty())
                .isPresent();
    }

    private void abilities(ResultsRequest request, ObjectNode json) {
        boolean isOwner = request.shared().isEmpty();
        json.put("exports", isOwner)
                .put("share", isOwner && options.links().isPresent())
                .put("texts", request.canRead())
                .put("charts", true)
                .put("live", isOwner && options.news().isPresent());
        named(isOwner ? options.starts() : List.of(), json.putArray("start"));
        named(isOwner ? options.menu() : List.of(), json.putArray("links"));
        ArrayNode languages = json.putArray("languages");
        survey.prompts()
                .languages()
                .forEach(language -> languages
                        .addObject()
                        .put("value", language.tag())
                        .put("label", labels.language(language.tag())));
    }

    private static void named(List<PageOptions.NamedUrl> all, ArrayNode json) {
        all.forEach(each -> json.addObject().put("label", each.label()).put("url", each.url()));
    }

    private void choices(Analysis analysis, ObjectNode json) {
        FilterChoices choices = new FilterChoices(survey, labels);
        choices.write(analysis.channels(), json.putArray("choices"));
        choices.writeQuestions(json.putArray("crossQuestions"));
    }

    private static void locked(ResultsRequest request, ArrayNode json) {
        request.shared()
                .ifPresent(shared -> ResultsRequest.parameters(shared.filter())
                        .entries()
                        .forEach(each -> json.addArray().add(each.name()).add(each.value())));
    }

    /** One question by language or channel. */
    String parts(ResultsRequest request) {
        boolean isByLanguage = request.get("by").equals("language");
        Function<QuestionAnalysis, Map<String, QuestionFigures>> by =
                isByLanguage ? QuestionAnalysis::byLanguage : QuestionAnalysis::byChannel;
        int width = request.number("width", DEFAULT_WIDTH, 2_000);
        ObjectNode json = JSON.createObjectNode();
        ArrayNode parts = json.putArray("parts");
        views.split(analysis(request), request.get("question"), by).forEach((value, view) -> {
            if (view.answered() > 0) {
                ObjectNode part = parts.addObject()
                        .put("value", value)
                        .put("label", isByLanguage ? labels.language(value) : labels.channel(value))
                        .put("answered", view.answered())
                        .put("fact", fact(view));
                view.figure().ifPresent(figure -> figure.writeTo(part.putObject("figure"), width));
            }
        });
        return json.toString();
    }

    /** The figure that says most about a part: its score or its mean. */
    private static String fact(QuestionView view) {
        if (view.parts().size() == 1 && view.parts().get(0).answers() instanceof AnswerFigures.Choices choices) {
            return choices.nps()
                    .map(nps -> "NPS " + Amount.signed(nps.score().value().doubleValue()))
                    .or(() -> choices.numbers()
                            .map(numbers ->
                                    "mean " + Amount.decimal(numbers.mean().doubleValue(), 2)))
                    .orElse("");
        }
        return "";
    }

    /** The answers to two questions together. */
    String cross(ResultsRequest request) {
        ObjectNode json = JSON.createObjectNode();
        CrossJson.write(labels, analysis(request).crossTable(request.get("rows"), request.get("columns")), json);
        return json.toString();
    }

    /** What people wrote. */
    String texts(ResultsRequest request) {
        TextAnswers texts = analysis(request)
                .texts(
                        request.get("question"),
                        request.get("search"),
                        request.number("offset", 0, MOST_OFFSET),
                        request.number("limit", DEFAULT_PAGE, MOST_TEXTS));
        ObjectNode json = JSON.createObjectNode().put("total", texts.total()).put("searched", texts.searched());
        ReplyJson.writeAll(labels, texts.page(), json.putArray("page"));
        return json.toString();
    }

    /** What people who left said last. */
    String left(ResultsRequest request) {
        Analysis analysis = analysis(request);
        ObjectNode json = JSON.createObjectNode();
        new FunnelFigure(labels, analysis.dropOff()).writeWords(analysis, json.putArray("steps"));
        return json.toString();
    }

    /** The replies that were not understood, as a table to fill in. */
    String missed(ResultsRequest request) {
        return analysis(request).misunderstood().toTsv();
    }

    /**
     * A chart for a report.
     *
     * @param name the id of a question or matrix, or {@code over-time} or {@code drop-off}
     */
    Optional<String> chart(ResultsRequest request, String name) {
        ChartColors colors = request.get("theme").equals("dark") ? ChartColors.DARK : ChartColors.LIGHT;
        int width = request.number("width", DEFAULT_WIDTH, 2_000);
        Analysis analysis = analysis(request);
        Optional<Figure> figure = switch (name) {
            case "over-time" ->
                Optional.of(DaysFigure.of(analysis, unit(request)).figure());
            case "drop-off" -> Optional.of(new FunnelFigure(labels, analysis.dropOff()).figure());
            default -> views.one(analysis, name).figure();
        };
        return figure.map(each -> each.svg(width, colors));
    }
}
