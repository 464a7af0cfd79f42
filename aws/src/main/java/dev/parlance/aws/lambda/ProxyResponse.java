package dev.parlance.aws.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes a response in the format of proxy integrations: {@code {"statusCode":200,"headers":{…},"body":"…"}}. */
final class ProxyResponse {
    private ProxyResponse() {}

    /** Writes the headers. */
    interface HeaderWriter {
        void write(JsonGenerator json, Map<String, List<String>> headers) throws IOException;
    }

    /** Writes {@code "headers"}, with multiple values joined by commas. */
    static void joinedHeaders(JsonGenerator json, Map<String, List<String>> headers) throws IOException {
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            json.writeStringField(header.getKey(), String.join(", ", header.getValue()));
        }
        json.writeEndObject();
    }

    /** Writes {@code "multiValueHeaders"}. */
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
