package dev.parlance.bot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends a bot's URL the verification request that Slack sends when you enter the URL. */
final class UrlCheck {
    private static final String SUBJECT = "URL";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SLACK_TIMEOUT = Duration.ofSeconds(3);
    private static final int MAX_BODY = 4_096;

    private final OkHttpClient http;
    private final Secret signingSecret;

    private record Answer(int status, String body) {}

    UrlCheck(OkHttpClient http, Secret signingSecret) {
        this.http = http.newBuilder()
                .callTimeout(SLACK_TIMEOUT)
                .followRedirects(false)
                .build();
        this.signingSecret = signingSecret;
    }

    List<Finding> of(URI url) {
        List<Finding> findings = new ArrayList<>();
        boolean isLocal = List.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()));
        if (!"https".equals(url.getScheme()) && !isLocal) {
            findings.add(Finding.wrong(SUBJECT, "the URL must start with https://"));
        }
        String challenge = UUID.randomUUID().toString();
        try {
            findings.add(signed(ask(url, challenge, signingSecret), challenge));
            findings.add(forged(ask(url, challenge, Secret.of(signingSecret.reveal() + " and something else"))));
        } catch (IOException e) {
            findings.add(Finding.wrong(
                    SUBJECT,
                    "no answer within " + SLACK_TIMEOUT.toSeconds() + " seconds ("
                            + e.getClass().getSimpleName()
                            + "); check that the bot runs and that the tunnel leads to its port"));
        }
        return findings;
    }

    private Answer ask(URI url, String challenge, Secret secret) throws IOException {
        byte[] body = JSON.createObjectNode()
                .put("type", "url_verification")
                .put("challenge", challenge)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        WebhookRequest signed = SlackSignature.of(secret)
                .sign(WebhookRequest.post(url.toString()).withBody("application/json", body));
        Request.Builder request = new Request.Builder()
                .url(url.toString())
                .post(RequestBody.create(body, MediaType.get("application/json")));
        signed.headers().asMap().forEach((name, values) -> request.header(name, values.get(0)));
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.peekBody(MAX_BODY).string());
        }
    }

    private static Finding signed(Answer answer, String challenge) {
        if (answer.status() == 200 && answer.body().contains(challenge)) {
            return Finding.fine(SUBJECT, "answers Slack's verification request correctly");
        }
        String advice = switch (answer.status()) {
            case 200 -> "another server answers there, not the bot; it did not return the challenge";
            case 401, 403 ->
                "the bot refuses requests signed with SLACK_SIGNING_SECRET; check that it runs with the same secret";
            case 404 -> "there is nothing at this path; the default path is /twilio/events";
            case 502, 503, 504 -> "the tunnel or proxy answers, but not the bot behind it";
            default ->
                answer.status() / 100 == 3
                        ? "the URL redirects; enter the URL that it redirects to"
                        : "check the bot's log";
        };
        return Finding.wrong(SUBJECT, "the response is HTTP " + answer.status() + ": " + advice);
    }

    private static Finding forged(Answer answer) {
        return answer.status() >= 400
                ? Finding.fine(SUBJECT, "refuses requests with an invalid signature")
                : Finding.wrong(
                        SUBJECT,
                        "answers a request with an invalid signature with HTTP " + answer.status()
                                + ": anyone can send requests to the bot in Slack's name");
    }
}
