package dev.parlance.account;

import java.net.URI;
import java.util.Optional;

/**
 * The webhook of a phone number, a messaging service or a TwiML application, for texts or for calls.
 *
 * @param target a phone number, or the SID of a number ({@code PN…}), of a messaging service ({@code MG…}) or of a TwiML
 *     application ({@code AP…})
 * @param type texts or calls
 * @param webhook the URL, if one is set
 * @param overriddenBy what takes precedence over the URL: for a number, an application's SID; for a messaging service,
 *     {@value #NUMBERS}
 */
public record WebhookSetting(
        String target, WebhookType type, Optional<Webhook> webhook, Optional<String> overriddenBy) {
    /** The messaging service uses the webhooks of its numbers. */
    public static final String NUMBERS = "its numbers";

    /** Returns the same target and hook with this URL, called with POST. */
    public WebhookSetting withUrl(URI url) {
        return new WebhookSetting(target, type, Optional.of(Webhook.post(url)), Optional.empty());
    }

    /** Describes what is called. */
    public String asked() {
        return overriddenBy.orElseGet(
                () -> webhook.map(it -> it.method() + " " + it.url()).orElse("nothing"));
    }

    @Override
    public String toString() {
        return type + " to " + target + ": " + asked();
    }
}
