package dev.parlance.account;

import java.net.URI;
import java.util.Optional;

/**
 * What is called when something gets a text or a call.
 *
 * @param target a phone number, or the SID of a number ({@code PN…}), of a messaging service ({@code MG…}) or of a TwiML
 *     application ({@code AP…})
 * @param hook which of the two
 * @param webhook the URL that is set, if one is
 * @param instead what is asked in its place: of a number, an application's SID; of a messaging service,
 *     {@value #NUMBERS}
 */
public record Wired(String target, Hook hook, Optional<Webhook> webhook, Optional<String> instead) {
    /** A messaging service leaves it to each of its numbers. */
    public static final String NUMBERS = "its numbers";

    /** The same target and hook, where this URL is asked by POST. */
    public Wired asking(URI url) {
        return new Wired(target, hook, Optional.of(Webhook.post(url)), Optional.empty());
    }

    /** What is asked, in words. */
    public String asked() {
        return instead.orElseGet(
                () -> webhook.map(it -> it.method() + " " + it.url()).orElse("nothing"));
    }

    @Override
    public String toString() {
        return hook + " of " + target + " ask " + asked();
    }
}
