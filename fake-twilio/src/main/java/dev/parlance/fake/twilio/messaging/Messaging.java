package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends texts from the account to people, and from people to the application. */
public final class Messaging {
    private final World world;
    private final SendingRules rules;
    private final Delivery delivery;
    private final Incoming incoming;
    private final List<InboundListener> listeners = new CopyOnWriteArrayList<>();

    public Messaging(World world) {
        this.world = world;
        this.rules = new SendingRules(world);
        this.delivery = new Delivery(world);
        this.incoming = new Incoming(world, delivery, listeners);
    }

    /**
     * Accepts a text from the account. It is sent after the API has responded.
     *
     * @throws ApiError if Twilio would refuse it
     */
    public Resource send(Outgoing text) {
        String sender = rules.check(text);
        Resource message = delivery.record(text, sender);
        if (text.sendAt().isEmpty()) {
            world.background().later(() -> delivery.run(message, sender));
            return message;
        }
        message.set("status", "scheduled");
        Instant due = text.sendAt().get();
        world.timeline().at(due, () -> {
            if (message.is("status", "scheduled")) {
                delivery.run(message, sender);
            }
        });
        return message;
    }

    /** Whether texts to this number go to the application. */
    public boolean hasWebhook(String number) {
        return incoming.hasWebhook(number);
    }

    /** Cancels a scheduled text. */
    public void cancel(Resource message) {
        if (!message.is("status", "scheduled")) {
            throw ApiError.badRequest(30409, "Message cannot be canceled: it is " + message.text("status"));
        }
        message.set("status", "canceled");
        world.owned().messages().touch(message);
    }

    /** Adds a listener that can handle texts before the number's webhook does. */
    public void addListener(InboundListener listener) {
        listeners.add(listener);
    }

    /** Receives a text from a person. Returns after the application's replies have been sent. */
    public void receive(String from, String to, String body, List<Attachment> attachments) {
        incoming.receive(from, to, body, attachments);
    }
}
