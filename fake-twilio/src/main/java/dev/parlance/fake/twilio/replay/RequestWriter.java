package dev.parlance.fake.twilio.replay;

import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a recorded request into one that can be sent. */
final class RequestWriter {
    private RequestWriter() {}

    static WebhookRequest request(RecordedRequest recorded, Bindings bindings) {
        String query = recorded.query().entries().stream()
                .map(it -> encoded(it.name()) + "=" + encoded(bindings.value(it.value())))
                .collect(Collectors.joining("&"));
        String url = "https://" + recorded.host() + bindings.value(recorded.path());
        WebhookRequest request = WebhookRequest.of(
                recorded.method(), query.isEmpty() ? url : url + "?" + query, Headers.none(), new byte[0]);
        if (!recorded.json().isMissingNode()) {
            String json = bindings.value(recorded.json()).toString();
            return request.withBody("application/json", json.getBytes(StandardCharsets.UTF_8));
        }
        Parameters form = recorded.form();
        return form.entries().isEmpty()
                ? request
                : request.withForm(form.entries().stream()
                        .flatMap(it -> Stream.of(it.name(), bindings.value(it.value())))
                        .toArray(String[]::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
