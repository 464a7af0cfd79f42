package dev.parlance.fake.twilio.catalog;

import java.util.List;
import java.util.Optional;

/** One of Twilio's operations: a method on a path of a host. */
public final class Operation {
    private final Document document;
    private final Route route;
    private final List<Integer> statuses;
    private final Optional<Type> answer;
    private final boolean open;
    private final List<Parameter> parameters;

    Operation(
            Document document,
            Route route,
            List<Integer> statuses,
            Optional<Type> answer,
            boolean open,
            List<Parameter> parameters) {
        this.document = document;
        this.route = route;
        this.statuses = statuses;
        this.answer = answer;
        this.open = open;
        this.parameters = parameters;
    }

    public Document document() {
        return document;
    }

    public Route route() {
        return route;
    }

    public String method() {
        return route.method();
    }

    /** The documented statuses of success, the usual one first. */
    public List<Integer> statuses() {
        return statuses;
    }

    /** The type of the response; empty if it has no body. */
    public Optional<Type> answer() {
        return answer;
    }

    /** The schema of the response; empty if it has no body, or no known fields. */
    public Optional<Schema> schema() {
        return answer.flatMap(document::schema);
    }

    /** Whether the response is a list, or a page of one. */
    public boolean isList() {
        return method().equals("GET") && schema().filter(this::isPage).isPresent();
    }

    /** The schema of the items in the list that is the response; empty for other responses. */
    public Optional<Schema> items() {
        return schema().filter(any -> isList())
                .flatMap(page -> page.listKey()
                        .flatMap(key -> Optional.ofNullable(page.fields().get(key))))
                .flatMap(Type::item)
                .flatMap(document::schema);
    }

    private boolean isPage(Schema schema) {
        Type meta = schema.fields().get("meta");
        return schema.name().startsWith("List")
                || schema.name().endsWith("Page")
                || schema.fields().containsKey("first_page_uri")
                || (meta != null
                        && document.schema(meta)
                                .filter(it -> it.fields().containsKey("page_size"))
                                .isPresent());
    }

    /** Whether the operation can be requested without credentials. */
    public boolean isOpen() {
        return open;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
