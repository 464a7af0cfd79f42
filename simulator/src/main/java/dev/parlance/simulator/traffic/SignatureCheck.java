package dev.parlance.simulator.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.Optional;

/** Explains the signature of a webhook: what was signed, and which value a receiver must compute. The token stays out of it. */
final class SignatureCheck {
    private static final String HEADER = "X-Twilio-Signature";

    private final World world;

    SignatureCheck(World world) {
        this.world = world;
    }

    /** The explanation, or empty for a request whose form is malformed. */
    Optional<ObjectNode> of(Exchange exchange) {
        WebhookRequest request = exchange.request();
        String account = account(exchange);
        try {
            String expected = TwilioSignature.of(Secret.of(world.accounts().token(account)))
                    .sign(withoutHash(request))
                    .header(HEADER)
                    .orElse("");
            return Optional.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("header", HEADER)
                    .put("sent", request.header(HEADER).orElse(""))
                    .put("expected", expected)
                    .put("account", account)
                    .put("text", TwilioSignature.signedText(request))
                    .put("url", request.url())
                    .put("isForm", request.hasForm())
                    .put("bodyHash", request.bodyLength() > 0 && !request.hasForm()));
        } catch (WebhookException e) {
            return Optional.empty();
        }
    }

    /** Signing appends the body's hash again. */
    private static WebhookRequest withoutHash(WebhookRequest request) {
        int hash = request.hasForm() ? -1 : request.url().lastIndexOf("bodySHA256=");
        return hash < 0 ? request : request.withUrl(request.url().substring(0, hash - 1));
    }

    private String account(Exchange exchange) {
        String named = exchange.first("AccountSid");
        return world.accounts().shelf().find(named).isPresent()
                ? named
                : world.accounts().main();
    }
}
