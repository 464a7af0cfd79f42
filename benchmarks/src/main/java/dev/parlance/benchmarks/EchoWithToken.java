package dev.parlance.benchmarks;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookResponse;

/** The echo of examples/sms-echo-lambda with the token in its environment: what the library costs, without a client of AWS's. */
public final class EchoWithToken extends LambdaWebhook {
    /** For the runtime. */
    public EchoWithToken() {
        super(Signed.by(TwilioSignature.withToken(System.getenv("TWILIO_AUTH_TOKEN")))
                .handler(request -> WebhookResponse.of(MessageTwiml.reply(
                        "echo: " + IncomingMessage.of(request).body()))));
    }
}
