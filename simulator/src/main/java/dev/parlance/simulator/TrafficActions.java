package dev.parlance.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.internal.AtOnce;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.fake.twilio.world.WebhookSender;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.simulator.traffic.Entry;
import dev.parlance.simulator.traffic.Exchange;
import dev.parlance.simulator.traffic.TrafficLog;
import dev.parlance.simulator.traffic.TrafficRecorder;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Sends webhooks again: unchanged or edited, once or several times, in any order or all at once. */
final class TrafficActions {
    private static final int MAX_SENT = 50;

    private final World world;
    private final TrafficLog log;
    private final TrafficRecorder recorder;

    TrafficActions(World world, TrafficLog log, TrafficRecorder recorder) {
        this.world = world;
        this.log = log;
        this.recorder = recorder;
    }

    void sendAgain(PageRequest request) {
        List<Runnable> sent = new ArrayList<>();
        for (JsonNode each : request.list("webhooks")) {
            sent.add(sending(PageRequest.of(each)));
        }
        if (sent.isEmpty() || sent.size() > MAX_SENT) {
            throw new IllegalArgumentException("Choose between 1 and " + MAX_SENT + " webhooks to send.");
        }
        if (request.flag("atOnce")) {
            AtOnce.run(sent);
        } else {
            sent.forEach(Runnable::run);
        }
    }

    private Runnable sending(PageRequest request) {
        long number = (long) request.number("number", 0);
        Exchange exchange = log.find(number)
                .flatMap(Entry::exchange)
                .filter(it -> it.signing().isPresent())
                .orElseThrow(() -> new WebhookException(404, "Webhook " + number + " is no longer in the list."));
        WebhookRequest original = exchange.request();
        String token = token(exchange);
        String url = request.text("url", original.url());
        Signing signing = Signing.valueOf(request.text("signature", "valid").toUpperCase(Locale.ROOT));
        String idempotency = request.flag("asNew")
                ? UUID.randomUUID().toString()
                : original.header(WebhookSender.IDEMPOTENCY).orElse("");
        if (original.bodyLength() > 0 && !original.hasForm()) {
            String type = original.header("Content-Type").orElse("application/json");
            String body = request.text("body", original.bodyText());
            return () -> recorder.repeat(
                    number, () -> world.webhooks().sendAgain(token, url, type, body, idempotency, signing));
        }
        Parameters parameters = request.has("parameters") ? edited(request.list("parameters")) : form(original);
        return () -> recorder.repeat(
                number,
                () -> world.webhooks().sendAgain(token, original.method(), url, parameters, idempotency, signing));
    }

    private static Parameters form(WebhookRequest request) {
        return request.hasForm() ? request.formParameters() : Parameters.none();
    }

    private String token(Exchange exchange) {
        return exchange.parameters()
                .nonEmpty("AccountSid")
                .flatMap(sid -> world.accounts().shelf().find(sid))
                .map(account -> account.text("auth_token"))
                .orElseGet(() -> world.accounts().token(world.accounts().main()));
    }

    private static Parameters edited(JsonNode pairs) {
        List<String> namesAndValues = new ArrayList<>();
        for (JsonNode pair : pairs) {
            namesAndValues.add(pair.path(0).asText());
            namesAndValues.add(pair.path(1).asText());
        }
        return Parameters.of(namesAndValues.toArray(String[]::new));
    }
}
