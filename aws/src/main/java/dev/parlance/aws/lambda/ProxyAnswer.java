package dev.parlance.aws.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An answer as a proxy takes it: {@code {"statusCode":200,"headers":{…},"body":"…"}}. */
final class ProxyAnswer {
    private ProxyAnswer() {}

    /** How headers are written. */
    interface HeaderWriter {
        void write(JsonGenerator json, Map<String, List<String>> headers) throws IOException;
    }

    /** {@code "headers"}, several values of one name joined by commas. */
    static void joinedHeaders(JsonGenerator json, Map<String, List<String>> headers) throws IOException {
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            json.writeStringField(header.getKey(), String.join(", ", header.getValue()));
        }
        json.writeEndObject();
    }

    /** {@code "multiValueHeaders"}. */
    static void listedHeaders(JsonGenerator json, Map<String, List<String>> headers) throws IOException {
        json.writeObjectFieldStart("multiValueHeaders");
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            json.writeArrayFieldStart(header.getKey());
            for (String value : header.getValue()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void write(WebhookResponse response, HeaderWriter headers, OutputStream output) throws IOException {
        byte[] body = response.body();
        boolean isText = isText(response.contentType());
        try (JsonGenerator json = LambdaEvent.JSON.createGenerator(output)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            headers.write(json, response.headers().asMap());
            json.writeStringField(
                    "body",
                    isText
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
            json.writeBooleanField("isBase64Encoded", !isText);
            json.writeEndObject();
        }
    }

    private static boolean isText(String contentType) {
        return contentType.isEmpty()
                || contentType.startsWith("text/")
                || contentType.contains("json")
                || contentType.contains("xml");
    }
}
