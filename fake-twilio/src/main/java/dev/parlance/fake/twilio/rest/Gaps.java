package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * Responses for features of Twilio that the fake does not have. The status is 501, which Twilio never uses, and the debugger shows
 * a problem. Otherwise an application could mistake the gap for Twilio's response and pass its tests for the wrong reason.
 */
final class Gaps {
    private static final int NOT_IMPLEMENTED = 501;

    private final World world;

    Gaps(World world) {
        this.world = world;
    }

    /** The response to a request that no document of Twilio describes. */
    WebhookResponse answer(String host, WebhookRequest request) {
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
