package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Consents and contacts in bulk. Each item is accepted or refused on its own. */
final class ConsentApi {
    private static final int MAX_ITEMS = 25;
    private static final int INVALID_CONSENT = 30646;
    private static final int INVALID_CONTACT = 30647;
    private static final String STATUS = "opt-in|opt-out";
    /** What each field of an item must match. A missing field matches if the empty text does. */
    private static final Map<String, Pattern> CONSENT = Map.of(
            "contact_id", Pattern.compile("\\+[1-9]\\d{6,14}"),
            "correlation_id", Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
            "sender_id", Pattern.compile("MG[0-9a-fA-F]{32}|\\+[1-9]\\d{6,14}|\\d{5,6}"),
            "status", Pattern.compile(STATUS),
            "source", Pattern.compile("website|offline|opt-in-message|opt-out-message|others"));

    private static final Map<String, Pattern> CONTACT = Map.of(
            "contact_id", Pattern.compile("\\+[1-9]\\d{6,14}"),
            "correlation_id", CONSENT.get("correlation_id"),
            "country_iso_code", Pattern.compile("[A-Z]{2}"),
            "zip_code", Pattern.compile("[A-Za-z0-9 -]{3,10}"));

    private final World world;

    ConsentApi(World world) {
        this.world = world;
    }

    void effects(Effects effects) {
        effects.after(
                        "POST",
                        "accounts",
                        "/v1/Consents/Bulk",
                        (result, exchange) -> handle(result, exchange, CONSENT, INVALID_CONSENT, this::consent))
                .after(
                        "POST",
                        "accounts",
                        "/v1/Contacts/Bulk",
                        (result, exchange) -> handle(result, exchange, CONTACT, INVALID_CONTACT, contact -> {}));
    }

    private static void handle(
            Resource result, Exchange exchange, Map<String, Pattern> rules, int code, Consumer<JsonNode> accept) {
        List<String> texts = exchange.all("Items");
        if (texts.size() > MAX_ITEMS) {
            throw ApiError.badRequest(
                    20001, "At most " + MAX_ITEMS + " Items are allowed, but there are " + texts.size());
        }
        ArrayNode items = Json.array();
        for (String text : texts) {
            JsonNode item = json(text);
            List<String> errors = errors(item, rules);
            if (errors.isEmpty()) {
                accept.accept(item);
            }
            items.addObject()
                    .put("correlation_id", item.path("correlation_id").asText())
                    .put("error_code", errors.isEmpty() ? 0 : code)
                    .set("error_messages", ConversationStore.array(errors));
        }
        result.set("items", items);
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, "Items is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static List<String> errors(JsonNode item, Map<String, Pattern> rules) {
        List<String> errors = new ArrayList<>();
        rules.forEach((field, pattern) -> {
            if (!pattern.matcher(item.path(field).asText()).matches()) {
                errors.add("INVALID_" + field.toUpperCase(Locale.ROOT));
            }
        });
        if (item.has("date_of_consent") && !isDate(item.path("date_of_consent").asText())) {
            errors.add("INVALID_DATE_OF_CONSENT");
        }
        errors.sort(null);
        return errors;
    }

    private static boolean isDate(String text) {
        try {
            ClientTime.any(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Someone who opts out gets no more texts from this sender (21610). */
    private void consent(JsonNode consent) {
        String person = consent.path("contact_id").asText();
        String sender = consent.path("sender_id").asText();
        if (consent.path("status").asText().equals("opt-out")) {
            world.optOuts().optOut(person, sender);
        } else {
            world.optOuts().optIn(person, sender);
        }
    }
}
