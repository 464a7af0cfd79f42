package dev.parlance.testkit.rest;

import dev.parlance.testkit.world.ApiError;
import dev.parlance.testkit.world.Resource;
import dev.parlance.webhook.Parameters.Parameter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings the parameters of a form into the fields of a resource: {@code VoiceUrl} into {@code voice_url}. */
final class Fields {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s]+");
    private static final Set<String> FIXED = Set.of(
            "sid",
            "account_sid",
            "owner_account_sid",
            "auth_token",
            "date_created",
            "date_updated",
            "uri",
            "url",
            "links",
            "subresource_uris",
            "phone_number",
            "capabilities",
            "type");

    private Fields() {}

    static void set(Resource resource, Exchange exchange) {
        for (Parameter parameter : exchange.form().entries()) {
            String field = snake(parameter.name());
            if (!FIXED.contains(field) && resource.has(field)) {
                check(parameter.name(), field, parameter.value());
                set(resource, field, parameter.value());
            }
        }
    }

    private static void set(Resource resource, String field, String value) {
        if (field.endsWith("_index") && value.matches("\\d{1,9}")) {
            resource.set(field, Integer.parseInt(value));
        } else {
            resource.set(field, value);
        }
    }

    private static void check(String name, String field, String value) {
        boolean isUrl = field.endsWith("_url") || field.endsWith("_callback");
        if (isUrl && !value.isEmpty() && !URL.matcher(value).matches()) {
            throw ApiError.badRequest(21402, name + " is not a valid URL: " + value);
        }
        if (field.endsWith("_method") && !Set.of("GET", "POST").contains(value)) {
            throw ApiError.badRequest(21403, name + " is not a valid HTTP method: " + value);
        }
    }

    static String snake(String name) {
        return CAPITAL.matcher(name.replace('.', '_')).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }
}
