package dev.parlance.security;

import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text that Twilio signs: a URL, then the name and value of each parameter of the form, sorted by name and value in the order
 * of code points. Equal pairs appear once.
 */
final class SignedText {
    private final String parameters;

    private SignedText(String parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads the form of a request.
     *
     * @throws WebhookException if the form is malformed: a 400 that names the parameter
     */
    static SignedText of(WebhookRequest request) {
        Parameter[] sorted = request.formParameters().entries().toArray(Parameter[]::new);
        Arrays.sort(sorted, SignedText::compare);
        StringBuilder text = new StringBuilder(request.bodyLength());
        Parameter previous = null;
        for (Parameter parameter : sorted) {
            if (!parameter.equals(previous)) {
                text.append(parameter.name()).append(parameter.value());
            }
            previous = parameter;
        }
        return new SignedText(text.toString());
    }

    /** The signed bytes for this URL. */
    byte[] after(String url) {
        return (url + parameters).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether only the URL is signed. */
    boolean isEmpty() {
        return parameters.isEmpty();
    }

    private static int compare(Parameter a, Parameter b) {
        int byName = compare(a.name(), b.name());
        return byName == 0 ? compare(a.value(), b.value()) : byName;
    }

    /** Compares code points: surrogates stand for the highest ones, but their chars are not the highest. */
    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c != d) {
                boolean isHigh = Character.isSurrogate(c);
                return isHigh == Character.isSurrogate(d) ? c - d : isHigh ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
