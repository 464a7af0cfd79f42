package dev.parlance.examples.quarkus;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers texts and calls in the language of the sender. */
public class GreetingResource {
    private final Prompts prompts;

    GreetingResource(Prompts prompts) {
        this.prompts = prompts;
    }

    @TwilioWebhook("/sms")
    public MessageTwiml text(IncomingMessage message) {
        Language language = prompts.languages().stream()
                .filter(each -> message.body().strip().equalsIgnoreCase(each.text("hello")))
                .findFirst()
                .orElseGet(prompts::defaultLanguage);
        return MessageTwiml.in(language).prompt("greeting");
    }

    @TwilioWebhook("/voice")
    public VoiceTwiml call(IncomingCall call) {
        boolean isFromMexico =
                call.parameters().first("FromCountry").filter("MX"::equals).isPresent();
        Language language = prompts.in(isFromMexico ? "es" : "en");
        return VoiceTwiml.in(language)
                .gather(gather -> gather.action("/voice/key?in=" + language.tag())
                        .digits(1)
                        .prompt("ask"));
    }

    @TwilioWebhook("/voice/key")
    public VoiceTwiml key(GatherResult result, @RestQuery String in) {
        return VoiceTwiml.in(prompts.in(in))
                .prompt("heard", "key", result.digits().orElse(""))
                .hangup();
    }
}
