package dev.parlance.spring.autoconfigure;

import dev.parlance.webhook.WebhookHandler;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The recordings and pictures of a survey, below a path. Twilio fetches them without a signature, and their names can't be guessed,
 * so they need no check and no login.
 */
record MediaEndpoint(PathPattern path, WebhookHandler handler) {
    static MediaEndpoint below(String path, WebhookHandler handler) {
        return new MediaEndpoint(PathPatternParser.defaultInstance.parse(path + "/*"), handler);
    }

    /** @param requested the path within the application */
    boolean matches(PathContainer requested) {
        return path.matches(requested);
    }
}
