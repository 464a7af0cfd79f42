package dev.parlance.examples.survey;

import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether answers can be stored, by writing a document, because a full disk can still be read. The route is public, so
 * it writes at most once a second, and only the log has the reason for a failure.
 */
final class Health implements WebhookHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration CACHE_TIME = Duration.ofSeconds(1);
    private static final Key PROBE = new Key("health", "probe");

    private final DocumentStore store;
    private final Path database;
    private final Clock clock;
    private Instant checkedAt = Instant.MIN;
    private boolean isUp;

    /** @param database the store's file, checked separately because an open file can be written even after it was deleted */
    Health(DocumentStore store, Path database, Clock clock) {
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized WebhookResponse handle(WebhookRequest request) {
        Instant now = clock.instant();
        if (checkedAt.isBefore(now.minus(CACHE_TIME)) || checkedAt.isAfter(now)) {
            isUp = canWrite();
            checkedAt = now;
        }
        return isUp
                ? WebhookResponse.json("{\"status\":\"up\"}")
                : WebhookResponse.json("{\"status\":\"down\",\"why\":\"the store cannot be written\"}")
                        .withStatus(503);
    }

    /** A conflict with another machine's write is fine: it shows that the store can be written. */
    private boolean canWrite() {
        if (!Files.exists(database)) {
            LOG.error("The database file {} does not exist", database);
            return false;
        }
        try {
            Document probe = store.load(PROBE).orElseGet(() -> Document.create(PROBE, "", Optional.empty(), "{}"));
            store.save(probe);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("Cannot write to the store", e);
            return false;
        }
    }
}
