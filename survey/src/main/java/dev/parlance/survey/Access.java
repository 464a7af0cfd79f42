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

/** Who may begin with people. */
@FunctionalInterface
public interface Access {
    /** The name of the caller, by whom the limit goes; empty if the caller may not. */
    Optional<String> caller(WebhookRequest request);

    /** Whoever sends this key: {@code Authorization: Bearer …}. */
    static Access bearer(Secret key) {
        byte[] expected = ("Bearer " + key.reveal()).getBytes(StandardCharsets.UTF_8);
        return request -> {
            byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, given) ? Optional.of("bearer") : Optional.empty();
        };
    }

    /**
     * Whoever signs with this key: {@code X-Parlance-Signature: t=1763715600,v1=…}, the hexadecimal HMAC-SHA256 of the time,
     * a dot, the path, a dot and the body. It is good for five minutes.
     */
    static Access hmac(Secret key, Clock clock) {
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

    /** What stands behind {@code v1=} in the header of a request that was made then. */
    static String sign(Secret key, Instant time, WebhookRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time.getEpochSecond() + "." + request.path() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(request.body()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
