package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Button.Action;
import dev.parlance.fake.twilio.content.Card;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.content.PickList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a phone shows one type of a content resource, from its JSON with all placeholders replaced. */
final class Rendering {
    private Rendering() {}

    static String body(RichType type, JsonNode content) {
        return switch (type) {
            case LOCATION ->
                lines(
                        content.path("label").asText(),
                        content.path("address").asText(),
                        content.path("latitude").asText() + ", "
                                + content.path("longitude").asText());
            case CARD ->
                content.has("body")
                        ? content.path("body").asText()
                        : lines(
                                content.path("title").asText(),
                                content.path("subtitle").asText());
            case AUTHENTICATION ->
                "Your verification code."
                        + (content.path("add_security_recommendation").asBoolean()
                                ? " For your security, do not share this code."
                                : "");
            default -> content.path("body").asText();
        };
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    static List<String> media(JsonNode content) {
        JsonNode media = content.path("media");
        List<String> urls = new ArrayList<>();
        if (media.isTextual()) {
            urls.add(media.asText());
        }
        media.forEach(url -> urls.add(url.asText()));
        return urls;
    }

    static Interactive interactive(RichType type, JsonNode content) {
        Interactive shown = switch (type) {
            case LIST_PICKER -> Interactive.of(list(content));
            case CATALOG -> Interactive.of(catalog(content));
            case CAROUSEL -> Interactive.NONE.withCards(cards(content));
            case FLOWS, WHATSAPP_FLOWS ->
                Interactive.of(List.of(new Button(content.path("button_text").asText(), "", Action.FLOW, "")));
            default -> Interactive.of(buttons(content));
        };
        return shown.withHeader(content.path("header_text").asText())
                .withFooter(content.path("footer").asText());
    }

    private static List<Button> buttons(JsonNode content) {
        List<Button> buttons = new ArrayList<>();
        content.path("actions").forEach(action -> buttons.add(button(action)));
        return buttons;
    }

    private static Button button(JsonNode action) {
        String title = action.path("title").asText(action.path("copy_code_text").asText());
        Action type = Action.valueOf(action.path("type").asText("QUICK_REPLY").toUpperCase(Locale.ROOT));
        String target = Stream.of("url", "phone", "code")
                .map(name -> action.path(name).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Button(title, action.path("id").asText(), type, target);
    }

    private static PickList list(JsonNode content) {
        List<ListItem> items = new ArrayList<>();
        content.path("items")
                .forEach(item -> items.add(new ListItem(
                        item.path("id").asText(),
                        item.path("item").asText(),
                        item.path("description").asText())));
        return new PickList(content.path("button").asText(), items);
    }

    private static PickList catalog(JsonNode content) {
        List<ListItem> items = new ArrayList<>();
        content.path("items")
                .forEach(item -> items.add(new ListItem(
                        item.path("id").asText(),
                        item.path("name").asText(),
                        item.path("description").asText())));
        return new PickList(content.path("title").asText(), items);
    }

    private static List<Card> cards(JsonNode content) {
        List<Card> cards = new ArrayList<>();
        content.path("cards")
                .forEach(card -> cards.add(new Card(
                        card.path("title").asText(),
                        card.path("body").asText(),
                        card.path("media").asText(),
                        buttons(card))));
        return cards;
    }
}
