package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Caches the keys derived from secrets, so that requests don't pay for key set-up. */
final class HmacKeys {
    /** Far more than are in use at once, so that replaced secrets don't accumulate. */
    private static final int MAX_KEYS = 1_000;

    private final String algorithm;
    private final Function<Secret, byte[]> bytes;
    private final Map<Secret, HmacKey> keys = new ConcurrentHashMap<>();

    /** The text of a secret is its key. */
    HmacKeys(String algorithm) {
        this(algorithm, secret -> secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** The key is read from the text of a secret. */
    HmacKeys(String algorithm, Function<Secret, byte[]> bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    HmacKey of(Secret secret) {
        HmacKey key = keys.get(secret);
        if (key == null) {
            if (keys.size() >= MAX_KEYS) {
                keys.clear();
            }
            key = keys.computeIfAbsent(secret, unknown -> new HmacKey(algorithm, bytes.apply(unknown)));
        }
        return key;
    }
}
