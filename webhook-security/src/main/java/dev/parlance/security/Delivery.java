package dev.parlance.security;

import dev.parlance.internal.Sha256;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hashes that recognise a repeated delivery. Hashes are short and reveal nothing.
 *
 * @param signature hash of the signature
 * @param signedContent hash of the signature and the content
 * @param token hash of the sender's token; empty if it sent none
 * @param content hash of the content
 */
record Delivery(String signature, String signedContent, String token, String content) {
    private static final String TOKEN = "I-Twilio-Idempotency-Token";
    private static final int HASH_LENGTH = 32;

    static Delivery of(WebhookRequest request, Verdict verdict) {
        // With the path: a request to a fallback URL is another delivery even with the same token.
        String token = request.header(TOKEN)
                .map(value -> hash("token " + value + " " + request.path()))
                .orElse("");
        String signature = hash("signature " + verdict.fingerprint());
        String content = content(request);
        return new Delivery(signature, hash(signature + content), token, content);
    }

    /**
     * Includes the method and the lengths of names and values, since Twilio signs neither. Ignores the order, which may differ
     * in a retry.
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
        return Sha256.hex(text).substring(0, HASH_LENGTH);
    }
}
