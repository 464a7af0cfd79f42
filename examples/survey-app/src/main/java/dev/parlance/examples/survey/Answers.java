package dev.parlance.examples.survey;

import dev.parlance.Address;
import dev.parlance.survey.results.Results;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One respondent's answers at the path of Twilio's SAM template: {@code survey-results/15005550006.json}. */
record Answers(Results results) {
    private static final Pattern DOCUMENT = Pattern.compile("(\\d{7,15})\\.json");

    WebhookResponse document(String file) {
        Matcher number = DOCUMENT.matcher(file);
        return (number.matches() ? results.json(Address.of("+" + number.group(1))) : Optional.<String>empty())
                .map(json -> confidential(WebhookResponse.json(json)))
                .orElseGet(() -> WebhookResponse.text("There are no answers from this number.")
                        .withStatus(404));
    }

    static WebhookResponse download(WebhookResponse response, String name) {
        return confidential(response.withHeader("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    /** Prevents caching and content sniffing. */
    static WebhookResponse confidential(WebhookResponse response) {
        return response.withHeader("Cache-Control", "no-store").withHeader("X-Content-Type-Options", "nosniff");
    }
}
