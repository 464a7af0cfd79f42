package dev.parlance.account.browser;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.webhook.WebhookRequest;

/** The prompts for calls that are refused or not answered, in a few languages. */
final class CallPrompts {
    private CallPrompts() {}

    static Prompts builtIn() {
        return Prompts.from(PromptSource.classpath(CallPrompts.class, "parlance-call-words"));
    }

    /** The language that the page sent with the call, or the default. */
    static Language languageOf(WebhookRequest request, Prompts prompts) {
        return prompts.in(request.parameters().first("language").orElse(""));
    }
}
