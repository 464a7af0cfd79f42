package dev.parlance.testkit;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that answers each path with its document, and keeps the requests. */
final class VoiceApp implements WebhookHandler {
    static final String URL = "https://app.example";

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<WebhookRequest> received = new CopyOnWriteArrayList<>();

    /** Sets the verbs with which a path is answered. */
    void answers(String path, String verbs) {
        documents.put(path, "<Response>" + verbs + "</Response>");
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        received.add(request);
        String document = documents.get(request.path());
        return document == null
                ? WebhookResponse.text("no such page").withStatus(404)
                : WebhookResponse.bytes("text/xml", document.getBytes(StandardCharsets.UTF_8));
    }

    List<WebhookRequest> received() {
        return received;
    }

    /** The parameters of the last request. */
    Parameters last() {
        return received.get(received.size() - 1).formParameters();
    }

    /** The parameters of the first request to this path. */
    Parameters sentTo(String path) {
        return allSentTo(path).get(0);
    }

    /** The parameters of each request to this path. */
    List<Parameters> allSentTo(String path) {
        return received.stream()
                .filter(request -> request.path().equals(path))
                .map(WebhookRequest::formParameters)
                .toList();
    }
}
