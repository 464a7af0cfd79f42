package dev.parlance.fake.twilio.catalog;

import java.util.Map;
import java.util.Optional;

/** The fields of an object in a response, in the order of Twilio's documents. */
public record Schema(String name, Map<String, Type> fields) {
    /** The field with a list of objects; empty without such a field. */
    public Optional<String> listKey() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().item().flatMap(Type::schema).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
