package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The symmetric signature of <a href="https://www.standardwebhooks.com">Standard Webhooks</a>, version 1: a secret signs the id,
 * the timestamp and the raw body. Parlance signs its own events with it.
 *
 * <pre>{@code
 * WebhookSignature signature = StandardWebhooksSignature.of(Secret.of(System.getenv("WEBHOOK_SECRET"))); // whsec_…
 * WebhookSignature rotating = StandardWebhooksSignature.of(current, previous);
 * }</pre>
 *
 * <p>A secret is {@code whsec_} and the key in Base64; the prefix can be left out. Refuses timestamps more than five minutes in
 * the past or future. A request with several signatures needs one that matches. A retry has the same {@code webhook-id}, so the
 * {@link ReplayGuard} recognizes it as a repeat. Thread-safe.
 */
public final class StandardWebhooksSignature implements WebhookSignature {
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final String PREFIX = "whsec_";
    private static final Duration DEFAULT_WINDOW = Duration.ofMinutes(5);

    private final HmacKeys keys = new HmacKeys("HmacSHA256", StandardWebhooksSignature::key);
    private final Secrets secrets;
    private final Duration window;
    private final Clock clock;

    private StandardWebhooksSignature(Secrets secrets, Duration window, Clock clock) {
        this.secrets = secrets;
        this.window = window;
        this.clock = clock;
    }

    /**
     * Checks with this secret, or with several, likeliest first; one must match.
     *
     * @throws IllegalArgumentException if a secret is not in Base64
     */
    public static StandardWebhooksSignature of(Secret... secrets) {
        for (Secret secret : secrets) {
            key(secret);
        }
        return of(Secrets.of(secrets));
    }

    /**
     * Checks with secrets from this source.
     *
     * @throws IllegalArgumentException if the secrets are per signer: the requests name no signer
     */
    public static StandardWebhooksSignature of(Secrets secrets) {
        if (secrets instanceof SecretsPerSigner) {
            throw new IllegalArgumentException(
                    "Standard Webhooks name no signer: give each sender its own URL and its own secrets");
        }
        return new StandardWebhooksSignature(
                SecretChecks.present(secrets, "The source of secrets"), DEFAULT_WINDOW, Clock.systemUTC());
    }

    /** Sets how far a timestamp may be in the past or future. Default: five minutes. */
    public StandardWebhooksSignature withWindow(Duration newWindow) {
        return new StandardWebhooksSignature(secrets, newWindow, clock);
    }

    /** Uses another clock. */
    public StandardWebhooksSignature withClock(Clock newClock) {
        return new StandardWebhooksSignature(secrets, window, newClock);
    }

    @Override
    public boolean mayBeSigned(Headers headers) {
        return !headers.all(ID).isEmpty()
                && !headers.all(TIMESTAMP).isEmpty()
                && !headers.all(SIGNATURE).isEmpty();
    }

    @Override
    public Verdict verify(WebhookRequest request) {
        List<String> ids = request.headers().all(ID);
        List<String> timestamps = request.headers().all(TIMESTAMP);
        List<String> signatures = request.headers().all(SIGNATURE);
        if (ids.size() != 1 || timestamps.size() != 1 || signatures.size() != 1) {
            return Verdict.refused(
                    Refusal.MISSING_SIGNATURE,
                    "There must be exactly one header " + ID + ", one " + TIMESTAMP + " and one " + SIGNATURE + ".");
        }
        String timestamp = timestamps.get(0);
        Optional<Verdict> refusal = new SignedTime(TIMESTAMP, window, clock).refusal(timestamp);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String id = ids.get(0);
        byte[] text = text(id, timestamp, request);
        List<String> given = List.of(signatures.get(0).split(" ", -1));
        return SecretTrial.of(secrets, new NamedSigner(List::of), candidates -> verify(id, text, given, candidates));
    }

    private Verdict verify(String id, byte[] text, List<String> given, List<Secret> candidates) {
        boolean matches = false;
        for (Secret secret : candidates) {
            byte[] expected = signature(text, secret).getBytes(StandardCharsets.US_ASCII);
            for (String signature : given) {
                matches |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return matches
                ? Verdict.accepted(id)
                : Verdict.refused(Refusal.WRONG_SIGNATURE, "No signature matches this id, timestamp, body and secret.");
    }

    /**
     * Signs a request now, with each of the secrets, so that receivers can change from one secret to another.
     *
     * @param id identifies the message and stays the same in a retry, so that receivers recognize repeats
     */
    public WebhookRequest sign(String id, WebhookRequest request) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        byte[] text = text(id, timestamp, request);
        String signatures = secrets.forSigner(() -> "").stream()
                .map(secret -> signature(text, secret))
                .collect(Collectors.joining(" "));
        Headers headers =
                request.headers().with(ID, id).with(TIMESTAMP, timestamp).with(SIGNATURE, signatures);
        return WebhookRequest.of(request.method(), request.url(), headers, request.body());
    }

    private String signature(byte[] text, Secret secret) {
        return "v1," + Base64.getEncoder().encodeToString(keys.of(secret).sign(text));
    }

    private static byte[] text(String id, String timestamp, WebhookRequest request) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        text.writeBytes(request.body());
        return text.toByteArray();
    }

    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        byte[] key = decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        if (key.length == 0) {
            throw new IllegalArgumentException("A secret of Standard Webhooks is empty");
        }
        return key;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message contains a part of the secret.
            throw new IllegalArgumentException(
                    "A secret of Standard Webhooks must be " + PREFIX + " and a key in Base64");
        }
    }
}
