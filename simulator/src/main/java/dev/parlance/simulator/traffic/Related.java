package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entries that belong to the same message or call, with the reason. */
final class Related {
    private static final int MAX = 60;

    private Related() {}

    static ArrayNode to(Entry entry, TrafficLog log) {
        Map<Long, Entry> found = new TreeMap<>();
        entry.subject().sids().forEach(sid -> log.naming(sid).forEach(other -> found.put(other.number(), other)));
        entry.exchange()
                .filter(exchange -> exchange.repeats() > 0)
                .flatMap(exchange -> log.find(exchange.repeats()))
                .ifPresent(original -> found.put(original.number(), original));
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        if (found.size() > 1) {
            nearest(List.copyOf(found.values()), entry).forEach(other -> json.add(row(entry, other)));
        }
        return json;
    }

    /** A call can have hundreds of entries: those around this one. */
    private static List<Entry> nearest(List<Entry> all, Entry entry) {
        int at = Math.max(0, all.indexOf(entry));
        int from = Math.max(0, Math.min(at - MAX / 2, all.size() - MAX));
        return all.subList(from, Math.min(all.size(), from + MAX));
    }

    private static ObjectNode row(Entry entry, Entry other) {
        return Rows.of(other).put("reason", reason(entry, other));
    }

    private static String reason(Entry entry, Entry other) {
        if (other.number() == entry.number()) {
            return "this one";
        }
        if (isRepetition(entry, other)) {
            return "sent again as this one";
        }
        if (isRepetition(other, entry)) {
            return "this one, sent again";
        }
        if (isRetry(entry, other)) {
            return "another attempt of this one";
        }
        if (isChange(other) && entry.kind() != Kind.API && other.number() < entry.number()) {
            return "API request that caused it";
        }
        if (other.kind() == Kind.CALLBACK) {
            return other.exchange().map(CallbackEvent::of).orElse("") + " reported";
        }
        return other.subject().call().isEmpty() ? "same message" : "same call";
    }

    /** A request that only reads causes nothing. */
    private static boolean isChange(Entry entry) {
        return entry.kind() == Kind.API
                && entry.exchange()
                        .filter(exchange -> !exchange.request().method().equals("GET"))
                        .isPresent();
    }

    private static boolean isRepetition(Entry repetition, Entry original) {
        return repetition
                .exchange()
                .filter(exchange -> exchange.repeats() == original.number())
                .isPresent();
    }

    private static boolean isRetry(Entry one, Entry other) {
        String token = one.exchange().map(Exchange::idempotency).orElse("");
        return !token.isEmpty()
                && token.equals(other.exchange().map(Exchange::idempotency).orElse(""));
    }
}
