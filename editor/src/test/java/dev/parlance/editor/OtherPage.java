package dev.parlance.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A page of the editor without a browser. */
final class OtherPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private String id = "";

    private OtherPage(URI url) {
        this.url = url;
    }

    static OtherPage open(URI url) {
        OtherPage page = new OtherPage(url);
        page.id = page.ask("open", JSON.createObjectNode()).path("page").asText();
        return page;
    }

    void close() {
        JsonNode unused = ask("close", JSON.createObjectNode());
    }

    /** The answer to a request that succeeds. */
    JsonNode ask(String path, ObjectNode fields) {
        HttpResponse<String> response = send(path, fields);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return read(response.body());
    }

    HttpResponse<String> send(String path, ObjectNode fields) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("api/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(fields.put("page", id).toString()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
