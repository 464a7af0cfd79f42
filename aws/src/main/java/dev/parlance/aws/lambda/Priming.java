package dev.parlance.aws.lambda;

import dev.parlance.security.TwilioSignature;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.Secret;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs the code that every webhook needs before a snapshot is taken, so that the snapshot contains its classes: reads an event,
 * verifies its signature, writes TwiML and a response.
 */
final class Priming implements Resource {
    private static final String EVENT =
            "{\"version\":\"2.0\",\"routeKey\":\"POST /\",\"rawPath\":\"/\",\"rawQueryString\":\"\","
                    + "\"headers\":{\"x-twilio-signature\":\"none\",\"content-type\":\"application/x-www-form-urlencoded\"},\"requestContext\":{\"domainName\":\"localhost\","
                    + "\"http\":{\"method\":\"POST\",\"sourceIp\":\"127.0.0.1\"}},\"body\":\"Qm9keT1ob2xh\",\"isBase64Encoded\":true}";

    private static final WebhookSignature SIGNATURE = TwilioSignature.of(Secret.of("0".repeat(32)));

    private Priming() {}

    /** Registers for the checkpoint. The caller must keep the result, because the runtime holds only a weak reference. */
    static Priming beforeCheckpoint() {
        Priming priming = new Priming();
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        LambdaEvent event = LambdaEvent.read(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)));
        EventShape shape = EventShape.of(event);
        WebhookRequest request = shape.request(event);
        SIGNATURE.verify(request);
        VoiceTwiml.create().say("primed").toBytes();
        WebhookResponse response = WebhookResponse.of(MessageTwiml.reply("primed"));
        shape.write(event, response, new ByteArrayOutputStream());
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
