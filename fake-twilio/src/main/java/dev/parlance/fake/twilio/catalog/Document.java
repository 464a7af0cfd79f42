package dev.parlance.fake.twilio.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of Twilio's OpenAPI documents. */
public final class Document {
    private final String name;
    private final List<Operation> operations;
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    Document(String name, List<Operation> operations) {
        this.name = name;
        this.operations = operations;
    }

    void add(Schema schema) {
        schemas.put(schema.name(), schema);
    }

    /** The name, for example {@code conversations_v1}. */
    public String name() {
        return name;
    }

    public List<Operation> operations() {
        return operations;
    }

    public Optional<Schema> schema(Type type) {
        return type.schema().map(schemas::get);
    }

    /** The operation for a request. A literal segment goes before a variable. */
    Optional<Operation> find(Route request) {
        return operations.stream()
                .filter(operation -> operation.route().matches(request))
                .max(Comparator.comparingLong(operation -> operation.route().literals()));
    }

    /** The operation with this method on a path of this shape. */
    public Optional<Operation> operation(String method, List<String> segments) {
        return operations.stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.route().hasShape(segments))
                .findFirst();
    }
}
