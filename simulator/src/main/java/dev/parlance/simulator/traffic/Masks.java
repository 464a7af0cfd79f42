package dev.parlance.simulator.traffic;

import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Removes auth tokens and secrets of API keys from requests to the API, so that traffic can be exported and shown around. */
final class Masks {
    private static final String MASK = "•••";
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "(\"(?:auth_token|secondary_auth_token|secret|client_secret|token|access_token|refresh_token)\"\\s*:\\s*\")[^\"]+(\")");
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("((?:^|&)(?:AuthToken|Secret|client_secret|refresh_token|password)=)[^&]+");

    private Masks() {}

    static WebhookRequest masked(WebhookRequest request) {
        Map<String, List<String>> headers =
                new LinkedHashMap<>(request.headers().asMap());
        headers.replaceAll((name, values) -> name.equalsIgnoreCase("Authorization")
                ? values.stream().map(Masks::login).toList()
                : values);
        byte[] body = request.bodyLength() == 0
                ? request.body()
                : inText(request.bodyText()).getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.of(request.method(), request.url(), Headers.of(headers), body);
    }

    static Reply masked(Reply reply) {
        return new Reply(reply.status(), reply.headers(), inText(reply.body()), reply.outcome(), reply.duration());
    }

    private static String inText(String text) {
        String fields = text.contains("oken\"") || text.contains("secret\"")
                ? SECRET_FIELD.matcher(text).replaceAll("$1" + MASK + "$2")
                : text;
        return fields.contains("=") ? SECRET_PARAMETER.matcher(fields).replaceAll("$1" + MASK) : fields;
    }

    /** {@code Basic AC…:•••}: who called, without the token. */
    private static String login(String header) {
        if (!header.startsWith("Basic ")) {
            return header.split(" ", 2)[0] + " " + MASK;
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return "Basic " + decoded.split(":", 2)[0] + ":" + MASK;
        } catch (IllegalArgumentException e) {
            return "Basic " + MASK; // no Base64: the API has refused it
        }
    }
}
