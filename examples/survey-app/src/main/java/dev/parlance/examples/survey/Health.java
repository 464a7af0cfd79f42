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
 * Whether answers can be stored: a full disk can still be read, so a document is written. Anybody may ask, so it is written
 * once a second at most, and why it failed is in the log alone.
 */
final class Health implements WebhookHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Key PROBE = new Key("health", "probe");

    private final DocumentStore store;
    private final Path database;
    private final Clock clock;
    private Instant lookedAt = Instant.MIN;
    private boolean isUp;

    /** @param database the store's file: while it is open, it can be written even if it was deleted */
    Health(DocumentStore store, Path database, Clock clock) {
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized WebhookResponse handle(WebhookRequest request) {
        Instant now = clock.instant();
        if (lookedAt.isBefore(now.minus(GOOD_FOR)) || lookedAt.isAfter(now)) {
            isUp = canWrite();
            lookedAt = now;
        }
        return isUp
                ? WebhookResponse.json("{\"status\":\"up\"}")
                : WebhookResponse.json("{\"status\":\"down\",\"why\":\"the store cannot be written\"}")
                        .withStatus(503);
    }

    /** Another machine may have written it in between, which shows as well that it can be. */
    private boolean canWrite() {
        if (!Files.exists(database)) {
            LOG.error("the store's file is gone");
            return false;
        }
        try {
            Document probe = store.load(PROBE).orElseGet(() -> Document.create(PROBE, "", Optional.empty(), "{}"));
            store.save(probe);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("the store cannot be written", e);
            return false;
        }
    }
}
