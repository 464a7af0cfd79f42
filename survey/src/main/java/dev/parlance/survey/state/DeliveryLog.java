package dev.parlance.survey.state;

import dev.parlance.survey.session.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has become of the last messages of a session, so that no status is reported twice or backwards.
 *
 * @param entries the messages, in the order of their first report
 */
public record DeliveryLog(List<Entry> entries) {
    /** How many messages are remembered. */
    public static final int MAX_MESSAGES = 16;

    /** A log without messages. */
    public static final DeliveryLog EMPTY = new DeliveryLog(List.of());

    /**
     * A message.
     *
     * @param run the run of the session in which it was sent
     */
    public record Entry(int run, Delivery delivery) {
        private boolean hasFailed() {
            return delivery.status().hasFailed();
        }

        private boolean isOf(String message) {
            return delivery.message().equals(message);
        }
    }

    /** Copies the list. */
    public DeliveryLog {
        entries = List.copyOf(entries);
    }

    /** Whether something was reported about a message. */
    public boolean knows(String message) {
        return entries.stream().anyMatch(entry -> entry.isOf(message));
    }

    /** A copy with a report; empty if it is no news. Messages that have failed are remembered longest. */
    public Optional<DeliveryLog> with(int run, Delivery report) {
        Optional<Entry> before =
                entries.stream().filter(entry -> entry.isOf(report.message())).findFirst();
        if (before.isPresent() && rank(before.get().delivery().status()) >= rank(report.status())) {
            return Optional.empty();
        }
        List<Entry> all = new ArrayList<>(entries);
        before.ifPresent(all::remove);
        if (all.size() >= MAX_MESSAGES) {
            all.remove(
                    all.stream().filter(entry -> !entry.hasFailed()).findFirst().orElse(all.get(0)));
        }
        all.add(new Entry(run, report));
        return Optional.of(new DeliveryLog(all));
    }

    /** A message that was read has arrived, whatever was reported before; nothing else changes a final state. */
    private static int rank(Delivery.Status status) {
        return switch (status) {
            case READ -> 3;
            case DELIVERED, UNDELIVERED, FAILED -> 2;
            case SENT -> 1;
        };
    }

    /** The messages of a run that did not arrive. */
    public List<Delivery> undelivered(int run) {
        return entries.stream()
                .filter(entry -> entry.run() == run && entry.hasFailed())
                .map(Entry::delivery)
                .toList();
    }
}
