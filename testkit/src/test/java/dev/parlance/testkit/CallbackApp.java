package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An application that serves documents and records the callbacks that it gets. */
final class CallbackApp {
    static final String URL = "https://app.example";
    static final String STATUS = URL + "/status";

    private final FakeTwilio twilio;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<Parameters> callbacks = Collections.synchronizedList(new ArrayList<>());

    CallbackApp(FakeTwilio twilio) {
        this.twilio = twilio;
        twilio.mount(
                URL,
                SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                        .handler(this::respond));
    }

    private WebhookResponse respond(WebhookRequest request) {
        if (request.path().equals("/status")) {
            callbacks.add(request.formParameters());
            return WebhookResponse.noContent();
        }
        String verbs = documents.getOrDefault(request.path(), "");
        return WebhookResponse.bytes(
                "text/xml", ("<Response>" + verbs + "</Response>").getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the verbs of the document at this path. */
    void serves(String path, String verbs) {
        documents.put(path, verbs);
    }

    /** The values of one parameter in all callbacks, in order. */
    List<String> callbacks(String name) {
        twilio.settle();
        return callbacks.stream().map(form -> form.first(name).orElse("")).toList();
    }
}
