package dev.parlance.benchmarks;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookResponse;

/** The echo of examples/sms-echo-lambda with the token in the environment: the cost of the library without an AWS client. */
public final class EchoWithToken extends LambdaWebhook {
    /** Called by the Lambda runtime. */
    public EchoWithToken() {
        super(SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of(System.getenv("TWILIO_AUTH_TOKEN"))))
                .handler(request -> WebhookResponse.of(MessageTwiml.reply(
                        "echo: " + IncomingMessage.of(request).body()))));
    }
}
