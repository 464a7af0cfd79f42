package dev.parlance.fake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** EventBridge: at most ten entries a request, each accepted or rejected individually. */
final class FakeEventBus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ENTRIES = 10;

    private final List<PublishedEvent> accepted = new ArrayList<>();
    private final List<Consumer<PublishedEvent>> listeners = new CopyOnWriteArrayList<>();
    private int requestsToReject;
    private List<Integer> rejectedPositions = List.of();

    void listen(Consumer<PublishedEvent> listener) {
        listeners.add(listener);
    }

    synchronized void refuse(int requests, List<Integer> positions) {
        this.requestsToReject = requests;
        this.rejectedPositions = positions;
    }

    synchronized List<PublishedEvent> all() {
        return List.copyOf(accepted);
    }

    ObjectNode put(JsonNode request) {
        List<PublishedEvent> added = new ArrayList<>();
        ObjectNode response = accept(request, added);
        added.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
        return response;
    }

    private synchronized ObjectNode accept(JsonNode request, List<PublishedEvent> added) {
        JsonNode entries = request.path("Entries");
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new AwsError("ValidationException");
        }
        List<Integer> rejected = requestsToReject-- > 0 ? rejectedPositions : List.of();
        ObjectNode response = JSON.createObjectNode();
        ArrayNode results = response.putArray("Entries");
        int failed = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (rejected.contains(i) || !isJson(entries.get(i).path("Detail").asText())) {
                results.addObject().put("ErrorCode", "InternalFailure").put("ErrorMessage", "Rejected by FakeAws.");
                failed++;
            } else {
                added.add(event(entries.get(i)));
                results.addObject().put("EventId", "event-" + (accepted.size() + added.size()));
            }
        }
        accepted.addAll(added);
        return response.put("FailedEntryCount", failed);
    }

    private static PublishedEvent event(JsonNode entry) {
        return new PublishedEvent(
                entry.path("EventBusName").asText("default"),
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                entry.path("Detail").asText());
    }

    private static boolean isJson(String detail) {
        try {
            return JSON.readTree(detail).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
