package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Map;

/** Files in conversations. One host stores them, another serves them without login. */
final class ConversationMedia {
    private static final String MEDIA = "/v1/Services/{service_sid}/Media";

    private final World world;

    ConversationMedia(World world) {
        this.world = world;
    }

    void routes(Routes mcs, Routes fetched) {
        mcs.post(MEDIA, this::upload).get(MEDIA + "/{sid}", this::describe);
        fetched.get("/content/{sid}", this::content);
    }

    private WebhookResponse upload(WebhookRequest request) {
        if (request.bodyLength() == 0) {
            throw ApiError.badRequest(20001, "The file is empty");
        }
        Resource media = world.owned()
                .media()
                .add(Map.of(
                        "account_sid", Login.account(world, request).sid(),
                        "message_sid", "",
                        "content_type", request.header("Content-Type").orElse("application/octet-stream")))
                .set("_filename", request.queryParameters().first("Filename").orElse(""));
        world.keep(media.sid(), request.body());
        return Json.answer(201, described(media, request.pathVariable("service_sid")));
    }

    private WebhookResponse describe(WebhookRequest request) {
        return Json.answer(200, described(find(request.pathVariable("sid")), request.pathVariable("service_sid")));
    }

    private ObjectNode described(Resource media, String service) {
        ObjectNode json = Json.object()
                .put("sid", media.sid())
                .put("service_sid", service)
                .put("content_type", media.text("content_type"))
                .put("filename", media.text("_filename"))
                .put("size", size(media));
        json.putObject("links").put("content_direct_temporary", contentUrl(media.sid()));
        return json;
    }

    static String contentUrl(String sid) {
        return "https://media.twilio.com/content/" + sid;
    }

    private int size(Resource media) {
        return world.content(media.sid()).map(bytes -> bytes.length).orElse(0);
    }

    private Resource find(String sid) {
        return world.owned().media().find(sid).orElseThrow(() -> ApiError.notFound("/Media/" + sid));
    }

    private WebhookResponse content(WebhookRequest request) {
        Resource media = find(request.pathVariable("sid"));
        byte[] content = world.content(media.sid()).orElseThrow(() -> ApiError.notFound(request.path()));
        return WebhookResponse.bytes(media.text("content_type"), content);
    }

    /** The {@code media} field of a message with these files. */
    ArrayNode named(List<String> sids) {
        ArrayNode list = Json.array();
        for (String sid : sids) {
            Resource media = find(sid);
            list.addObject()
                    .put("sid", sid)
                    .put("content_type", media.text("content_type"))
                    .put("filename", media.text("_filename"))
                    .put("size", size(media));
        }
        return list;
    }

    /** The {@code media} field for the files in a text. */
    ArrayNode of(Resource text) {
        return named(world.owned().media().oldestFirst().stream()
                .filter(media -> media.is("parent_sid", text.sid()))
                .map(Resource::sid)
                .toList());
    }

    /** The {@code media} field in the format of webhooks; empty if there are no files. */
    static String inWebhook(JsonNode media) {
        ArrayNode list = Json.array();
        for (JsonNode item : media) {
            list.addObject()
                    .put("Sid", item.path("sid").asText())
                    .put("ContentType", item.path("content_type").asText())
                    .put("Filename", item.path("filename").asText())
                    .put("Size", item.path("size").asInt());
        }
        return list.isEmpty() ? "" : list.toString();
    }
}
