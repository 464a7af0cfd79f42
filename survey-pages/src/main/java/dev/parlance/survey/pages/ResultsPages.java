package dev.parlance.survey.pages;

import dev.parlance.pages.PageFiles;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.results.Results;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A web page with the results of a survey: how many took part, every question with the chart that fits it, filters, comparisons,
 * a cross table, what people wrote, downloads.
 *
 * <pre>{@code
 * ResultsPages pages = ResultsPages.of(surveys).withLinks(key, clock);
 * pages.addTo(router, "/results/", login::wrap);
 * }</pre>
 *
 * <p>Results are personal data: pass a wrapper that lets in only people who may see them. Immutable and thread-safe.
 */
public final class ResultsPages {
    private static final String[] FILES = {
        "results.css",
        "question.css",
        "uplot.css",
        "uplot.js",
        "results.js",
        "api.js",
        "chart.js",
        "contents.js",
        "cross.js",
        "days-chart.js",
        "differences.js",
        "filter-dialog.js",
        "filters.js",
        "funnel.js",
        "live.js",
        "multiples.js",
        "overview.js",
        "people.js",
        "question.js",
        "start.js",
        "state.js",
        "texts.js",
        "times.js",
        "tools.js"
    };

    private final Survey survey;
    private final Results results;
    private final PageOptions options;

    private ResultsPages(Survey survey, Results results, PageOptions options) {
        this.survey = survey;
        this.results = results;
        this.options = options;
    }

    /** The results of a survey. Days are those of UTC. */
    public static ResultsPages of(Surveys surveys) {
        return of(surveys.survey(), surveys.results());
    }

    /** Results that you have opened yourself. */
    public static ResultsPages of(Survey survey, Results results) {
        PageOptions options = new PageOptions(ZoneOffset.UTC, Optional.empty(), Optional.empty(), List.of(), List.of());
        return new ResultsPages(survey, results, options);
    }

    private ResultsPages with(PageOptions newOptions) {
        return new ResultsPages(survey, results, newOptions);
    }

    /** Returns a copy that shows days and hours of this zone. */
    public ResultsPages withZone(ZoneId zone) {
        return with(options.withZone(zone));
    }

    /**
     * Returns a copy in which people can create links to share: everyone with such a link sees the figures, without a login, until
     * it ends.
     *
     * @param secret signs the links; a new secret ends all of them
     */
    public ResultsPages withLinks(Secret secret, Clock clock) {
        return with(options.withLinks(new ShareLinks(secret, clock)));
    }

    /**
     * Returns a copy whose page refreshes when this stream sends an event {@code changed}. Otherwise it refreshes every ten
     * seconds.
     *
     * <pre>{@code
     * Surveys.builder(survey).onAnyEvent(event -> news.send("changed", ""));
     * }</pre>
     */
    public ResultsPages withNews(EventStream news) {
        return with(options.withNews(news));
    }

    /**
     * Returns a copy with a button that starts the survey for one person. The page sends a form with {@code To} and {@code
     * defaultLanguage}.
     *
     * @param label the text on the button, such as {@code Text}
     * @param path the path of a {@link dev.parlance.survey.StartSurveyHandler} in your application
     */
    public ResultsPages withStart(String label, String path) {
        return with(options.withStarts(and(options.starts(), label, path)));
    }

    /**
     * Returns a copy with a link to another page at its top.
     *
     * @param path the path of that page, such as {@code /campaigns}
     */
    public ResultsPages withLink(String label, String path) {
        return with(options.withMenu(and(options.menu(), label, path)));
    }

    private static List<PageOptions.NamedUrl> and(List<PageOptions.NamedUrl> all, String label, String url) {
        List<PageOptions.NamedUrl> more = new ArrayList<>(all);
        more.add(new PageOptions.NamedUrl(Objects.requireNonNull(label), Objects.requireNonNull(url)));
        return more;
    }

    /**
     * Adds the page and everything that it needs.
     *
     * @param folder the path of the page, such as {@code /results/}
     * @param login wraps a handler: responds itself to people who may not see the results. Links that are shared, and the page's
     *     styles and scripts, need no login
     */
    public void addTo(Router router, String folder, UnaryOperator<WebhookHandler> login) {
        PageFiles.of(ResultsPages.class::getResourceAsStream, FILES).addTo(router, folder);
        PageFiles.design().addTo(router, folder + "design/");
        Router page = Router.create();
        PageFiles.of(ResultsPages.class::getResourceAsStream, "results.html").addTo(page, folder);
        new ResultsRoutes(survey, results, options, login).addTo(router, folder, page);
    }

    /**
     * All routes in one handler, for applications with another router. Put your login around it; requests that {@link #isShared}
     * need none.
     *
     * @param folder the path of the page, such as {@code /results/}
     */
    public WebhookHandler handler(String folder) {
        Router router = Router.create();
        addTo(router, folder, UnaryOperator.identity());
        return router;
    }

    /** Whether a request has a link that is shared and has not ended. */
    public boolean isShared(WebhookRequest request) {
        return new SharedRequests(survey.name(), options.links()).of(request).isPresent();
    }
}
