package dev.parlance.survey;

import dev.parlance.outbound.DeliveryProblem;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.state.DeliveryLog;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** Records what becomes of the messages of a survey: each new status once, as an event, and what did not arrive in the session. */
record DeliveryReports(Engine engine, Claims claims) {
    void record(Incoming.DeliveryReport report, String channel) {
        Instant now = engine.clock.instant();
        Delivery delivery = new Delivery(
                report.message(),
                channel,
                report.turn(),
                report.status(),
                now,
                report.code().map(DeliveryReports::problem));
        claims.change(report.person(), session -> reported(session, report.run(), delivery));
        engine.publish(report.person());
    }

    private static Delivery.Problem problem(int code) {
        return new Delivery.Problem(
                code, DeliveryProblem.of(code).map(DeliveryProblem::meaning).orElse(""));
    }

    private SessionState reported(SessionState session, int run, Delivery delivery) {
        DeliveryLog known = session.outbox().deliveries();
        boolean isWanted =
                engine.publisher.hasListeners() || delivery.status().hasFailed() || known.knows(delivery.message());
        Optional<DeliveryLog> log = isWanted ? known.with(run, delivery) : Optional.empty();
        return log.map(news -> reported(session, news, delivery)).orElse(session);
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
