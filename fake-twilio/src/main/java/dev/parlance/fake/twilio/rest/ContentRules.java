package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.ApiError;
import java.util.Map;
import java.util.Set;

/** The limits of content types: how many buttons and items, and how long their texts. */
final class ContentRules {
    private static final int MAX_ID = 200;
    private static final int MAX_BUTTON = 20;
    private static final int MAX_ITEMS = 10;
    private static final int MAX_CAROUSEL_BUTTONS = 2;
    /** The most characters of a body. */
    private static final Map<String, Integer> BODIES = Map.of(
            "twilio/text", 1600,
            "twilio/media", 1600,
            "twilio/quick-reply", 1024,
            "twilio/list-picker", 1024,
            "twilio/call-to-action", 1024,
            "twilio/carousel", 1024,
            "whatsapp/card", 1024);

    private static final Set<String> TYPES = Set.of(
            "twilio/text",
            "twilio/media",
            "twilio/location",
            "twilio/list-picker",
            "twilio/call-to-action",
            "twilio/quick-reply",
            "twilio/card",
            "twilio/catalog",
            "twilio/carousel",
            "twilio/flows",
            "twilio/schedule",
            "twilio/pay",
            "whatsapp/card",
            "whatsapp/authentication",
            "whatsapp/flows");

    private ContentRules() {}

    /**
     * Checks the types of a content resource.
     *
     * @throws ApiError 20001 if one breaks a limit
     */
    static void check(JsonNode types) {
        if (types.isEmpty()) {
            throw invalid("types", "must have at least one type");
        }
        types.properties().forEach(type -> check(type.getKey(), type.getValue()));
    }

    private static void check(String key, JsonNode type) {
        if (!TYPES.contains(key)) {
            throw invalid(key, "is not a content type");
        }
        length(key + ".body", type.path("body"), BODIES.getOrDefault(key, 1600));
        switch (key) {
            case "twilio/quick-reply", "twilio/call-to-action" -> {
                size(key + ".actions", type.path("actions"), MAX_ITEMS);
                buttons(key, type.path("actions"));
            }
            case "twilio/card", "whatsapp/card" -> buttons(key, type.path("actions"));
            case "twilio/list-picker" -> list(key, type);
            case "twilio/carousel" -> carousel(key, type.path("cards"));
            case "twilio/media" -> size(key + ".media", type.path("media"), MAX_ITEMS);
            default -> {}
        }
    }

    private static void buttons(String key, JsonNode actions) {
        int index = 0;
        for (JsonNode action : actions) {
            String place = key + ".actions[" + index++ + "]";
            length(place + ".title", action.path("title"), MAX_BUTTON);
            length(place + ".id", action.path("id"), MAX_ID);
        }
    }

    private static void list(String key, JsonNode type) {
        length(key + ".button", type.path("button"), MAX_BUTTON);
        size(key + ".items", type.path("items"), MAX_ITEMS);
        int index = 0;
        for (JsonNode item : type.path("items")) {
            String place = key + ".items[" + index++ + "]";
            length(place + ".item", item.path("item"), 24);
            length(place + ".id", item.path("id"), MAX_ID);
            length(place + ".description", item.path("description"), 72);
        }
    }

    private static void carousel(String key, JsonNode cards) {
        size(key + ".cards", cards, MAX_ITEMS);
        int index = 0;
        for (JsonNode card : cards) {
            String place = key + ".cards[" + index++ + "]";
            length(place + ".body", card.path("body"), 160);
            size(place + ".actions", card.path("actions"), MAX_CAROUSEL_BUTTONS);
            buttons(place, card.path("actions"));
        }
    }

    private static void size(String place, JsonNode list, int max) {
        if (list.isEmpty() || list.size() > max) {
            throw invalid(place, "must have 1 to " + max + " items, but has " + list.size());
        }
    }

    private static void length(String place, JsonNode text, int max) {
        if (text.asText().length() > max) {
            throw invalid(place, "has " + text.asText().length() + " characters, but only " + max + " are allowed");
        }
    }

    private static ApiError invalid(String place, String why) {
        return ApiError.badRequest(20001, "Invalid content: " + place + " " + why);
    }
}
