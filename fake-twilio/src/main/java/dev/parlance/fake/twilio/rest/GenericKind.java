package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.catalog.Document;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an operation does, by its method, its path and the other operations of its document. */
enum GenericKind {
    LIST,
    FETCH,
    CREATE,
    UPDATE,
    /** Creates or replaces an item whose key is in the path. */
    PUT,
    DELETE,
    /** A resource that has no collection, such as a configuration. */
    FETCH_SINGLE,
    UPDATE_SINGLE,
    DELETE_SINGLE,
    /** Returns a result that can't be fetched again. */
    ACT;

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String ANY = "{any}";

    static GenericKind of(Operation operation) {
        Route route = operation.route();
        boolean isItem = route.isItem();
        return switch (operation.method()) {
            case "GET" -> operation.isList() ? LIST : isItem ? FETCH : FETCH_SINGLE;
            case "DELETE" -> isItem ? DELETE : DELETE_SINGLE;
            default -> isItem ? ofItemChange(operation) : ofCollectionChange(operation);
        };
    }

    private static GenericKind ofItemChange(Operation operation) {
        boolean puts = operation.statuses().contains(201)
                || (operation.method().equals("PUT")
                        && !creates(
                                operation.document(),
                                collection(operation.route().segments())));
        return puts ? PUT : UPDATE;
    }

    private static GenericKind ofCollectionChange(Operation operation) {
        List<String> path = operation.route().segments();
        var fetch = operation.document().operation("GET", path);
        if (fetch.isPresent()) {
            return fetch.get().isList() ? CREATE : UPDATE_SINGLE;
        }
        return hasItems(operation.document(), path) ? CREATE : ACT;
    }

    /** Whether there are operations on or below the items of a collection. */
    private static boolean hasItems(Document document, List<String> collection) {
        int size = collection.size() + 1;
        List<String> item = item(collection);
        return document.operations().stream()
                .filter(operation -> operation.route().segments().size() >= size)
                .anyMatch(operation -> operation.route().startsWith(item));
    }

    /** Whether a client can create an item of this collection. */
    static boolean isCreatable(Document document, List<String> collection) {
        return creates(document, collection)
                || METHODS.stream()
                        .flatMap(method -> document.operation(method, item(collection)).stream())
                        .anyMatch(operation -> operation.statuses().contains(201));
    }

    private static boolean creates(Document document, List<String> collection) {
        return document.operation("POST", collection)
                .filter(operation -> of(operation) == CREATE)
                .isPresent();
    }

    static List<String> item(List<String> collection) {
        List<String> item = new ArrayList<>(collection);
        item.add(ANY);
        return item;
    }

    static List<String> collection(List<String> item) {
        return item.subList(0, item.size() - 1);
    }
}
