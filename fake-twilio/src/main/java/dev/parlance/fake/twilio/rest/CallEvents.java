package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;

/** The webhooks of a call, as the API lists them. */
final class CallEvents {
    private final World world;

    CallEvents(World world) {
        this.world = world;
    }

    WebhookResponse of(Resource call, Exchange exchange) {
        Resources resources = new Resources();
        List<Resource> events = world.log().webhooks().stream()
                .filter(webhook -> webhook.request()
                        .parameters()
                        .first("CallSid")
                        .filter(call.sid()::equals)
                        .isPresent())
                .map(webhook -> resources.add("events", Long.toString(webhook.number()), event(webhook), webhook.at()))
                .toList();
        return Json.answer(200, new Page(exchange, events, Resource::json).withUris("events"));
    }

    private static ObjectNode event(WebhookExchange webhook) {
        ObjectNode event = Json.object();
        ObjectNode request = event.putObject("request");
        request.put("method", webhook.request().method());
        request.put("url", webhook.request().url());
        ObjectNode parameters = request.putObject("parameters");
        webhook.request()
                .parameters()
                .entries()
                .forEach(each -> parameters.put(Fields.snake(each.name()), each.value()));
        event.putObject("response")
                .put("content_type", webhook.contentType())
                .put("date_created", Dates.RFC_2822.write(webhook.at()))
                .put("request_duration", webhook.duration().toMillis())
                .put("response_body", webhook.body())
                .put("response_code", webhook.status());
        return event;
    }
}
