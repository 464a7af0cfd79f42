package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the surveys' store answers, by looking for a document that does not exist. */
final class StoreHealth extends AbstractHealthIndicator {
    private static final Key NOTHING = new Key("health", "nothing");

    private final DocumentStore store;

    StoreHealth(DocumentStore store) {
        super("The surveys' store can't be read");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var unused = store.load(NOTHING);
        health.up();
    }
}
