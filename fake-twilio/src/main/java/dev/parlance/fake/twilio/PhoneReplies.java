package dev.parlance.fake.twilio;

import dev.parlance.Address;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Button.Action;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.messaging.InboundDetails;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person does with the buttons and lists on their phone. */
final class PhoneReplies {
    private final World world;
    private final Messaging messaging;
    private final Handset phone;

    PhoneReplies(World world, Messaging messaging, Handset phone) {
        this.world = world;
        this.messaging = messaging;
        this.phone = phone;
    }

    /** Taps the button with this title on the latest message that has one. */
    void tap(String title) {
        for (Bubble message : received()) {
            Optional<Button> button = message.content().allButtons().stream()
                    .filter(candidate -> candidate.title().equals(title))
                    .findFirst();
            if (button.isPresent()) {
                tap(message, button.get());
                return;
            }
        }
        throw missing(
                "button",
                title,
                message -> message.content().allButtons().stream()
                        .map(Button::title)
                        .toList());
    }

    private void tap(Bubble message, Button button) {
        if (!button.isReply()) {
            return;
        }
        boolean isCallRequest = button.action() == Action.VOICE_CALL_REQUEST;
        String text = isCallRequest ? "VOICE_CALL_REQUEST" : button.title();
        String payload = isCallRequest ? "ACCEPTED" : button.id().isEmpty() ? button.title() : button.id();
        reply(
                message,
                text,
                InboundDetails.of(
                        isTemplate(message) ? "button" : "interactive",
                        "ButtonText",
                        text,
                        "ButtonPayload",
                        payload,
                        "ButtonType",
                        "REPLY",
                        "OriginalRepliedMessageSender",
                        message.number(),
                        "OriginalRepliedMessageSid",
                        message.sid()));
    }

    private boolean isTemplate(Bubble message) {
        return world.owned()
                .messages()
                .find(message.sid())
                .filter(sent -> sent.is("_template", "true"))
                .isPresent();
    }

    /** Picks the item with this title from the latest list that has one. */
    void pick(String title) {
        for (Bubble message : received()) {
            Optional<ListItem> item = items(message).stream()
                    .filter(candidate -> candidate.title().equals(title))
                    .findFirst();
            if (item.isPresent()) {
                pick(message, item.get());
                return;
            }
        }
        throw missing(
                "list item",
                title,
                message -> items(message).stream().map(ListItem::title).toList());
    }

    private void pick(Bubble message, ListItem item) {
        reply(
                message,
                item.title(),
                InboundDetails.of(
                        "interactive",
                        "ListId",
                        item.id(),
                        "ListTitle",
                        item.title(),
                        "ListDescription",
                        item.description(),
                        "OriginalRepliedMessageSender",
                        message.number(),
                        "OriginalRepliedMessageSid",
                        message.sid()));
    }

    private static List<ListItem> items(Bubble message) {
        return message.content().list().map(list -> list.items()).orElse(List.of());
    }

    /** Fills in the form of the latest message that has one. */
    void complete(String data) {
        Bubble message = received().stream()
                .filter(candidate ->
                        candidate.content().buttons().stream().anyMatch(button -> button.action() == Action.FLOW))
                .findFirst()
                .orElseThrow(() -> new AssertionError(phone.address() + " has received no form"));
        reply(
                message,
                "",
                InboundDetails.of(
                        "interactive",
                        "FlowData",
                        data,
                        "InteractiveData",
                        "{\"flowResponse\":" + data + "}",
                        "OriginalRepliedMessageSender",
                        message.number(),
                        "OriginalRepliedMessageSid",
                        message.sid()));
    }

    void send(String to, FakeLocation place) {
        List<String> parameters = new ArrayList<>(List.of(
                "Latitude", Double.toString(place.latitude()), "Longitude", Double.toString(place.longitude())));
        if (!place.label().isEmpty()) {
            parameters.addAll(List.of("Label", place.label()));
        }
        if (!place.address().isEmpty()) {
            parameters.addAll(List.of("Address", place.address()));
        }
        messaging.receive(
                phone.address(), to, "", List.of(), InboundDetails.of("location", parameters.toArray(String[]::new)));
    }

    void textFrom(FakeReferral ad, String to, String body) {
        messaging.receive(
                phone.address(),
                to,
                body,
                List.of(),
                InboundDetails.of(
                        "text",
                        "ReferralBody",
                        ad.body(),
                        "ReferralHeadline",
                        ad.headline(),
                        "ReferralSourceId",
                        ad.sourceId(),
                        "ReferralSourceType",
                        ad.sourceType(),
                        "ReferralSourceUrl",
                        ad.sourceUrl(),
                        "ReferralCtwaClid",
                        ad.clickId(),
                        "ReferralNumMedia",
                        "0"));
    }

    private void reply(Bubble message, String body, InboundDetails details) {
        messaging.receive(phone.address(), message.number(), body, List.of(), details);
    }

    /** Marks everything that has arrived as read. */
    void read() {
        received().forEach(message -> messaging.read(message.sid()));
    }

    /** What arrived, the latest first. */
    private List<Bubble> received() {
        List<Bubble> received = new ArrayList<>();
        for (Bubble bubble : phone.bubbles()) {
            if (!bubble.mine()) {
                received.add(0, bubble);
            }
        }
        return received;
    }

    private AssertionError missing(String what, String title, Function<Bubble, List<String>> titles) {
        String known = received().stream()
                .flatMap(message -> titles.apply(message).stream())
                .distinct()
                .map(label -> "\"" + label + "\"")
                .collect(Collectors.joining(", "));
        String channel = Address.of(phone.address()).channel();
        return new AssertionError("%s has no %s \"%s\" (%s). %s"
                .formatted(
                        phone.address(),
                        what,
                        title,
                        channel,
                        known.isEmpty() ? "It has received no " + what + "s." : "There are: " + known + "."));
    }
}
