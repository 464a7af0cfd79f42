package dev.parlance.examples.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.results.Results;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data and downloads of the results page. */
final class ResultsPage {
    private static final Pattern DOCUMENT = Pattern.compile("(\\d{7,15})\\.json");

    private final Survey survey;
    private final Results results;

    ResultsPage(Survey survey, Results results) {
        this.survey = survey;
        this.results = results;
    }

    WebhookResponse data() {
        return confidential(WebhookResponse.json(Charts.of(survey, results).toString()));
    }

    WebhookResponse csv() {
        return download(WebhookResponse.streamed("text/csv; charset=utf-8", results::csv), "answers.csv");
    }

    WebhookResponse jsonLines() {
        return download(
                WebhookResponse.streamed("application/jsonl; charset=utf-8", results::jsonLines), "answers.jsonl");
    }

    WebhookResponse missedReplies() {
        return download(
                WebhookResponse.streamed(
                        "text/tab-separated-values; charset=utf-8",
                        out -> out.write(results.missedReplies().toTsv().getBytes(StandardCharsets.UTF_8))),
                "missed.tsv");
    }

    static WebhookResponse download(WebhookResponse response, String name) {
        return confidential(response.withHeader("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    /** Prevents caching and content sniffing. */
    static WebhookResponse confidential(WebhookResponse response) {
        return response.withHeader("Cache-Control", "no-store").withHeader("X-Content-Type-Options", "nosniff");
    }

    /** One respondent's answers at the path of Twilio's SAM template: {@code survey-results/15005550006.json}. */
    WebhookResponse document(String file) {
        Matcher number = DOCUMENT.matcher(file);
        return (number.matches() ? results.json(Address.of("+" + number.group(1))) : Optional.<String>empty())
                .map(json -> confidential(WebhookResponse.json(json)))
                .orElseGet(() -> WebhookResponse.text("There are no answers from this number.")
                        .withStatus(404));
    }
}
