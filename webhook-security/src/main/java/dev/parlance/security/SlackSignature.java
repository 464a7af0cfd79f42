package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Slack's signature, version 0: the app's signing secret signs the timestamp and the raw body.
 *
 * <pre>{@code
 * WebhookSignature signature = SlackSignature.of(signingSecret);
 * }</pre>
 *
 * <p>Refuses timestamps more than five minutes in the past or future. Thread-safe.
 */
public final class SlackSignature implements WebhookSignature {
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final Duration DEFAULT_WINDOW = Duration.ofMinutes(5);

    private final HmacKeys keys = new HmacKeys("HmacSHA256");
    private final Secrets secrets;
    private final Duration window;
    private final Clock clock;

    private SlackSignature(Secrets secrets, Duration window, Clock clock) {
        this.secrets = secrets;
        this.window = window;
        this.clock = clock;
    }

    /** Checks with this signing secret. */
    public static SlackSignature of(Secret secret) {
        return of(Secrets.of(secret));
    }

    /**
     * Checks with these signing secrets; one must match.
     *
     * @throws IllegalArgumentException if the secrets are per signer: Slack signs all requests to an app with the app's secret
     */
    public static SlackSignature of(Secrets secrets) {
        if (secrets instanceof SecretsPerSigner) {
            throw new IllegalArgumentException(
                    "Slack's requests name no signer: pass the app's signing secrets with Secrets.of");
        }
        return new SlackSignature(
                SecretChecks.present(secrets, "The source of secrets"), DEFAULT_WINDOW, Clock.systemUTC());
    }

    /** Sets how far a timestamp may be in the past or future. Default: five minutes. */
    public SlackSignature withWindow(Duration newWindow) {
        return new SlackSignature(secrets, newWindow, clock);
    }

    /** Uses another clock. */
    public SlackSignature withClock(Clock newClock) {
        return new SlackSignature(secrets, window, newClock);
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return !headers.all(SIGNATURE).isEmpty() && !headers.all(TIMESTAMP).isEmpty();
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        List<String> signatures = request.headers().all(SIGNATURE);
        List<String> timestamps = request.headers().all(TIMESTAMP);
        if (signatures.size() != 1 || timestamps.size() != 1) {
            return Verdict.refused(
                    Refusal.MISSING_SIGNATURE,
                    "There must be exactly one header " + SIGNATURE + " and one " + TIMESTAMP + ".");
        }
        String timestamp = timestamps.get(0);
        Optional<Verdict> refusal = new SignedTime(TIMESTAMP, window, clock).refusal(timestamp);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] text = text(timestamp, request);
        String signature = signatures.get(0);
        return SecretTrial.of(secrets, new NamedSigner(List::of), candidates -> verify(text, signature, candidates));
    }

    private Verdict verify(byte[] text, String signature, List<Secret> candidates) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (Secret secret : candidates) {
            matches |= MessageDigest.isEqual(signature(text, secret).getBytes(StandardCharsets.US_ASCII), given);
        }
        return matches
                ? Verdict.accepted(signature)
                : Verdict.refused(
                        Refusal.WRONG_SIGNATURE,
                        "The signature does not match this body, timestamp and secret. If the request came from Slack,"
                                + " check that the secret is the app's Signing Secret, not its Client Secret.");
    }

    /** Signs a request with the first secret, as Slack would now. For tests and for programs that simulate Slack. */
    public WebhookRequest sign(WebhookRequest request) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signature =
                signature(text(timestamp, request), secrets.forSigner(() -> "").get(0));
        Headers headers = request.headers().with(TIMESTAMP, timestamp).with(SIGNATURE, signature);
        return WebhookRequest.of(request.method(), request.url(), headers, request.body());
    }

    private String signature(byte[] text, Secret secret) {
        return "v0=" + HexFormat.of().formatHex(keys.of(secret).sign(text));
    }

    private static byte[] text(String timestamp, WebhookRequest request) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(request.body());
        return text.toByteArray();
    }
}
