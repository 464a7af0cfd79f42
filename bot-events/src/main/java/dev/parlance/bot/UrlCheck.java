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

/** Asks a bot's URL what the workspace asks when it is entered. */
final class UrlCheck {
    private static final String SUBJECT = "URL";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_OF_AN_ANSWER = 4_096;

    private final OkHttpClient http;
    private final Secret signingSecret;

    private record Answer(int status, String body) {}

    UrlCheck(OkHttpClient http, Secret signingSecret) {
        this.http = http.newBuilder()
                .callTimeout(SLACKS_PATIENCE)
                .followRedirects(false)
                .build();
        this.signingSecret = signingSecret;
    }

    List<Finding> of(URI url) {
        List<Finding> findings = new ArrayList<>();
        boolean isLocal = List.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()));
        if (!"https".equals(url.getScheme()) && !isLocal) {
            findings.add(Finding.wrong(SUBJECT, "it has to begin with https://"));
        }
        String challenge = UUID.randomUUID().toString();
        try {
            findings.add(signed(ask(url, challenge, signingSecret.reveal()), challenge));
            findings.add(forged(ask(url, challenge, signingSecret.reveal() + " and something else")));
        } catch (IOException e) {
            findings.add(Finding.wrong(
                    SUBJECT,
                    "no answer within " + SLACKS_PATIENCE.toSeconds() + " seconds ("
                            + e.getClass().getSimpleName()
                            + "); does the bot run, and does the tunnel lead to its port?"));
        }
        return findings;
    }

    private Answer ask(URI url, String challenge, String secret) throws IOException {
        byte[] body = JSON.createObjectNode()
                .put("type", "url_verification")
                .put("challenge", challenge)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        WebhookRequest signed = SlackSignature.withSecret(secret)
                .sign(WebhookRequest.post(url.toString()).body("application/json", body));
        Request.Builder request = new Request.Builder()
                .url(url.toString())
                .post(RequestBody.create(body, MediaType.get("application/json")));
        signed.headers().asMap().forEach((name, values) -> request.header(name, values.get(0)));
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(), response.peekBody(MOST_OF_AN_ANSWER).string());
        }
    }

    private static Finding signed(Answer answer, String challenge) {
        if (answer.status() == 200 && answer.body().contains(challenge)) {
            return Finding.fine(SUBJECT, "it answers the check as the workspace wants it");
        }
        String advice = switch (answer.status()) {
            case 200 -> "what answers there is not the bot: it does not know the challenge";
            case 401, 403 ->
                "what is signed with SLACK_SIGNING_SECRET is refused; does the bot that runs there have the same one?";
            case 404 -> "nothing is there; the path is /twilio/events unless you changed it";
            case 502, 503, 504 -> "the tunnel or the proxy answers, but the bot behind it does not";
            default ->
                answer.status() / 100 == 3
                        ? "it leads elsewhere; enter the address that it leads to"
                        : "look into the bot's log";
        };
        return Finding.wrong(SUBJECT, "the answer is HTTP " + answer.status() + ": " + advice);
    }

    private static Finding forged(Answer answer) {
        return answer.status() >= 400
                ? Finding.fine(SUBJECT, "it refuses what is signed wrongly")
                : Finding.wrong(
                        SUBJECT,
                        "it answers what is signed wrongly with HTTP " + answer.status()
                                + ": anybody can speak to the bot in the workspace's name");
    }
}
