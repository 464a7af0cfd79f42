package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.internal.Timeline.Timer;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Sends texts from the account to people, and from people to the application. */
public final class Messaging {
    private final World world;
    private final SendingRules rules;
    private final Delivery delivery;
    private final Incoming incoming;
    private final Map<String, Timer> scheduled = new ConcurrentHashMap<>();
    private final List<InboundListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Resource>> statusListeners = new CopyOnWriteArrayList<>();

    public Messaging(World world) {
        this.world = world;
        this.rules = new SendingRules(world);
        this.delivery = new Delivery(world, statusListeners);
        this.incoming = new Incoming(world, delivery, listeners, statusListeners);
    }

    /**
     * Accepts a text from the account. It is sent after the API has responded.
     *
     * @throws ApiError if Twilio would refuse it
     */
    public Resource send(Outgoing text) {
        Dispatch dispatch = rules.check(text);
        Resource message = delivery.record(text, dispatch);
        if (text.sendAt().isEmpty()) {
            world.background().later(() -> delivery.run(message, dispatch.choose(world)));
            return message;
        }
        message.set("status", "scheduled");
        Instant due = text.sendAt().get();
        Timer timer = world.timeline().at(due, "scheduled text to " + message.text("to"), () -> {
            scheduled.remove(message.sid());
            if (message.is("status", "scheduled")) {
                delivery.run(message, dispatch.choose(world));
            }
        });
        scheduled.put(message.sid(), timer);
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
        world.owned().messages().finish(message);
        Optional.ofNullable(scheduled.remove(message.sid())).ifPresent(Timer::cancel);
    }

    /** Adds a listener that can handle texts before the number's webhook does. */
    public void addListener(InboundListener listener) {
        listeners.add(listener);
    }

    /** Adds a listener for each new status of a text: {@code received} or, if the account sends it, {@code sent} and so on. */
    public void onStatus(Consumer<Resource> listener) {
        statusListeners.add(listener);
    }

    /** Receives a text from a person. Returns after the application's replies have been sent. */
    public void receive(String from, String to, String body, List<Attachment> attachments) {
        receive(from, to, body, attachments, InboundDetails.NONE);
    }

    /** Receives a tap on a button, a location or another message with details. */
    public void receive(String from, String to, String body, List<Attachment> attachments, InboundDetails details) {
        incoming.receive(from, to, body, attachments, details);
    }

    /** Sends a read receipt for a message that has arrived. */
    public void read(String messageSid) {
        world.owned().messages().find(messageSid).ifPresent(delivery::read);
    }
}
