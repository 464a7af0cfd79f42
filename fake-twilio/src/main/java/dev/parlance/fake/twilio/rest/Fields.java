package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters.Parameter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Copies form parameters to resource fields: {@code VoiceUrl} to {@code voice_url}. */
final class Fields {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final int MAX_VALIDITY = 36_000;
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
            if (isSettable(resource, field)) {
                if (field.equals("validity_period")) {
                    checkValidityPeriod(parameter.value());
                }
                set(resource, field, parameter.name(), parameter.value());
            }
        }
    }

    /** A form can't set internal fields, objects or lists. */
    private static boolean isSettable(Resource resource, String field) {
        return !FIXED.contains(field)
                && !field.startsWith("_")
                && resource.has(field)
                && !resource.get(field).isContainerNode();
    }

    private static void set(Resource resource, String field, String name, String value) {
        if (resource.get(field).isInt()) {
            resource.set(field, wholeNumber(name, value));
        } else if (field.endsWith("_index") && value.matches("\\d{1,9}")) {
            resource.set(field, Integer.parseInt(value));
        } else {
            resource.set(field, value);
        }
    }

    private static int wholeNumber(String name, String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            throw ApiError.badRequest(20001, name + " must be a whole number: " + value);
        }
        return Integer.parseInt(value);
    }

    /** Checks a text's validity period in seconds. Empty means Twilio's default. */
    static void checkValidityPeriod(String seconds) {
        if (seconds.isEmpty()) {
            return;
        }
        if (!WHOLE_NUMBER.matcher(seconds).matches() || Integer.parseInt(seconds) < 1) {
            throw ApiError.badRequest(90014, "ValidityPeriod must be a positive integer: " + seconds);
        }
        if (Integer.parseInt(seconds) > MAX_VALIDITY) {
            throw ApiError.badRequest(90007, "ValidityPeriod must be between 1 and 36000 seconds: " + seconds);
        }
    }

    static String snake(String name) {
        return CAPITAL.matcher(name.replace('.', '_')).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }
}
