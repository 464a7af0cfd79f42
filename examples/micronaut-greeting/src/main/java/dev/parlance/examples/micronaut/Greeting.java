package dev.parlance.examples.micronaut;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/** Answers texts and calls in the language of the sender. */
final class Greeting {
    private final Prompts prompts = Prompts.from(PromptSource.classpath(Greeting.class, "prompts"));

    Router routes() {
        return Router.create()
                .post("/twilio/sms", this::text)
                .post("/twilio/voice", this::call)
                .post("/twilio/voice/key", this::key);
    }

    private WebhookResponse text(WebhookRequest request) {
        IncomingMessage message = IncomingMessage.of(request);
        return WebhookResponse.of(MessageTwiml.in(languageOf(message)).prompt("greeting"));
    }

    private WebhookResponse call(WebhookRequest request) {
        Language language = prompts.in(tagOf(IncomingCall.of(request)));
        return WebhookResponse.of(VoiceTwiml.in(language)
                .gather(gather -> gather.action("/twilio/voice/key?in=" + language.tag())
                        .digits(1)
                        .prompt("ask")));
    }

    private WebhookResponse key(WebhookRequest request) {
        Language language = prompts.in(request.parameters().required("in"));
        String key = GatherResult.of(request).digits().orElse("");
        return WebhookResponse.of(
                VoiceTwiml.in(language).prompt("heard", "key", key).hangup());
    }

    private Language languageOf(IncomingMessage message) {
        return prompts.languages().stream()
                .filter(language -> message.body().strip().equalsIgnoreCase(language.text("hello")))
                .findFirst()
                .orElseGet(prompts::defaultLanguage);
    }

    private static String tagOf(IncomingCall call) {
        return call.parameters()
                .first("FromCountry")
                .filter("MX"::equals)
                .map(country -> "es")
                .orElse("en");
    }
}
