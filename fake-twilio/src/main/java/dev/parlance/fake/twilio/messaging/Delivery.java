package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.Handset.Media;
import dev.parlance.fake.twilio.world.Handset.Undelivered;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Delivers texts to people and notifies the application of each status. */
final class Delivery {
    private final World world;
    private final Shelf messages;
    private final List<Consumer<Resource>> listeners;
    private final ChannelRules channels;

    Delivery(World world, List<Consumer<Resource>> listeners) {
        this.listeners = listeners;
        this.world = world;
        this.messages = world.owned().messages();
        this.channels = new ChannelRules(world);
    }

    /** Creates the message resource for a text. */
    Resource record(Outgoing order, Dispatch dispatch) {
        String sender = dispatch.first().from();
        Outgoing text = dispatch.first()
                .content()
                .map(filled -> order.with(filled.body(), filled.media()))
                .orElse(order);
        boolean byService = !text.service().isEmpty();
        Resource message = recorded(
                text.account(),
                "outbound-api",
                byService ? "accepted" : "queued",
                text.to(),
                text.body(),
                text.mediaUrls());
        if (byService) {
            message.set("messaging_service_sid", text.service()).set("num_segments", "0");
        } else {
            message.set("from", sender);
        }
        if (!text.from().isEmpty()) {
            message.set("from", text.from());
        }
        return messages.add(message.set("_status_callback", text.statusCallback()));
    }

    /** Creates the message resource for a reply. */
    Resource recordReply(
            String account, String from, String to, String body, List<String> mediaUrls, String statusCallback) {
        Resource message = recorded(account, "outbound-reply", "queued", to, body, mediaUrls);
        return messages.add(message.set("from", from).set("_status_callback", statusCallback));
    }

    private Resource recorded(
            String account, String direction, String status, String to, String body, List<String> mediaUrls) {
        Resource message = blank(account, direction, status, to, body, mediaUrls.size());
        mediaUrls.forEach(url -> attach(message, ContentTypes.of(url)).set("_source", url));
        return message;
    }

    /** Creates a message resource without storing it. With media, its SID starts with {@code MM}. */
    Resource blank(String account, String direction, String status, String to, String body, int media) {
        Map<String, String> values =
                new HashMap<>(Map.of("account_sid", account, "direction", direction, "status", status, "to", to));
        if (media > 0) {
            values.put("sid", world.sids().next("MM"));
        }
        return messages.blank(values)
                .set("body", body)
                .set(
                        "num_segments",
                        Integer.toString(Math.max(1, SmsText.of(body).segments())))
                .set("num_media", Integer.toString(media));
    }

    Resource attach(Resource message, String contentType) {
        return world.owned()
                .media()
                .add(Map.of(
                        "account_sid", message.text("account_sid"),
                        "message_sid", message.sid(),
                        "content_type", contentType));
    }

    /** Sends a text with a body and media. */
    void run(Resource message, String sender) {
        run(message, new Leg(sender, message.text("to"), Optional.empty()));
    }

    /** Sends a text, then marks it delivered or undelivered. */
    void run(Resource message, Leg leg) {
        deliver(message, leg);
        messages.finish(message);
    }

    private void deliver(Resource message, Leg leg) {
        String sender = leg.from();
        if (!world.accounts().isActive(message.text("account_sid"))) {
            message.set("error_code", 30002).set("error_message", "Account suspended");
            setStatus(message, "failed");
            return;
        }
        leg.content().ifPresent(filled -> message.set("body", filled.body()));
        message.set("to", leg.to()).set("from", sender).set("num_segments", segments(message));
        message.setDate("date_sent", world.clock().instant());
        Optional<Undelivered> refusal = channels.refusal(leg);
        if (refusal.isPresent()) {
            message.set("error_code", refusal.get().code())
                    .set("error_message", refusal.get().message());
            setStatus(message, "failed");
            return;
        }
        setStatus(message, "sent");
        Handset phone = world.handset(leg.to());
        Optional<Undelivered> undelivered = phone.reception().or(() -> Campaigns.refusal(world, message, sender));
        if (undelivered.isPresent()) {
            message.set("error_code", undelivered.get().code())
                    .set("error_message", undelivered.get().message());
            setStatus(message, "undelivered");
            return;
        }
        Interactive interactive = leg.content().map(Filled::interactive).orElse(Interactive.NONE);
        world.keep(message.sid(), interactive);
        message.set("_template", Boolean.toString(channels.isTemplate(leg)));
        setStatus(message, "delivered");
        world.addText(
                phone, new Bubble(false, sender, message.text("body"), media(message), message.sid(), interactive));
    }

    /** Marks a delivered message as read. */
    void read(Resource message) {
        if (message.is("status", "delivered")) {
            setStatus(message, "read");
        }
    }

    private static String segments(Resource message) {
        boolean isText = Address.of(message.text("to")).isPhone();
        return isText
                ? Integer.toString(Math.max(1, SmsText.of(message.text("body")).segments()))
                : "1";
    }

    private List<Media> media(Resource message) {
        if (message.is("num_media", "0")) {
            return List.of();
        }
        return world.owned().media().with("parent_sid", message.sid()).stream()
                .map(media -> new Media(media.text("content_type"), media.text("_source")))
                .toList();
    }

    private void setStatus(Resource message, String status) {
        message.set("status", status);
        messages.touch(message);
        world.log()
                .add(
                        Kind.TEXT,
                        "%s -> %s %s: %s"
                                .formatted(message.text("from"), message.text("to"), status, message.text("body")));
        listeners.forEach(listener -> listener.accept(message));
        String callback = callback(message);
        if (!callback.isEmpty()) {
            world.notifyApplication(message.text("account_sid"), callback, "POST", parameters(message));
        }
    }

    private String callback(Resource message) {
        return message.filled("_status_callback")
                .or(() -> message.filled("messaging_service_sid")
                        .flatMap(sid -> world.owned().messagingServices().find(sid))
                        .flatMap(service -> service.filled("status_callback")))
                .orElse("");
    }

    private static Parameters parameters(Resource message) {
        List<String> form = new ArrayList<>(List.of(
                "AccountSid", message.text("account_sid"),
                "ApiVersion", "2010-04-01",
                "From", message.text("from"),
                "MessageSid", message.sid(),
                "MessageStatus", message.text("status"),
                "SmsSid", message.sid(),
                "SmsStatus", message.text("status"),
                "To", message.text("to")));
        message.filled("messaging_service_sid").ifPresent(sid -> form.addAll(List.of("MessagingServiceSid", sid)));
        message.filled("error_code").ifPresent(code -> form.addAll(List.of("ErrorCode", code)));
        form.addAll(ChannelForm.ofStatus(message));
        return Parameters.of(form.toArray(String[]::new));
    }
}
