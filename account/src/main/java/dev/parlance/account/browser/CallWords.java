package dev.parlance.account.browser;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.webhook.WebhookRequest;

/** The prompts for calls that are refused or not answered, in a few languages. */
final class CallWords {
    private CallWords() {}

    static Prompts builtIn() {
        return Prompts.from(PromptSource.classpath(CallWords.class, "parlance-call-words"));
    }

    /** The language that the page sent with the call, or the default. */
    static Language languageOf(WebhookRequest request, Prompts words) {
        return words.in(request.parameters().first("language").orElse(""));
    }
}
