package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Type;
import dev.parlance.fake.twilio.catalog.Values;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a value of a parameter by its type; for untyped texts, by its name. */
final class ValueCheck {
    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern RELATIVE_DAY = Pattern.compile("[+-]?\\d{1,5}days?");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?|wss?)://[^\\s/?#]+\\S*|sips?:\\S+");
    private static final Pattern METHOD = Pattern.compile("(?i)GET|POST");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern NAME_OF_URL = Pattern.compile(".*(?:Url|Callback)");
    private static final Pattern NAME_OF_METHOD = Pattern.compile(".*Method");
    private static final Pattern NAME_OF_DATE = Pattern.compile("StartDate|EndDate");

    private ValueCheck() {}

    /** Why Twilio refuses a value; empty if it doesn't. An empty text is valid: it clears a field. */
    static Optional<Refusal> refusal(Parameter parameter, String value) {
        Type type = parameter.type().item().orElse(parameter.type());
        if (value.isEmpty() || isValid(parameter.name(), type, value)) {
            return Optional.empty();
        }
        return Optional.of(kind(parameter.name(), type, value));
    }

    /** Like {@link #refusal(Parameter, String)} for a value in a JSON body. */
    static Optional<Refusal> refusal(Parameter parameter, JsonNode value) {
        Type type = parameter.type();
        if (value.isNull()) {
            return Optional.empty();
        }
        if (type.is("list")) {
            return value.isArray() ? refusalOfItem(parameter, value) : Optional.of(Refusal.TYPE);
        }
        if (type.schema().isPresent() || type.is("object")) {
            return value.isObject() ? Optional.empty() : Optional.of(Refusal.TYPE);
        }
        if (type.is("any")) {
            return Optional.empty();
        }
        boolean isRight = switch (type.name()) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> value.isTextual();
        };
        return isRight ? refusal(parameter, value.asText()) : Optional.of(kind(parameter.name(), type, value.asText()));
    }

    private static Optional<Refusal> refusalOfItem(Parameter list, JsonNode values) {
        Parameter item =
                new Parameter(list.place(), list.name(), list.type().item().orElseThrow());
        for (JsonNode value : values) {
            Optional<Refusal> refusal = refusal(item, value);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static boolean isValid(String name, Type type, String value) {
        return switch (kind(name, type, value)) {
            case BOOLEAN -> BOOLEAN.matcher(value).matches();
            case INTEGER -> INTEGER.matcher(value).matches();
            case NUMBER -> NUMBER.matcher(value).matches();
            case RANGE -> Values.isInRange(type, Double.parseDouble(value));
            case DATE -> isDate(value);
            case SID -> Values.isSid(type, value);
            case WORD -> type.words().contains(value) || isMethod(type, value);
            case URL -> URL.matcher(value).matches();
            case METHOD -> METHOD.matcher(value).matches();
            case COUNTRY -> COUNTRY.matcher(value).matches();
            case EMAIL -> EMAIL.matcher(value).matches();
            case TYPE -> type.limit("pattern").map(value::matches).orElse(true);
            case MISSING -> true;
        };
    }

    /** Methods may be in capitals or not, whatever the documents say. */
    private static boolean isMethod(Type type, String value) {
        return METHOD.matcher(value).matches() && type.words().stream().anyMatch(value::equalsIgnoreCase);
    }

    /** The refusal that applies if the value is invalid. */
    private static Refusal kind(String name, Type type, String value) {
        return switch (type.name()) {
            case "boolean" -> Refusal.BOOLEAN;
            case "integer" -> INTEGER.matcher(value).matches() ? Refusal.RANGE : Refusal.INTEGER;
            case "number" -> NUMBER.matcher(value).matches() ? Refusal.RANGE : Refusal.NUMBER;
            case "string" -> kindOfText(name, type);
            default -> Refusal.TYPE;
        };
    }

    private static Refusal kindOfText(String name, Type type) {
        if (!type.words().isEmpty()) {
            return Refusal.WORD;
        }
        if (type.isSid()) {
            return Refusal.SID;
        }
        return switch (type.format()) {
            case "date", "date-time" -> Refusal.DATE;
            case "uri" -> Refusal.URL;
            case "http-method" -> Refusal.METHOD;
            case "iso-country-code" -> Refusal.COUNTRY;
            case "email" -> Refusal.EMAIL;
            case "" -> kindByName(name);
            default -> Refusal.TYPE;
        };
    }

    private static Refusal kindByName(String name) {
        if (NAME_OF_URL.matcher(name).matches()) {
            return Refusal.URL;
        }
        if (NAME_OF_METHOD.matcher(name).matches()) {
            return Refusal.METHOD;
        }
        return NAME_OF_DATE.matcher(name).matches() ? Refusal.DATE : Refusal.TYPE;
    }

    private static boolean isDate(String value) {
        if (RELATIVE_DAY.matcher(value).matches()) {
            return true;
        }
        try {
            ClientTime.any(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
