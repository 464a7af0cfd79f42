package dev.parlance.spring.autoconfigure;

import java.io.Serial;

/** There is a webhook, but no account whose token could verify it. */
final class NoAccountException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NoAccountException(String webhook) {
        super("There is no Twilio account, so nothing can verify that requests to " + webhook + " come from Twilio");
    }
}
