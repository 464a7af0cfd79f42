package dev.parlance.spring.autoconfigure;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** Ends the start of an application that has webhooks but can't verify them. */
final class UnsignedWebhooks implements SmartInitializingSingleton {
    private final WebhookPaths paths;
    private final boolean canVerify;

    UnsignedWebhooks(WebhookPaths paths, boolean canVerify) {
        this.paths = paths;
        this.canVerify = canVerify;
    }

    @Override
    public void afterSingletonsInstantiated() {
        paths.afterSingletonsInstantiated();
        if (!canVerify && !paths.owners().isEmpty()) {
            throw new NoAccountException(paths.owners().get(0));
        }
    }
}
