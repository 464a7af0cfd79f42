package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches the keys derived from secrets, so that requests don't pay for key set-up. */
final class HmacKeys {
    /** Far more than are in use at once, so that replaced secrets don't accumulate. */
    private static final int MAX_KEYS = 1_000;

    private final String algorithm;
    private final Map<Secret, HmacKey> keys = new ConcurrentHashMap<>();

    HmacKeys(String algorithm) {
        this.algorithm = algorithm;
    }

    HmacKey of(Secret secret) {
        HmacKey key = keys.get(secret);
        if (key == null) {
            if (keys.size() >= MAX_KEYS) {
                keys.clear();
            }
            key = keys.computeIfAbsent(secret, unknown -> new HmacKey(algorithm, unknown));
        }
        return key;
    }
}
