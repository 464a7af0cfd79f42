package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the requests of a recording and compares the answers. */
public final class Comparison {
    /** The first account in a recording is the one that it was made with. */
    private static final Pattern ACCOUNT = Pattern.compile("AC\\d{32}");

    private final BiFunction<String, WebhookRequest, WebhookResponse> fake;
    private final Bindings bindings = new Bindings();
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(BiFunction<String, WebhookRequest, WebhookResponse> fake) {
        this.fake = fake;
    }

    /**
     * For the fake: the differences of its answers.
     *
     * @param authorization the header of the requests
     * @param fake answers a request to a host, without {@code .twilio.com}
     */
    public static List<Difference> differences(
            Recording recording,
            String accountSid,
            String authorization,
            BiFunction<String, WebhookRequest, WebhookResponse> fake) {
        Comparison comparison = new Comparison(fake);
        Matcher account = ACCOUNT.matcher(recording.toString());
        if (account.find()) {
            comparison.bindings.bind(account.group(), accountSid);
        }
        int number = 1;
        for (Exchange exchange : recording.exchanges()) {
            comparison.compare(number++, exchange, authorization);
        }
        return List.copyOf(comparison.differences);
    }

    private void compare(int number, Exchange exchange, String authorization) {
        RecordedRequest recorded = exchange.request();
        WebhookRequest request = RequestWriter.request(recorded, bindings).withHeader("Authorization", authorization);
        WebhookResponse response = fake.apply(ExchangeMask.label(recorded.host()), request);
        JsonNode body = ExchangeMask.json(response.contentType(), response.bodyText());
        bindings.bindAll(exchange.answer().body(), body);
        AnswerDifferences found = new AnswerDifferences(number, recorded.toString());
        differences.addAll(found.between(exchange.answer(), response, body));
    }
}
