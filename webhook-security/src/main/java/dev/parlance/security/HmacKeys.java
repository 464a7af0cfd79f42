package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys made of secrets, kept so that a request costs no key set-up. */
final class HmacKeys {
    /** Far more than are in use at once: secrets that were changed for others do not pile up for ever. */
    private static final int MOST = 1_000;

    private final String algorithm;
    private final Map<Secret, HmacKey> keys = new ConcurrentHashMap<>();

    HmacKeys(String algorithm) {
        this.algorithm = algorithm;
    }

    HmacKey of(Secret secret) {
        HmacKey key = keys.get(secret);
        if (key == null) {
            if (keys.size() >= MOST) {
                keys.clear();
            }
            key = keys.computeIfAbsent(secret, unknown -> new HmacKey(algorithm, unknown));
        }
        return key;
    }
}
