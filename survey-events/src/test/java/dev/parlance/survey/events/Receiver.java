package dev.parlance.survey.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An application that receives events and fails as a test wants; otherwise it accepts them. */
final class Receiver implements BeforeEachCallback, AfterEachCallback {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final ConcurrentLinkedQueue<MockResponse> failures = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                MockResponse failure = failures.poll();
                return failure == null ? new MockResponse.Builder().code(204).build() : failure;
            }
        });
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    URI url() {
        return server.url("/events?tenant=7").uri();
    }

    /** Makes this many requests fail. */
    void failsNext(int times, Consumer<MockResponse.Builder> failure) {
        for (int i = 0; i < times; i++) {
            MockResponse.Builder response = new MockResponse.Builder();
            failure.accept(response);
            failures.add(response.build());
        }
    }

    void answersNext(int times, int status) {
        failsNext(times, response -> response.code(status));
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    /** The types of the events in all requests, in order: {@code started}, {@code answered}. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        requests.forEach(request -> {
            String type = event(request).path("type").asText();
            types.add(type.substring(type.lastIndexOf('.') + 1));
        });
        return types;
    }

    List<String> ids() {
        return requests.stream()
                .map(request -> request.getHeaders().get("webhook-id"))
                .toList();
    }

    static JsonNode event(RecordedRequest request) {
        try {
            return JSON.readTree(request.getBody().utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
