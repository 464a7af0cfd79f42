package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.catalog.Type;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which values are kept as they are. Only what Twilio's documents show to be harmless: a value that no rule knows is masked, so a
 * new kind of secret is too.
 */
final class FieldRules {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(^|[_.])(pin|password|passcode|secret|ticket|birth|dob|ssn|lat|latitude|long|longitude)([_.]|$)"
                    + "|BirthDate|Password|Secret|Pin$|Latitude|Longitude|token(?!_ttl|Ttl)");
    private static final Set<String> MEASURES = Set.of(
            "num_segments",
            "num_media",
            "duration",
            "price",
            "queue_time",
            "count",
            "usage",
            "channels",
            "api_version");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,10})?");
    private static final Pattern METHOD = Pattern.compile("(?i)GET|POST|PUT|PATCH|DELETE|HEAD");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    /** Fields with texts that a recording keeps if asked to. */
    private static final Set<String> TEXTS = Set.of("body", "message", "friendly_name", "friendlyname", "detail");

    private FieldRules() {}

    /** Whether the value of a field or a parameter is kept. */
    static boolean keeps(String name, @Nullable Type type, String value) {
        if (value.isEmpty()) {
            return true;
        }
        if (type == null || SECRET.matcher(name).find()) {
            return false;
        }
        return switch (type.name()) {
            case "boolean" -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case "integer", "number" -> NUMBER.matcher(value).matches();
            case "string" -> keepsText(name, type, value);
            default -> false;
        };
    }

    private static boolean keepsText(String name, Type type, String value) {
        boolean formatted = switch (type.format()) {
            case "http-method" -> METHOD.matcher(value).matches();
            case "iso-country-code" -> COUNTRY.matcher(value).matches();
            case "currency" -> CURRENCY.matcher(value).matches();
            default -> false;
        };
        return formatted
                || type.words().contains(value)
                || Kind.of(value) == Kind.DATE
                || (MEASURES.contains(name) && NUMBER.matcher(value).matches());
    }

    /** Whether the numbers of a field are kept. */
    static boolean keepsNumbers(String name, @Nullable Type type) {
        return type != null
                && (type.is("integer") || type.is("number"))
                && !SECRET.matcher(name).find();
    }

    static boolean isText(String name) {
        return TEXTS.contains(name.toLowerCase(Locale.ROOT));
    }
}
