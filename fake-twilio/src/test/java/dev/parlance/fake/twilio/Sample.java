package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.catalog.Type;
import java.util.HashMap;
import java.util.Map;

/** Valid values of parameters, by their types. */
final class Sample {
    private static final String URL = "https://app.example/hook";

    private final Map<String, String> known =
            new HashMap<>(Map.of("From", "+15005550006", "To", "+5215512345678", "Url", URL));
    private int last;

    void set(String name, String value) {
        known.put(name, value);
    }

    String of(String name, Type type) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (type.item().isPresent()) {
            return of(name, type.item().get());
        }
        if (!type.words().isEmpty()) {
            return type.words().get(0);
        }
        if (type.isSid()) {
            return sid(type.prefixes().isEmpty() ? "XX" : type.prefixes().get(0));
        }
        return switch (type.name()) {
            case "boolean" -> "true";
            case "integer", "number" -> type.limit("min").orElse("1");
            case "object", "any" -> "{}";
            default -> type.schema().isPresent() ? "{}" : text(name, type);
        };
    }

    static String sid(String prefix) {
        return prefix + "0".repeat(31) + "9";
    }

    private String text(String name, Type type) {
        if (name.matches(".*(Url|Callback)")) {
            return URL;
        }
        if (name.endsWith("Method")) {
            return "POST";
        }
        if (name.endsWith("Date")) {
            return "2026-03-01";
        }
        if (type.limit("pattern").isPresent()) {
            String start = type.limit("pattern").get().replaceAll("\\^|\\.\\+.*|\\[.*", "");
            return start.length() == 2 ? sid(start) : start + "9";
        }
        return switch (type.format()) {
            case "date-time" -> "2026-03-01T12:00:00Z";
            case "date" -> "2026-03-01";
            case "uri" -> URL;
            case "http-method" -> "POST";
            case "phone-number", "endpoint" -> "+1415555" + (1000 + ++last);
            case "iso-country-code" -> "US";
            case "email" -> "ana@example.com";
            case "twiml" -> "<Response/>";
            default -> name.endsWith("Sid") ? sid("XX") : name.contains("Country") ? "US" : "sample" + ++last;
        };
    }
}
