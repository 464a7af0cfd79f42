package dev.parlance.testkit.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.testkit.aws.FakeAws.BusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What is told to EventBridge: at most ten entries a request, each taken or refused by itself. */
final class FakeEventBus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ENTRIES = 10;

    private final List<BusEvent> taken = new ArrayList<>();
    private final List<Consumer<BusEvent>> listeners = new CopyOnWriteArrayList<>();
    private int refusing;
    private List<Integer> refused = List.of();

    void listen(Consumer<BusEvent> listener) {
        listeners.add(listener);
    }

    synchronized void refuse(int requests, List<Integer> places) {
        this.refusing = requests;
        this.refused = places;
    }

    synchronized List<BusEvent> all() {
        return List.copyOf(taken);
    }

    ObjectNode put(JsonNode asked) {
        List<BusEvent> now = new ArrayList<>();
        ObjectNode answer = take(asked, now);
        now.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
        return answer;
    }

    private synchronized ObjectNode take(JsonNode asked, List<BusEvent> now) {
        JsonNode entries = asked.path("Entries");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new AwsRefusal("ValidationException");
        }
        List<Integer> places = refusing-- > 0 ? refused : List.of();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("Entries");
        int failed = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (places.contains(i) || !isJson(entries.get(i).path("Detail").asText())) {
                results.addObject().put("ErrorCode", "InternalFailure").put("ErrorMessage", "The fake refuses it.");
                failed++;
            } else {
                now.add(event(entries.get(i)));
                results.addObject().put("EventId", "event-" + (taken.size() + now.size()));
            }
        }
        taken.addAll(now);
        return answer.put("FailedEntryCount", failed);
    }

    private static BusEvent event(JsonNode entry) {
        return new BusEvent(
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
