package dev.parlance.fake.twilio.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether the values in a response fit their types. */
public final class Values {
    private static final Pattern SID_DIGITS = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern PHONE = Pattern.compile("[+\\w:.@*#() -]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE|HEAD");
    private static final Pattern URI = Pattern.compile("(?:https?|wss?|sips?|/).*");

    private Values() {}

    /** Whether a value that is not null fits a type that is no list and has no known fields. */
    public static boolean fits(Type type, JsonNode value) {
        return switch (type.name()) {
            case "string" -> value.isTextual() && fits(type, value.textValue());
            case "integer" -> value.isIntegralNumber() && isInRange(type, value.asDouble());
            case "number" -> value.isNumber() && isInRange(type, value.asDouble());
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static boolean fits(Type type, String text) {
        return (type.words().isEmpty() || type.words().contains(text))
                && (!type.isSid() || isSid(type, text))
                && type.limit("pattern").map(text::matches).orElse(true)
                && hasFormat(type.format(), text);
    }

    /** Whether a number is within the type's limits. */
    public static boolean isInRange(Type type, double number) {
        return type.limit("min").map(min -> number >= Double.parseDouble(min)).orElse(true)
                && type.limit("max")
                        .map(max -> number <= Double.parseDouble(max))
                        .orElse(true);
    }

    /** Whether the text is a SID with one of the type's prefixes. */
    public static boolean isSid(Type type, String text) {
        if (text.length() != 34 || !SID_DIGITS.matcher(text.substring(2)).matches()) {
            return false;
        }
        List<String> prefixes = type.prefixes();
        return prefixes.isEmpty() || prefixes.contains(text.substring(0, 2));
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "date-time" -> parses(() -> Instant.parse(text));
            case "date-time-rfc-2822" -> parses(() -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            case "date" -> parses(() -> LocalDate.parse(text));
            case "phone-number" -> PHONE.matcher(text).matches();
            case "iso-country-code" -> COUNTRY.matcher(text).matches();
            case "currency" -> CURRENCY.matcher(text).matches();
            case "http-method" -> METHOD.matcher(text.toUpperCase(Locale.ROOT)).matches();
            case "email" -> text.contains("@");
            case "uri" -> text.isEmpty() || URI.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
