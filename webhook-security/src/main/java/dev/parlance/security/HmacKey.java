package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs with one secret. A {@link Mac} serves one thread at a time, so those not in use wait here for the next. */
final class HmacKey {
    /** A power of two, and more than there are processors in most machines: a thread finds its own place again. */
    private static final int PLACES = 32;

    private final String algorithm;
    private final SecretKeySpec key;
    private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(PLACES);

    HmacKey(String algorithm, Secret secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm);
    }

    byte[] sign(byte[] text) {
        int place = (int) Thread.currentThread().getId() & (PLACES - 1);
        Mac mac = idle.getAndSet(place, null);
        if (mac == null) {
            mac = keyed();
        }
        byte[] signature = mac.doFinal(text);
        idle.set(place, mac);
        return signature;
    }

    private Mac keyed() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }
}
