package dev.parlance.aws.lambda;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;

/** A typical user's function, run by AWS's runtime client. */
public final class SignedEcho extends LambdaWebhook {
    private static final WebhookHandler ECHO = request -> {
        System.out.println("handling");
        return WebhookResponse.of(
                MessageTwiml.reply("echo: " + IncomingMessage.of(request).body()));
    };

    /** Called by the runtime. */
    public SignedEcho() {
        super(SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of(System.getenv("TOKEN"))))
                .handler(ECHO));
    }
}
