package dev.parlance.survey;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Decides which callers may use a route that contacts people. */
@FunctionalInterface
public interface CallerAuth {
    /** The caller's name, which the rate limit counts by; empty if the caller is not allowed. */
    Optional<String> caller(WebhookRequest request);

    /** Allows requests that carry this key: {@code Authorization: Bearer …}. */
    static CallerAuth bearer(Secret key) {
        byte[] expected = ("Bearer " + key.reveal()).getBytes(StandardCharsets.UTF_8);
        return request -> {
            byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, given) ? Optional.of("bearer") : Optional.empty();
        };
    }

    /**
     * Allows requests signed with this key: {@code X-Parlance-Signature: t=1763715600,v1=…}, the hexadecimal HMAC-SHA256 of the
     * time, a dot, the path, a dot and the body. A signature is valid for five minutes.
     */
    static CallerAuth hmac(Secret key, Clock clock) {
        return request -> {
            String[] parts = request.header("X-Parlance-Signature").orElse("").split(",v1=", -1);
            if (parts.length != 2 || !parts[0].matches("t=\\d{1,12}")) {
                return Optional.empty();
            }
            Instant time = Instant.ofEpochSecond(Long.parseLong(parts[0].substring(2)));
            boolean isFresh = Duration.between(time, clock.instant()).abs().compareTo(Duration.ofMinutes(5)) <= 0;
            byte[] expected = sign(key, time, request).getBytes(StandardCharsets.UTF_8);
            return isFresh && MessageDigest.isEqual(expected, parts[1].getBytes(StandardCharsets.UTF_8))
                    ? Optional.of("hmac")
                    : Optional.empty();
        };
    }

    /** The signature of a request sent at this time: the value after {@code v1=} in the header. */
    static String sign(Secret key, Instant time, WebhookRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time.getEpochSecond() + "." + request.path() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(request.body()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java runtime has no HmacSHA256", e);
        }
    }
}
