package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Creates the tables and buckets of a template. CloudFormation's properties of a table double as DynamoDB's request. */
final class LocalResources {
    private static final List<String> NOT_IN_REQUEST =
            List.of("TimeToLiveSpecification", "PointInTimeRecoverySpecification", "SSESpecification", "Tags");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> endpoints;

    LocalResources(Map<String, String> endpoints) {
        this.endpoints = endpoints;
    }

    void table(String name, JsonNode properties) {
        ObjectNode request = ((ObjectNode) properties.deepCopy()).without(NOT_IN_REQUEST);
        if (!request.has("TableName")) {
            request.put("TableName", name);
        }
        send(request("AWS_ENDPOINT_URL_DYNAMODB", "/", "dynamodb")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.CreateTable")
                .POST(BodyPublishers.ofString(request.toString())));
    }

    void bucket(String name) {
        send(request("AWS_ENDPOINT_URL_S3", "/" + name, "s3").PUT(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String endpoint, String path, String service) {
        return HttpRequest.newBuilder(URI.create(endpoints.get(endpoint) + path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=template/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0");
    }

    private void send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException("Can't create a resource of the template: " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't create a resource of the template", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating a resource", e);
        }
    }
}
