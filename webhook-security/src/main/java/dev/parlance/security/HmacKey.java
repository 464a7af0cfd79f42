package dev.parlance.security;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs with one secret. A {@link Mac} is not thread-safe, so idle ones are pooled here. */
final class HmacKey {
    /** A power of two larger than the processor count of most machines, so that threads rarely share a slot. */
    private static final int SLOTS = 32;

    private final String algorithm;
    private final SecretKeySpec key;
    private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(SLOTS);

    HmacKey(String algorithm, byte[] key) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(key, algorithm);
    }

    byte[] sign(byte[] text) {
        int slot = (int) Thread.currentThread().getId() & (SLOTS - 1);
        Mac mac = idle.getAndSet(slot, null);
        if (mac == null) {
            mac = newMac();
        }
        byte[] signature = mac.doFinal(text);
        idle.set(slot, mac);
        return signature;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM does not support " + algorithm, e);
        }
    }
}
