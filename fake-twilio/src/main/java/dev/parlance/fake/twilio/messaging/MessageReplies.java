package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Button.Action;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a person sends with the buttons, the list or the form of a message. */
public final class MessageReplies {
    private final World world;
    private final Messaging messaging;

    public MessageReplies(World world, Messaging messaging) {
        this.world = world;
        this.messaging = messaging;
    }

    /** Taps a button. Nothing is sent for one that only opens, dials or copies something. */
    public void tap(String person, Bubble message, Button button) {
        if (!button.isReply()) {
            return;
        }
        boolean isCallRequest = button.action() == Action.VOICE_CALL_REQUEST;
        String text = isCallRequest ? "VOICE_CALL_REQUEST" : button.title();
        String payload = isCallRequest ? "ACCEPTED" : button.id().isEmpty() ? button.title() : button.id();
        reply(
                person,
                message,
                text,
                isTemplate(message) ? "button" : "interactive",
                "ButtonText",
                text,
                "ButtonPayload",
                payload,
                "ButtonType",
                "REPLY");
    }

    private boolean isTemplate(Bubble message) {
        return world.owned()
                .messages()
                .find(message.sid())
                .filter(sent -> sent.is("_template", "true"))
                .isPresent();
    }

    /** Picks an item of the list. */
    public void pick(String person, Bubble message, ListItem item) {
        reply(
                person,
                message,
                item.title(),
                "interactive",
                "ListId",
                item.id(),
                "ListTitle",
                item.title(),
                "ListDescription",
                item.description());
    }

    /** Fills in the form, with these fields in JSON. */
    public void complete(String person, Bubble message, String fields) {
        reply(
                person,
                message,
                "",
                "interactive",
                "FlowData",
                fields,
                "InteractiveData",
                "{\"flowResponse\":" + fields + "}");
    }

    private void reply(String person, Bubble message, String body, String type, String... parameters) {
        List<String> all = new ArrayList<>(Arrays.asList(parameters));
        all.addAll(
                List.of("OriginalRepliedMessageSender", message.number(), "OriginalRepliedMessageSid", message.sid()));
        messaging.receive(
                person, message.number(), body, List.of(), InboundDetails.of(type, all.toArray(String[]::new)));
    }
}
