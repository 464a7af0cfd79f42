package dev.parlance.fake.twilio;

import dev.parlance.Address;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Button.Action;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.messaging.InboundDetails;
import dev.parlance.fake.twilio.messaging.MessageReplies;
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
    private final Messaging messaging;
    private final MessageReplies replies;
    private final Handset phone;

    PhoneReplies(World world, Messaging messaging, Handset phone) {
        this.messaging = messaging;
        this.replies = new MessageReplies(world, messaging);
        this.phone = phone;
    }

    /** Taps the button with this title on the latest message that has one. */
    void tap(String title) {
        for (Bubble message : received()) {
            Optional<Button> button = message.content().allButtons().stream()
                    .filter(candidate -> candidate.title().equals(title))
                    .findFirst();
            if (button.isPresent()) {
                replies.tap(phone.address(), message, button.get());
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

    /** Picks the item with this title from the latest list that has one. */
    void pick(String title) {
        for (Bubble message : received()) {
            Optional<ListItem> item = items(message).stream()
                    .filter(candidate -> candidate.title().equals(title))
                    .findFirst();
            if (item.isPresent()) {
                replies.pick(phone.address(), message, item.get());
                return;
            }
        }
        throw missing(
                "list item",
                title,
                message -> items(message).stream().map(ListItem::title).toList());
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
        replies.complete(phone.address(), message, data);
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
