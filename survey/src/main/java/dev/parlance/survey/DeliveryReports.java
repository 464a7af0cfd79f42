package dev.parlance.survey;

import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.state.DeliveryLog;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.StoredEvent;
import java.time.Instant;

/** Records what becomes of the messages of a survey: each new status once, as an event, and what did not arrive in the session. */
record DeliveryReports(Engine engine, Claims claims) {
    void record(Incoming.DeliveryReport report, String channel) {
        if (!engine.publisher.hasListeners() && !report.state().hasFailed()) {
            return;
        }
        Instant now = engine.clock.instant();
        Delivery delivery = new Delivery(report.message(), channel, report.turn(), report.state(), now, report.code());
        claims.change(
                report.person(),
                session -> session.outbox()
                        .deliveries()
                        .with(report.run(), delivery)
                        .map(log -> reported(session, log, delivery))
                        .orElse(session));
        engine.publish(report.person());
    }

    private SessionState reported(SessionState session, DeliveryLog log, Delivery delivery) {
        Outbox outbox = session.outbox();
        StoredEvent event = StoredEvent.reported(outbox.nextSequence(), session.disposition(), delivery)
                .withOccasion(session.occasion());
        SessionState next = engine.publisher.withoutUnwantedEvents(
                session.with(outbox.with(log).with(event)));
        boolean isBusy = next.contact().claim().isPresent();
        return isBusy ? next : engine.schedule.schedule(next, delivery.at());
    }
}
