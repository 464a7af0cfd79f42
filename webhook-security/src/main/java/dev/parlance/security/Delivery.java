package dev.parlance.security;

import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What a delivery is known by again. Hashes, so that what is remembered is short and of no use to anyone.
 *
 * @param signature by its signature
 * @param words by its signature and what it said
 * @param token by the sender's token; empty if it has none
 * @param content what it said
 */
record Delivery(String signature, String words, String token, String content) {
    private static final String TOKEN = "I-Twilio-Idempotency-Token";
    private static final int HASH_BYTES = 16;

    static Delivery of(WebhookRequest request, Verdict verdict) {
        // With the path: a fallback URL is another delivery, whatever its token.
        String token = request.header(TOKEN)
                .map(value -> hash("token " + value + " " + request.path()))
                .orElse("");
        String signature = hash("signature " + verdict.fingerprint());
        String content = content(request);
        return new Delivery(signature, hash(signature + content), token, content);
    }

    /**
     * Where names and values begin and end is part of it, and so is the method, since Twilio signs neither. The order is not: a
     * second try may have another.
     */
    private static String content(WebhookRequest request) {
        StringBuilder content = new StringBuilder(request.method()).append(' ').append(request.path());
        List<Parameter> sorted = new ArrayList<>(request.formParameters().entries());
        sorted.sort(Comparator.comparing(Parameter::name).thenComparing(Parameter::value));
        String name = "";
        String value = "";
        for (Parameter parameter : sorted) {
            if (!parameter.name().equals(name) || !parameter.value().equals(value)) {
                name = parameter.name();
                value = parameter.value();
                content.append(' ')
                        .append(name.length())
                        .append(' ')
                        .append(value.length())
                        .append(' ');
                content.append(name).append(value);
            }
        }
        return hash(content.toString());
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
