package dev.parlance.account;

import java.net.URI;
import java.util.Optional;

/**
 * The webhook of a phone number, a messaging service or a TwiML application, for texts or for calls.
 *
 * @param target a phone number, or the SID of a number ({@code PN…}), of a messaging service ({@code MG…}) or of a TwiML
 *     application ({@code AP…})
 * @param hook texts or calls
 * @param webhook the URL, if one is set
 * @param instead what takes precedence over the URL: for a number, an application's SID; for a messaging service,
 *     {@value #NUMBERS}
 */
public record Wired(String target, Hook hook, Optional<Webhook> webhook, Optional<String> instead) {
    /** The messaging service uses the webhooks of its numbers. */
    public static final String NUMBERS = "its numbers";

    /** Returns the same target and hook with this URL, called with POST. */
    public Wired asking(URI url) {
        return new Wired(target, hook, Optional.of(Webhook.post(url)), Optional.empty());
    }

    /** Describes what is called. */
    public String asked() {
        return instead.orElseGet(
                () -> webhook.map(it -> it.method() + " " + it.url()).orElse("nothing"));
    }

    @Override
    public String toString() {
        return hook + " to " + target + ": " + asked();
    }
}
