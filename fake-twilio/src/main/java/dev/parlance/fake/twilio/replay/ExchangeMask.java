package dev.parlance.fake.twilio.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Masks requests and their answers. */
final class ExchangeMask {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,40}");

    private final Masks masks = new Masks();
    private final boolean keepsTexts;

    ExchangeMask(boolean keepsTexts) {
        this.keepsTexts = keepsTexts;
    }

    Exchange of(String host, WebhookRequest request, WebhookResponse response) {
        return new Exchange(request(host, request), answer(host, request, response));
    }

    String path(String host, WebhookRequest request) {
        return new PathMask(masks).of(request.method(), label(host), pathOf(request));
    }

    RecordedRequest request(String host, WebhookRequest request) {
        Optional<Operation> operation = operation(host, request);
        ValueMask values = new ValueMask(masks, label(host), keepsTexts);
        ParameterMask parameters = new ParameterMask(operation, values);
        String path = path(host, request);
        Parameters query = masked(parameters, request.queryParameters());
        Parameters form = masked(parameters, request.formParameters());
        JsonNode json = json(request.header("Content-Type").orElse(""), request.bodyText());
        JsonNode body = json.isMissingNode() ? json : BodyMask.request(operation, values, json);
        return new RecordedRequest(request.method(), host, path, query, form, body);
    }

    private RecordedAnswer answer(String host, WebhookRequest request, WebhookResponse response) {
        ValueMask values = new ValueMask(masks, label(host), keepsTexts);
        JsonNode json = json(response.contentType(), response.bodyText());
        JsonNode body = json.isMissingNode()
                ? json
                : BodyMask.answer(operation(host, request), values, response.status(), json);
        String retryAfter = response.headers().first("Retry-After").orElse("");
        return new RecordedAnswer(
                response.status(),
                contentType(response.contentType()),
                SECONDS.matcher(retryAfter).matches() ? retryAfter : "",
                body);
    }

    private static Parameters masked(ParameterMask mask, Parameters parameters) {
        return Parameters.of(parameters.entries().stream()
                .flatMap(it -> Stream.of(mask.name(it.name()), mask.value(it.name(), it.value())))
                .toArray(String[]::new));
    }

    private static Optional<Operation> operation(String host, WebhookRequest request) {
        return Catalog.find(Route.of(request.method(), label(host), pathOf(request)));
    }

    /** The path as the client sent it: that of the URL, with its percent-encoding. */
    static String pathOf(WebhookRequest request) {
        String url = request.url();
        int path = url.indexOf('/', "https://".length());
        return path < 0 ? "/" : url.substring(path).replaceFirst("[?#].*", "");
    }

    static String label(String host) {
        return host.endsWith(".twilio.com") ? host.replaceFirst("\\..*", "") : host;
    }

    static String contentType(String written) {
        String type = written.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
        return CONTENT_TYPE.matcher(type).matches() ? type : "";
    }

    /** A JSON body, or a missing node for others and for JSON that can't be read. */
    static JsonNode json(String contentType, String body) {
        if (!contentType(contentType).endsWith("json") || body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a body that isn't what it says can't be masked, so it isn't recorded
        }
    }
}
