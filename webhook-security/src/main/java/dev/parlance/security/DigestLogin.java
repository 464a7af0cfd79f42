package dev.parlance.security;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * HTTP Digest authentication (RFC 7616) with {@code qop=auth}. A nonce is its creation time and a signature of that, so no
 * state is kept.
 */
final class DigestLogin implements Credentials {
    private static final String REALM = "webhooks";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /** In the order of the challenges: Java's client and others take the first, and all support MD5. */
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-256");

    private final String name;
    private final Secret password;
    private final HmacKey nonces;
    private final Clock clock;

    private DigestLogin(String name, Secret password, HmacKey nonces, Clock clock) {
        this.name = name;
        this.password = password;
        this.nonces = nonces;
        this.clock = clock;
    }

    static DigestLogin of(String name, Secret password, Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new DigestLogin(name, password, new HmacKey("HmacSHA256", random), clock);
    }

    @Override
    public List<String> challenges() {
        String nonce = nonce(clock.instant());
        return ALGORITHMS.stream()
                .map(algorithm -> "Digest realm=\"%s\", qop=\"auth\", algorithm=%s, nonce=\"%s\""
                        .formatted(REALM, algorithm, nonce))
                .toList();
    }

    @Override
    public boolean accepts(WebhookRequest request) {
        List<String> values = request.headers().all("Authorization");
        if (values.size() != 1 || !values.get(0).regionMatches(true, 0, "Digest ", 0, 7)) {
            return false;
        }
        Map<String, String> given = HeaderFields.of(values.get(0).substring(7));
        String algorithm = given.getOrDefault("algorithm", "MD5");
        return ALGORITHMS.contains(algorithm)
                && given.getOrDefault("realm", "").equals(REALM)
                && given.getOrDefault("qop", "").equals("auth")
                && PublicUrl.afterAuthority(request.url()).equals(given.getOrDefault("uri", ""))
                && isFresh(given.getOrDefault("nonce", ""))
                && isEqual(given.getOrDefault("response", ""), response(request, algorithm, given));
    }

    private String response(WebhookRequest request, String algorithm, Map<String, String> given) {
        String userHash = hash(algorithm, name + ":" + REALM + ":" + password.reveal());
        String requestHash = hash(algorithm, request.method() + ":" + given.getOrDefault("uri", ""));
        return hash(
                algorithm,
                String.join(
                        ":",
                        userHash,
                        given.getOrDefault("nonce", ""),
                        given.getOrDefault("nc", ""),
                        given.getOrDefault("cnonce", ""),
                        "auth",
                        requestHash));
    }

    private String nonce(Instant created) {
        String time = Long.toHexString(created.getEpochSecond());
        return time + "." + HexFormat.of().formatHex(nonces.sign(time.getBytes(StandardCharsets.US_ASCII)));
    }

    private boolean isFresh(String nonce) {
        int dot = nonce.indexOf('.');
        if (dot < 1 || dot > 15) {
            return false;
        }
        Instant created;
        try {
            created = Instant.ofEpochSecond(Long.parseLong(nonce.substring(0, dot), 16));
        } catch (RuntimeException e) {
            return false;
        }
        Instant now = clock.instant();
        return isEqual(nonce, nonce(created))
                && !created.isAfter(now)
                && created.plus(LIFETIME).isAfter(now);
    }

    private static boolean isEqual(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM does not support " + algorithm, e);
        }
    }
}
