package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.Approvals;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.Selection;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Set;

/** Content resources and their approval by WhatsApp. */
final class ContentApi {
    private static final String HOST = "content";
    private static final String CONTENT = "/v1/Content";
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final String TEMPLATE_NAME = "[a-z0-9_]{1,512}";

    private final World world;
    private final GenericApi generic;
    private final Approvals approvals;

    ContentApi(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
        this.approvals = new Approvals(world);
    }

    void routes(Routes routes, Effects effects) {
        effects.before("POST", HOST, CONTENT, ContentApi::check)
                .after("POST", HOST, CONTENT, ContentApi::complete)
                .before("PUT", HOST, CONTENT + "/{sid}", ContentApi::check)
                .after("PUT", HOST, CONTENT + "/{sid}", (content, exchange) -> Approvals.withdraw(content))
                .before("POST", HOST, CONTENT + "/{sid}/ApprovalRequests/whatsapp", ContentApi::checkRequest)
                .after("POST", HOST, CONTENT + "/{sid}/ApprovalRequests/whatsapp", this::request)
                .after("GET", HOST, CONTENT + "/{sid}/ApprovalRequests", this::show);
        routes.get("/v1/ContentAndApprovals", generic.handler(it -> list(it, true)));
        routes.get("/v1/LegacyContent", generic.handler(it -> generic.page(it, List.of())));
        routes.get("/v2/ContentAndApprovals", generic.handler(it -> list(it, true)));
        routes.get("/v2/Content", generic.handler(it -> list(it, false)));
    }

    private static void check(Exchange exchange) {
        ContentRules.check(Json.body(exchange.request()).path("types"));
    }

    private static void complete(Resource content, Exchange exchange) {
        if (!content.get("variables").isObject()) {
            content.set("variables", Json.object());
        }
        String url = "https://content.twilio.com" + CONTENT + "/" + content.sid() + "/ApprovalRequests";
        content.set(
                "links", Json.object().put("approval_create", url + "/whatsapp").put("approval_fetch", url));
    }

    private static void checkRequest(Exchange exchange) {
        JsonNode body = Json.body(exchange.request());
        String name = body.path("name").asText();
        if (!name.matches(TEMPLATE_NAME)) {
            throw ApiError.badRequest(
                    20001, "Invalid name: '" + name + "' must have lower-case letters, digits and underscores only");
        }
        String category = body.path("category").asText();
        if (!CATEGORIES.contains(category)) {
            throw ApiError.badRequest(
                    20001, "Invalid category: '" + category + "' must be UTILITY, MARKETING or AUTHENTICATION");
        }
    }

    private Resource content(Exchange exchange) {
        String sid = exchange.request().path().split("/", -1)[3];
        return world.resources()
                .find(exchange.account() + " " + HOST + CONTENT, sid)
                .orElseThrow(() -> ApiError.notFound("/Content/" + sid));
    }

    private void request(Resource result, Exchange exchange) {
        Resource content = content(exchange);
        JsonNode body = Json.body(exchange.request());
        approvals.request(
                content, body.path("name").asText(), body.path("category").asText());
        approvals.json(content).properties().forEach(field -> result.set(field.getKey(), field.getValue()));
    }

    private void show(Resource result, Exchange exchange) {
        Resource content = content(exchange);
        result.set("sid", content.sid()).set("whatsapp", approvals.json(content));
    }

    private WebhookResponse list(GenericRequest it, boolean withApprovals) {
        ContentFilter filter = new ContentFilter(it.exchange(), approvals);
        List<Resource> wanted = world.resources().list(it.shelf(CONTENT), Selection.NEWEST_FIRST).all().stream()
                .filter(filter::matches)
                .sorted(filter.order())
                .map(content -> withApprovals ? withApproval(content) : content)
                .toList();
        return generic.page(it, wanted);
    }

    private Resource withApproval(Resource content) {
        ObjectNode fields = content.json();
        ObjectNode approval = approvals.json(content);
        approval.remove("type");
        fields.set("approval_requests", approval);
        return new Resources().add("", content.sid(), fields, content.created());
    }
}
