package dev.parlance.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.content.PickList;
import dev.parlance.fake.twilio.messaging.MessageReplies;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.World;
import java.util.List;

/** What the user of the page does with the buttons, lists and forms of a message. */
final class ReplyActions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final MessageReplies replies;
    private final ScriptRecorder recorder;

    ReplyActions(World world, Messaging messaging, ScriptRecorder recorder) {
        this.recorder = recorder;
        this.world = world;
        this.replies = new MessageReplies(world, messaging);
    }

    /** Taps a button, picks an item or fills in a form: whatever the request has. */
    void reply(PageRequest request) {
        String number = request.text("number");
        Bubble message = message(number, request.text("message"));
        if (request.has("button")) {
            Button button = at(request.index("button"), message.content().allButtons(), "button");
            recorder.reply(number, "[taps " + button.title() + "]");
            replies.tap(number, message, button);
        } else if (request.has("item")) {
            List<ListItem> items = message.content().list().map(PickList::items).orElse(List.of());
            ListItem item = at(request.index("item"), items, "list item");
            recorder.reply(number, "[picks " + item.title() + "]");
            replies.pick(number, message, item);
        } else {
            String form = fields(request.text("form"));
            recorder.reply(number, "[completes " + form + "]");
            replies.complete(number, message, form);
        }
    }

    private Bubble message(String number, String sid) {
        return world.handset(number).bubbles().stream()
                .filter(bubble -> !bubble.mine() && bubble.sid().equals(sid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The phone has no message " + sid + "."));
    }

    private static <T> T at(int index, List<T> all, String what) {
        if (index < 0 || index >= all.size()) {
            throw new IllegalArgumentException("The message has no " + what + " " + index + ".");
        }
        return all.get(index);
    }

    private static String fields(String form) {
        try {
            if (JSON.readTree(form).isObject()) {
                return form;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fields of the form are not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The fields of the form must be a JSON object.");
    }
}
