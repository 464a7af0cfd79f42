package dev.parlance.examples.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.account.AccountException;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.Decision;
import dev.parlance.account.browser.DialPlan;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** What the page asks beside its calls: a number, a text, a call that says something. All of it for those signed in alone. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1_600;

    private final TwilioAccount account;
    private final String number;
    private final DialPlan plan;
    private final Sessions sessions;
    private final Optional<String> gateway;

    Api(TwilioAccount account, String number, DialPlan plan, Sessions sessions, Optional<String> gateway) {
        this.account = account;
        this.number = number;
        this.plan = plan;
        this.sessions = sessions;
        this.gateway = gateway;
    }

    void addTo(Router router) {
        router.get("/api/config", this::config)
                .post("/api/messages", sessions.only(this::text))
                .post("/api/calls", sessions.only(this::call));
    }

    /** Whoever is not signed in is told no number. */
    private WebhookResponse config(WebhookRequest request) {
        ObjectNode config = JSON.createObjectNode();
        sessions.userOf(request).ifPresent(user -> config.put("user", user).put("phoneNumber", number));
        gateway.ifPresent(url -> config.put("gateway", url));
        return WebhookResponse.json(config.toString()).withHeader("Cache-Control", "no-store");
    }

    private WebhookResponse text(WebhookRequest request) {
        JsonNode asked = asked(request);
        return answer(() -> account.send(
                TextMessage.to(allowed(request, asked), message(asked)).from(number)));
    }

    private WebhookResponse call(WebhookRequest request) {
        JsonNode asked = asked(request);
        String twiml = VoiceTwiml.create().say(message(asked)).toXml();
        return answer(() -> account.place(
                PhoneCall.to(allowed(request, asked)).withTwiml(twiml).from(number)));
    }

    private static JsonNode asked(WebhookRequest request) {
        try {
            return JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The body is no JSON.");
        }
    }

    /** Texts and calls cost what calls from the page cost, so the same plan is asked. */
    private Address allowed(WebhookRequest request, JsonNode asked) {
        String user = sessions.userOf(request).orElseThrow();
        Decision decision = plan.decide(user, asked.path("to").asText());
        if (decision instanceof Decision.Phone phone) {
            return Address.of(phone.number());
        }
        throw new WebhookException(403, "This number is not one that can be called from here: " + decision);
    }

    private static String message(JsonNode asked) {
        String message = asked.path("message").asText();
        if (message.isBlank() || message.length() > LONGEST) {
            throw new WebhookException(400, "A message has between 1 and " + LONGEST + " characters.");
        }
        return message;
    }

    private static WebhookResponse answer(Supplier<Receipt> deed) {
        try {
            Receipt receipt = deed.get();
            return WebhookResponse.json(JSON.createObjectNode()
                            .put("sid", receipt.sid())
                            .put("status", receipt.status())
                            .toString())
                    .withStatus(201);
        } catch (AccountException e) {
            throw new WebhookException(502, "Twilio did not take it: " + e.getMessage());
        }
    }
}
