package dev.parlance.testkit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.prompt.SmsText;
import dev.parlance.testkit.world.Handset.Bubble;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a person as the page shows them. The account knows all that were sent, also those that have not arrived; the phone
 * knows their pictures, and what Twilio itself has answered.
 */
final class Conversation {
    private final World world;
    private final double segmentPrice;

    Conversation(World world, double segmentPrice) {
        this.world = world;
        this.segmentPrice = segmentPrice;
    }

    /** The texts of everybody, by the number of whom they are from or to, in the order in which they were sent. */
    Map<String, List<Resource>> byPerson() {
        return world.owned().messages().oldestFirst().stream()
                .collect(Collectors.groupingBy(Conversation::person, LinkedHashMap::new, Collectors.toList()));
    }

    private static String person(Resource message) {
        return isMine(message) ? message.text("from") : message.text("to");
    }

    private static boolean isMine(Resource message) {
        return message.is("direction", "inbound");
    }

    /** These texts of a person, and between them what Twilio itself has answered. */
    List<ObjectNode> of(String number, List<Resource> messages) {
        Map<String, Bubble> arrived = new HashMap<>();
        Map<String, List<Bubble>> fromTwilio = new HashMap<>();
        String before = "";
        for (Bubble bubble : world.handset(number).bubbles()) {
            if (bubble.sid().isEmpty()) {
                fromTwilio.computeIfAbsent(before, any -> new ArrayList<>()).add(bubble);
            } else {
                before = bubble.sid();
                arrived.put(bubble.sid(), bubble);
            }
        }
        List<ObjectNode> all = new ArrayList<>();
        for (Resource message : messages) {
            all.add(text(message, arrived.get(message.sid()), number));
            List<Bubble> answers = fromTwilio.getOrDefault(message.sid(), List.of());
            for (int i = 0; i < answers.size(); i++) {
                all.add(answer(message.sid() + " " + i, answers.get(i)));
            }
        }
        return all;
    }

    private ObjectNode text(Resource message, @Nullable Bubble arrived, String person) {
        ObjectNode json = json(message.sid(), isMine(message), message.text("body"))
                .put("status", message.text("status"))
                .put("at", message.created().toString())
                .put("error", error(message));
        if (arrived != null) {
            addMedia(json.putArray("media"), arrived);
        }
        if (Address.of(person).isPhone()) {
            SmsText sms = SmsText.of(message.text("body"));
            int segments = Math.max(1, sms.segments());
            json.put("segments", segments)
                    .put("encoding", sms.encoding() == SmsText.Encoding.GSM_7 ? "GSM-7" : "UCS-2")
                    .put("cost", segments * segmentPrice);
        }
        return json;
    }

    private static String error(Resource message) {
        return message.filled("error_code")
                .map(code -> "error " + code + ": " + message.text("error_message"))
                .orElse("");
    }

    private static ObjectNode answer(String key, Bubble bubble) {
        return json(key, false, bubble.body()).put("status", "from Twilio itself");
    }

    /** By its key the page knows a text again. */
    private static ObjectNode json(String key, boolean mine, String body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("mine", mine)
                .put("body", body);
    }

    /** What a person sends is here; what the application sends is where it says. */
    private static void addMedia(ArrayNode media, Bubble bubble) {
        bubble.media().forEach(some -> {
            String sid = some.url().substring(some.url().lastIndexOf('/') + 1);
            media.addObject()
                    .put("type", some.contentType())
                    .put("url", bubble.mine() ? "/api/media/" + sid : some.url());
        });
    }
}
