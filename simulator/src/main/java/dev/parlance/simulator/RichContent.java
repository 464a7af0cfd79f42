package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.content.PickList;
import java.util.List;
import java.util.Locale;

/** The buttons, list and cards of a message as the page shows them. The page names buttons and items by their index. */
final class RichContent {
    private RichContent() {}

    static ObjectNode of(Interactive content) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("header", content.header())
                .put("footer", content.footer());
        int index = addButtons(json.putArray("buttons"), content.buttons(), 0);
        content.list().ifPresent(list -> add(json.putObject("list"), list));
        ArrayNode cards = json.putArray("cards");
        for (var card : content.cards()) {
            ObjectNode shown = cards.addObject()
                    .put("title", card.title())
                    .put("body", card.body())
                    .put("media", card.media());
            index = addButtons(shown.putArray("buttons"), card.buttons(), index);
        }
        return json;
    }

    /** Returns the index of the next button. */
    private static int addButtons(ArrayNode json, List<Button> buttons, int first) {
        int index = first;
        for (Button button : buttons) {
            json.addObject()
                    .put("index", index++)
                    .put("title", button.title())
                    .put("action", button.action().name().toLowerCase(Locale.ROOT))
                    .put("target", button.target());
        }
        return index;
    }

    private static void add(ObjectNode json, PickList list) {
        ArrayNode items = json.put("button", list.button()).putArray("items");
        list.items()
                .forEach(item -> items.addObject().put("title", item.title()).put("description", item.description()));
    }
}
