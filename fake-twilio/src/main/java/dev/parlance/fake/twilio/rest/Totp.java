package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app (RFC 6238).
 *
 * @param secret the secret in Base32
 * @param step the seconds for which a code is valid
 * @param skew the number of steps before and after the current one whose codes are valid too
 */
record Totp(String secret, String algorithm, int digits, int step, int skew) {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static Totp of(String secret, JsonNode config) {
        return new Totp(
                secret,
                config.path("alg").asText("sha1"),
                config.path("code_length").asInt(6),
                config.path("time_step").asInt(30),
                config.path("skew").asInt(1));
    }

    boolean accepts(String code, Instant now) {
        long current = now.getEpochSecond() / step;
        for (long counter = current - skew; counter <= current + skew; counter++) {
            if (code(counter).equals(code)) {
                return true;
            }
        }
        return false;
    }

    private String code(long counter) {
        try {
            String name = "Hmac" + algorithm.toUpperCase(Locale.ROOT);
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(decoded(secret), name));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    private static byte[] decoded(String base32) {
        String plain = base32.replace("=", "").toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[plain.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < plain.length() && next < bytes.length; i++) {
            buffer = buffer << 5 | BASE_32.indexOf(plain.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    static boolean isSecret(String text) {
        return text.toUpperCase(Locale.ROOT).matches("[A-Z2-7]{16,}=*");
    }

    /** A secret that is the same in each run: the digits of a SID. */
    static String secretOf(String sid) {
        StringBuilder secret = new StringBuilder();
        for (char digit : sid.substring(2).toCharArray()) {
            secret.append(BASE_32.charAt(Character.digit(digit, 16) * 2 + secret.length() % 2));
        }
        return secret.toString();
    }
}
