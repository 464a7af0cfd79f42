package dev.parlance.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.internal.AtOnce;
import dev.parlance.fake.twilio.document.TwimlReader;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.fake.twilio.world.WebhookSender;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Webhooks with their responses. Sends any of them again, unchanged or edited. */
final class Exchanges {
    private static final int MAX_COPIES = 5;

    private final World world;

    Exchanges(World world) {
        this.world = world;
    }

    WebhookResponse detail(String number) {
        WebhookExchange exchange = find(number);
        WebhookRequest request = exchange.request();
        ObjectNode json = summary(exchange)
                .put("url", request.url())
                .put("signature", request.header("X-Twilio-Signature").orElse(""))
                .put("idempotency", request.header(WebhookSender.IDEMPOTENCY).orElse(""))
                .put("contentType", exchange.contentType())
                .put("body", exchange.body())
                .put("xml", TwimlReader.isXml(exchange.body()));
        ArrayNode parameters = json.putArray("parameters");
        for (Parameter parameter : parameters(request).entries()) {
            parameters.addArray().add(parameter.name()).add(parameter.value());
        }
        return WebhookResponse.json(json.toString());
    }

    static ObjectNode summary(WebhookExchange exchange) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", exchange.number())
                .put("kind", "webhook")
                .put("at", exchange.at().toString())
                .put("method", exchange.request().method())
                .put("path", exchange.request().path())
                .put("seal", exchange.signing().name().toLowerCase(Locale.ROOT))
                .put("status", exchange.status())
                .put("outcome", exchange.outcome())
                .put("millis", exchange.duration().toMillis());
    }

    /** The editable parameters: those of the form. Without a form, edit the URL instead. */
    private static Parameters parameters(WebhookRequest request) {
        return request.hasForm() ? request.formParameters() : Parameters.none();
    }

    void sendAgain(PageRequest request) {
        WebhookExchange exchange = find(request.text("number"));
        WebhookRequest original = exchange.request();
        String url = request.text("url", original.url());
        Parameters parameters = request.has("parameters") ? edited(request.list("parameters")) : parameters(original);
        Signing signing = Signing.valueOf(request.text("seal", "valid").toUpperCase(Locale.ROOT));
        String idempotency = request.flag("asNew")
                ? UUID.randomUUID().toString()
                : original.header(WebhookSender.IDEMPOTENCY).orElse("");
        int copies = (int) Math.max(1, Math.min(MAX_COPIES, request.number("copies", 1)));
        Runnable once = () ->
                world.webhooks().sendAgain(token(exchange), original.method(), url, parameters, idempotency, signing);
        AtOnce.run(Collections.nCopies(copies, once));
    }

    private String token(WebhookExchange exchange) {
        return exchange.request()
                .parameters()
                .nonEmpty("AccountSid")
                .flatMap(sid -> world.accounts().shelf().find(sid))
                .orElseGet(() -> world.accounts().shelf().oldestFirst().get(0))
                .text("auth_token");
    }

    private static Parameters edited(JsonNode pairs) {
        List<String> namesAndValues = new ArrayList<>();
        for (JsonNode pair : pairs) {
            namesAndValues.add(pair.path(0).asText());
            namesAndValues.add(pair.path(1).asText());
        }
        return Parameters.of(namesAndValues.toArray(String[]::new));
    }

    private WebhookExchange find(String number) {
        return world.log().webhooks().stream()
                .filter(exchange -> Long.toString(exchange.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new WebhookException(404, "Webhook " + number + " is no longer in the log."));
    }
}
