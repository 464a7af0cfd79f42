package dev.parlance.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's texts as the page shows them. The account has all texts, including those that were not delivered. The phone has the
 * pictures, and Twilio's own replies.
 */
final class Conversation {
    private final World world;

    Conversation(World world) {
        this.world = world;
    }

    /** All texts in sending order, by the person's number. */
    Map<String, List<Resource>> byPerson() {
        return world.owned().messages().oldestFirst().stream()
                .collect(Collectors.groupingBy(Conversation::person, LinkedHashMap::new, Collectors.toList()));
    }

    private static String person(Resource message) {
        return isFromPerson(message) ? message.text("from") : message.text("to");
    }

    private static boolean isFromPerson(Resource message) {
        return message.is("direction", "inbound");
    }

    /** A person's texts, with Twilio's own replies in between. */
    List<ObjectNode> of(String number, List<Resource> messages) {
        Map<String, Bubble> arrived = new HashMap<>();
        Map<String, List<Bubble>> twilioReplies = new HashMap<>();
        String before = "";
        for (Bubble bubble : world.handset(number).bubbles()) {
            if (bubble.sid().isEmpty()) {
                twilioReplies.computeIfAbsent(before, any -> new ArrayList<>()).add(bubble);
            } else {
                before = bubble.sid();
                arrived.put(bubble.sid(), bubble);
            }
        }
        List<ObjectNode> all = new ArrayList<>();
        for (Resource message : messages) {
            all.add(text(message, arrived.get(message.sid()), number));
            List<Bubble> replies = twilioReplies.getOrDefault(message.sid(), List.of());
            for (int i = 0; i < replies.size(); i++) {
                all.add(reply(message.sid() + " " + i, replies.get(i)));
            }
        }
        return all;
    }

    private ObjectNode text(Resource message, @Nullable Bubble arrived, String person) {
        ObjectNode json = json(message.sid(), isFromPerson(message), message.text("body"))
                .put("status", message.text("status"))
                .put("business", message.text(isFromPerson(message) ? "to" : "from"))
                .put("at", message.created().toString())
                .put("error", error(message));
        if (arrived != null) {
            addMedia(json.putArray("media"), arrived);
            if (!arrived.content().equals(Interactive.NONE)) {
                json.set("content", RichContent.of(arrived.content()));
            }
        }
        if (Address.of(person).isPhone()) {
            SmsText sms = SmsText.of(message.text("body"));
            int segments = Math.max(1, sms.segments());
            json.put("segments", segments)
                    .put("encoding", sms.encoding() == SmsText.Encoding.GSM_7 ? "GSM-7" : "UCS-2");
        }
        return json;
    }

    private static String error(Resource message) {
        return message.filled("error_code")
                .map(code -> "error " + code + ": " + message.text("error_message"))
                .orElse("");
    }

    private static ObjectNode reply(String key, Bubble bubble) {
        return json(key, false, bubble.body()).put("status", "sent by Twilio");
    }

    /** The page recognizes a text by its key. */
    private static ObjectNode json(String key, boolean mine, String body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("mine", mine)
                .put("body", body);
    }

    /** Media from a person are served here; the application's media are at its own URLs. */
    private static void addMedia(ArrayNode media, Bubble bubble) {
        bubble.media().forEach(each -> {
            String sid = each.url().substring(each.url().lastIndexOf('/') + 1);
            media.addObject()
                    .put("type", each.contentType())
                    .put("url", bubble.mine() ? "api/media/" + sid : each.url());
        });
    }
}
