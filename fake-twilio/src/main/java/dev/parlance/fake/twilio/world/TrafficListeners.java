package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** All listeners for traffic, as one. Costs nothing without a listener. */
public final class TrafficListeners implements TrafficListener {
    private static final Ending NOBODY = reply -> {};

    private final List<TrafficListener> all = new CopyOnWriteArrayList<>();

    TrafficListeners() {}

    public void add(TrafficListener listener) {
        all.add(listener);
    }

    public void remove(TrafficListener listener) {
        all.remove(listener);
    }

    @Override
    public Ending webhookBegins(WebhookRequest request, Signing signing, Optional<WebhookFault> fault) {
        return each(listener -> listener.webhookBegins(request, signing, fault));
    }

    @Override
    public Ending requestBegins(WebhookRequest request, Optional<ApiFault> fault) {
        return each(listener -> listener.requestBegins(request, fault));
    }

    @Override
    public void noted(LogEntry entry) {
        all.forEach(listener -> listener.noted(entry));
    }

    private Ending each(Function<TrafficListener, Ending> begin) {
        if (all.isEmpty()) {
            return NOBODY;
        }
        List<Ending> endings = all.stream().map(begin).toList();
        return reply -> {
            Reply made = reply.get();
            endings.forEach(ending -> ending.ended(() -> made));
        };
    }
}
