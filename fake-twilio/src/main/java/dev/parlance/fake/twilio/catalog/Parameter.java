package dev.parlance.fake.twilio.catalog;

/**
 * A parameter of an operation.
 *
 * @param place {@code path}, {@code query}, {@code header}, {@code form} or {@code json}
 */
public record Parameter(String place, String name, Type type) {
    public boolean isRequired() {
        return type.isRequired();
    }

    /** Whether the parameter is in the query or the body. */
    public boolean isInput() {
        return !place.equals("path") && !place.equals("header");
    }
}
