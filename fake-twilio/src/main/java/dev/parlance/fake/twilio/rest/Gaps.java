package dev.parlance.fake.twilio.rest;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;

/**
 * Responses for features of Twilio that the fake does not have. The status is 501, which Twilio never uses, and the debugger shows
 * a problem. Otherwise an application could mistake the gap for Twilio's response and pass its tests for the wrong reason.
 */
final class Gaps {
    private static final int NOT_IMPLEMENTED = 501;
    private static final Map<String, String> APIS = Map.ofEntries(
            entry("accounts", "Accounts API"),
            entry("assistants", "AI Assistants"),
            entry("bulkexports", "Bulk Export"),
            entry("chat", "Programmable Chat"),
            entry("content", "Content API"),
            entry("events", "Event Streams"),
            entry("flex-api", "Flex"),
            entry("iam", "IAM"),
            entry("insights", "Voice Insights"),
            entry("intelligence", "Conversational Intelligence"),
            entry("lookups", "Lookup"),
            entry("monitor", "Monitor"),
            entry("notify", "Notify"),
            entry("numbers", "Numbers API"),
            entry("oauth", "OAuth"),
            entry("pricing", "Pricing"),
            entry("proxy", "Proxy"),
            entry("routes", "Routes"),
            entry("studio", "Studio"),
            entry("supersim", "Super SIM"),
            entry("sync", "Sync"),
            entry("taskrouter", "TaskRouter"),
            entry("trunking", "Elastic SIP Trunking"),
            entry("trusthub", "Trust Hub"),
            entry("verify", "Verify"),
            entry("video", "Video"),
            entry("voice", "Voice API"),
            entry("webhooks", "Webhooks API"),
            entry("wireless", "Wireless"));

    private final World world;

    Gaps(World world) {
        this.world = world;
    }

    /** The response to a request to an unsupported API. */
    WebhookResponse ofApi(String host, WebhookRequest request) {
        String name = APIS.getOrDefault(host, host + ".twilio.com");
        return answer("The fake does not support " + name + ": " + describe(host, request));
    }

    /** The response to an unsupported request in a supported API. */
    WebhookResponse inApi(String host, WebhookRequest request) {
        return answer("The fake does not support " + describe(host, request));
    }

    /** The response to a request to a deployed Function. */
    WebhookResponse ofFunction(String domain, WebhookRequest request) {
        return answer("The fake does not run Functions: " + request.method() + " " + domain + request.path());
    }

    private static String describe(String host, WebhookRequest request) {
        return request.method() + " " + host + ".twilio.com" + request.path();
    }

    private WebhookResponse answer(String message) {
        world.alert(NOT_IMPLEMENTED, message);
        ObjectNode body = Json.object();
        body.put("message", message);
        body.put("status", NOT_IMPLEMENTED);
        return Json.answer(NOT_IMPLEMENTED, body);
    }
}
