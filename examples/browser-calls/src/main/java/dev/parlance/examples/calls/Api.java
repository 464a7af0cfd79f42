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

/** The page's API: configuration, texts and calls with a message. Requires a signed-in user. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_LENGTH = 1_600;

    private final TwilioAccount account;
    private final Address number;
    private final DialPlan plan;
    private final Sessions sessions;
    private final Optional<String> gateway;

    Api(TwilioAccount account, Address number, DialPlan plan, Sessions sessions, Optional<String> gateway) {
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

    /** Without a signed-in user, the configuration has no phone number. */
    private WebhookResponse config(WebhookRequest request) {
        ObjectNode config = JSON.createObjectNode();
        sessions.userOf(request).ifPresent(user -> config.put("user", user).put("phoneNumber", number.value()));
        gateway.ifPresent(url -> config.put("gateway", url));
        return WebhookResponse.json(config.toString()).withHeader("Cache-Control", "no-store");
    }

    private WebhookResponse text(WebhookRequest request) {
        JsonNode json = json(request);
        return answer(() -> account.send(
                TextMessage.to(allowed(request, json), message(json)).withFrom(number.value())));
    }

    private WebhookResponse call(WebhookRequest request) {
        JsonNode json = json(request);
        String twiml = VoiceTwiml.create().say(message(json)).toXml();
        return answer(() -> account.place(
                PhoneCall.to(allowed(request, json)).withTwiml(twiml).withFrom(number)));
    }

    private static JsonNode json(WebhookRequest request) {
        try {
            return JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "The body is not JSON.");
        }
    }

    /** Texts and calls cost as much as calls from the page, so the same dial plan applies. */
    private Address allowed(WebhookRequest request, JsonNode json) {
        String user = sessions.userOf(request).orElseThrow();
        Decision decision = plan.decide(user, json.path("to").asText());
        if (decision instanceof Decision.Phone phone) {
            return Address.of(phone.number());
        }
        throw new WebhookException(403, "This number cannot be called from here: " + decision);
    }

    private static String message(JsonNode json) {
        String message = json.path("message").asText();
        if (message.isBlank() || message.length() > MAX_LENGTH) {
            throw new WebhookException(400, "A message must have between 1 and " + MAX_LENGTH + " characters.");
        }
        return message;
    }

    private static WebhookResponse answer(Supplier<Receipt> action) {
        try {
            Receipt receipt = action.get();
            return WebhookResponse.json(JSON.createObjectNode()
                            .put("sid", receipt.sid())
                            .put("status", receipt.status())
                            .toString())
                    .withStatus(201);
        } catch (AccountException e) {
            throw new WebhookException(502, "Twilio refused the request: " + e.getMessage());
        }
    }
}
