package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.results.ResultRows;
import dev.parlance.survey.results.Results;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The routes of the page. */
final class ResultsRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Survey survey;
    private final Results results;
    private final PageOptions options;
    private final ResultsData data;
    private final SharedRequests shared;
    private final UnaryOperator<WebhookHandler> login;

    ResultsRoutes(Survey survey, Results results, PageOptions options, UnaryOperator<WebhookHandler> login) {
        this.survey = survey;
        this.results = results;
        this.options = options;
        this.data = new ResultsData(survey, results, options);
        this.shared = new SharedRequests(survey.name(), options.links());
        this.login = login;
    }

    void addTo(Router router, String folder, WebhookHandler page) {
        router.get(folder, readable(request -> page(request, page)))
                .get(folder + "data", json(data::page))
                .get(folder + "parts", json(data::parts))
                .get(folder + "cross", json(data::cross))
                .get(folder + "texts", json(this::texts))
                .get(folder + "left", json(this::left))
                .get(folder + "charts/{file}", readable(this::chart))
                .get(folder + "answers.csv", download("answers.csv", "text/csv; charset=utf-8", this::csv))
                .get(
                        folder + "answers.jsonl",
                        download("answers.jsonl", "application/jsonl; charset=utf-8", this::jsonLines))
                .get(folder + "answers.xlsx", download("answers.xlsx", XLSX, this::workbook))
                .get(
                        folder + "missed.tsv",
                        download("missed.tsv", "text/tab-separated-values; charset=utf-8", this::missed));
        options.links().ifPresent(links -> router.post(folder + "links", owned(request -> createLink(request, links))));
        options.news().ifPresent(news -> router.get(folder + "news", owned(news)));
    }

    /**
     * Only for those who have logged in. A request with a link is refused here too, because a login in front of all routes lets
     * such requests through.
     */
    private WebhookHandler owned(WebhookHandler handler) {
        return login.apply(request -> shared.hasLink(request)
                ? confidential(refusal(403, "A shared link shows figures only. Log in for this."))
                : handler.handle(request));
    }

    /** For everyone who has logged in or has a link. */
    private WebhookHandler readable(WebhookHandler handler) {
        WebhookHandler own = login.apply(handler);
        return request -> {
            if (!shared.hasLink(request)) {
                return own.handle(request);
            }
            return shared.of(request).isPresent()
                    ? handler.handle(request)
                    : confidential(refusal(403, "This link has ended, or is incomplete. Ask for a new one."));
        };
    }

    private WebhookHandler json(Function<ResultsRequest, String> content) {
        return readable(request -> answer(request, each -> WebhookResponse.json(content.apply(each))));
    }

    private WebhookResponse answer(WebhookRequest request, Function<ResultsRequest, WebhookResponse> content) {
        try {
            return confidential(content.apply(ResultsRequest.of(request, shared.of(request))));
        } catch (SurveyException e) {
            return confidential(refusal(400, String.valueOf(e.getMessage())));
        }
    }

    private WebhookHandler download(String name, String type, Function<ResultsRequest, WebhookResponse.Body> content) {
        return owned(request -> answer(
                request,
                each -> WebhookResponse.streamed(type, content.apply(each))
                        .withHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")));
    }

    private static WebhookResponse refusal(int status, String problem) {
        return WebhookResponse.json(
                        JSON.createObjectNode().put("error", problem).toString())
                .withStatus(status);
    }

    /** Prevents caching and content sniffing. */
    private static WebhookResponse confidential(WebhookResponse response) {
        return response.withHeader("Cache-Control", "no-store").withHeader("X-Content-Type-Options", "nosniff");
    }

    /** The page's own addresses are relative, so its path must end with a slash. */
    private static WebhookResponse page(WebhookRequest request, WebhookHandler page) {
        if (request.path().endsWith("/")) {
            return page.handle(request);
        }
        int query = request.url().indexOf('?');
        String target = request.path() + "/" + (query < 0 ? "" : request.url().substring(query));
        return WebhookResponse.noContent().withStatus(308).withHeader("Location", target);
    }

    private String texts(ResultsRequest request) {
        requireWords(request);
        return data.texts(request);
    }

    private String left(ResultsRequest request) {
        requireWords(request);
        return data.left(request);
    }

    private static void requireWords(ResultsRequest request) {
        if (!request.canRead()) {
            throw new SurveyException("This link shows figures, but not what people wrote.");
        }
    }

    private WebhookResponse chart(WebhookRequest request) {
        String file = request.pathVariable("file");
        return answer(
                request,
                each -> Optional.of(file)
                        .filter(name -> name.endsWith(".svg"))
                        .flatMap(name -> data.chart(each, name.substring(0, name.length() - ".svg".length())))
                        .map(svg -> WebhookResponse.bytes("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> refusal(404, "There is no chart of this question.")));
    }

    private WebhookResponse.Body csv(ResultsRequest request) {
        return results.matching(request.filter(), options.zone())::csv;
    }

    private WebhookResponse.Body jsonLines(ResultsRequest request) {
        return results.matching(request.filter(), options.zone())::jsonLines;
    }

    private WebhookResponse.Body workbook(ResultsRequest request) {
        ResultRows rows = results.matching(request.filter(), options.zone()).rows();
        return new AnswersWorkbook(survey, rows, options.zone())::write;
    }

    private WebhookResponse.Body missed(ResultsRequest request) {
        byte[] table = data.missed(request).getBytes(StandardCharsets.UTF_8);
        return out -> out.write(table);
    }

    /** A filter that a link can have: one that the survey knows, and not too long. */
    private String linkedFilter(String query) {
        ResultFilter filter = ResultFilter.ofQuery(ResultsRequest.parameters(query));
        results.analysis(filter, options.zone());
        if (filter.toQuery().length() > ShareLinks.LONGEST_FILTER) {
            throw new SurveyException("The filter is too long for a link. Choose fewer values.");
        }
        return filter.toQuery();
    }

    private WebhookResponse createLink(WebhookRequest request, ShareLinks links) {
        if (request.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin"))
                .isPresent()) {
            return confidential(refusal(403, "Links are created on the results page only."));
        }
        Parameters form = request.formParameters();
        int days = form.nonEmpty("days")
                .filter(text -> text.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .orElse(0);
        if (days == 0 || Duration.ofDays(days).compareTo(ShareLinks.LONGEST) > 0) {
            return confidential(refusal(400, "A link is valid for 1 to " + ShareLinks.LONGEST.toDays() + " days."));
        }
        try {
            String filter = linkedFilter(form.first("filter").orElse(""));
            Instant until = links.now().plus(Duration.ofDays(days));
            boolean withTexts = form.first("texts").filter("true"::equals).isPresent();
            String token = links.token(new ShareLinks.Shared(survey.name(), filter, withTexts, until));
            return confidential(WebhookResponse.json(JSON.createObjectNode()
                            .put("link", "./?" + ResultsRequest.LINK + "=" + token)
                            .put("until", until.toString())
                            .toString())
                    .withStatus(201));
        } catch (SurveyException e) {
            return confidential(refusal(400, String.valueOf(e.getMessage())));
        }
    }
}
