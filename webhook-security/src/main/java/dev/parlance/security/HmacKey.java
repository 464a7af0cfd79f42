package dev.parlance.security;

import dev.parlance.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with one secret. A {@link Mac} serves one thread at a time, so those not in use wait here for the next. */
final class HmacKey {
    private final String algorithm;
    private final SecretKeySpec key;
    private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

    HmacKey(String algorithm, Secret secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), algorithm);
    }

    byte[] sign(byte[] text) {
        Mac mac = idle.poll();
        if (mac == null) {
            mac = keyed();
        }
        byte[] signature = mac.doFinal(text);
        idle.offer(mac);
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
