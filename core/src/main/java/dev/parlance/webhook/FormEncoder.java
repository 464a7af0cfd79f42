package dev.parlance.webhook;

import dev.parlance.webhook.Parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Encodes {@code a=b&c=d}. */
final class FormEncoder {
    private FormEncoder() {}

    static byte[] encode(Parameters parameters) {
        return parameters.entries().stream()
                .map(FormEncoder::encode)
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(Parameter parameter) {
        return URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8);
    }
}
