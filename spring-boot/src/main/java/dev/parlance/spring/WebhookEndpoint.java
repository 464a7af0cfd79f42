package dev.parlance.spring;

import dev.parlance.webhook.WebhookHandler;

/**
 * A webhook outside of controllers: a bean of this type serves its handler at its path. Only signed requests reach it.
 *
 * <pre>{@code
 * @Bean
 * WebhookEndpoint greeting() {
 *     return WebhookEndpoint.ofCalls(
 *             "/greeting", request -> WebhookResponse.of(VoiceTwiml.create().say("Hello").hangup()));
 * }
 * }</pre>
 *
 * @param path the path, without patterns
 * @param receives what Twilio sends there
 */
public record WebhookEndpoint(String path, WebhookHandler handler, Receives receives) {
    /** What Twilio sends to an endpoint. */
    public enum Receives {
        /** Incoming texts. */
        TEXTS,
        /** Incoming calls. */
        CALLS,
        /** Anything else. */
        OTHER
    }

    /** Checks the path. */
    public WebhookEndpoint {
        if (!path.startsWith("/") || path.contains("*") || path.contains("{")) {
            throw new IllegalArgumentException(
                    "The path of a webhook starts with a slash and has no pattern: \"" + path + "\" is invalid");
        }
    }

    /** Serves a handler. */
    public static WebhookEndpoint of(String path, WebhookHandler handler) {
        return new WebhookEndpoint(path, handler, Receives.OTHER);
    }

    /** Serves a handler of incoming texts. */
    public static WebhookEndpoint ofTexts(String path, WebhookHandler handler) {
        return new WebhookEndpoint(path, handler, Receives.TEXTS);
    }

    /** Serves a handler of incoming calls. */
    public static WebhookEndpoint ofCalls(String path, WebhookHandler handler) {
        return new WebhookEndpoint(path, handler, Receives.CALLS);
    }
}
