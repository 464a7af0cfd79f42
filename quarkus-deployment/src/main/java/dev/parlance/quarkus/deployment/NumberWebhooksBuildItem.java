package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.NumberWebhooks;
import io.quarkus.builder.item.SimpleBuildItem;

/** The webhooks that a phone number of this application has. */
final class NumberWebhooksBuildItem extends SimpleBuildItem {
    private final NumberWebhooks webhooks;

    NumberWebhooksBuildItem(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    NumberWebhooks webhooks() {
        return webhooks;
    }
}
