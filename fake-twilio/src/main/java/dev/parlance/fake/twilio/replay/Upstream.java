package dev.parlance.fake.twilio.replay;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends requests to the real API, with the client's own credentials. */
final class Upstream {
    private static final int MAX_BYTES = 8 << 20;
    /** Headers of one connection, and those that the HTTP client sets. Without Accept-Encoding, no answer is compressed. */
    private static final Set<String> NOT_SENT = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "accept-encoding",
            "expect",
            "upgrade",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "proxy-authorization",
            "proxy-connection");

    private static final List<String> RETURNED =
            List.of("Retry-After", "Location", "ETag", "Link", "Last-Modified", "Content-Disposition");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(Redirect.NEVER)
            .build();
    private final PassThrough settings;

    Upstream(PassThrough settings) {
        this.settings = settings;
    }

    /**
     * Sends a request.
     *
     * @param host the host that the client asked for
     * @param destination the host that answers
     * @throws IOException if there is no answer, or it is too long
     */
    WebhookResponse send(String host, String destination, WebhookRequest request)
            throws IOException, InterruptedException {
        String pathAndQuery = request.url().substring(request.url().indexOf('/', "https://".length()));
        String base = settings.local()
                .map(local -> local.toString().replaceFirst("/$", "") + "/" + host)
                .orElse("https://" + destination);
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(settings.timeout())
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().asMap().forEach((name, values) -> {
            if (!NOT_SENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> sent.header(name, value));
            }
        });
        HttpResponse<InputStream> response = client.send(sent.build(), BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream in = response.body()) {
            body = in.readNBytes(MAX_BYTES + 1);
        }
        if (body.length > MAX_BYTES) {
            throw new IOException("the answer has more than " + MAX_BYTES + " bytes");
        }
        return answer(response, body, base, "https://" + host);
    }

    private static WebhookResponse answer(HttpResponse<?> response, byte[] body, String base, String root) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        byte[] named = type.contains("json") && !base.equals(root) ? renamed(body, base, root) : body;
        WebhookResponse answer =
                type.isEmpty() && named.length == 0 ? WebhookResponse.noContent() : WebhookResponse.bytes(type, named);
        answer = answer.withStatus(response.statusCode());
        for (String header : RETURNED) {
            for (String value : response.headers().allValues(header)) {
                answer = answer.withHeader(header, value);
            }
        }
        return answer;
    }

    /** A body whose links start as the client knows the API. */
    private static byte[] renamed(byte[] body, String base, String root) {
        return new String(body, StandardCharsets.UTF_8).replace(base, root).getBytes(StandardCharsets.UTF_8);
    }
}
