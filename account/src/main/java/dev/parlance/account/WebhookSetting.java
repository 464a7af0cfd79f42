package dev.parlance.account;

import java.net.URI;
import java.util.Optional;

/**
 * What a phone number, a messaging service or a TwiML application calls for one type of events. Immutable.
 *
 * <pre>{@code
 * WebhookTarget number = WebhookTarget.of("+15005550100");
 * WebhookSetting setting = WebhookSetting.none(number, WebhookType.TEXTS).withUrl(URI.create("https://app.example/sms"));
 * }</pre>
 *
 * @param target the number, service or application
 * @param type the type of events
 * @param webhook the URL, if one is set
 * @param precedence what Twilio uses instead of the URL, if anything
 */
public record WebhookSetting(
        WebhookTarget target, WebhookType type, Optional<Webhook> webhook, Optional<Precedence> precedence) {
    /** What takes precedence over a URL. */
    public sealed interface Precedence {}

    /**
     * The URLs of a TwiML application take precedence over those of the number.
     *
     * @param sid the application's SID ({@code AP…})
     */
    public record ApplicationUrls(String sid) implements Precedence {
        /** Checks the SID. */
        public ApplicationUrls {
            Sid.check(sid, "AP");
        }

        /** The SID. */
        @Override
        public String toString() {
            return sid;
        }
    }

    /** The messaging service uses the URLs of its numbers. */
    public record NumberUrls() implements Precedence {
        /** {@code its numbers}. */
        @Override
        public String toString() {
            return "its numbers";
        }
    }

    /** No webhook. */
    public static WebhookSetting none(WebhookTarget target, WebhookType type) {
        return new WebhookSetting(target, type, Optional.empty(), Optional.empty());
    }

    /** Returns a setting that calls this URL with POST. Nothing takes precedence over it. */
    public WebhookSetting withUrl(URI url) {
        return withWebhook(Webhook.post(url));
    }

    /** Returns a setting that calls this webhook. Nothing takes precedence over it. */
    public WebhookSetting withWebhook(Webhook called) {
        return new WebhookSetting(target, type, Optional.of(called), Optional.empty());
    }

    /** Returns a setting that keeps the URL, but uses this instead. */
    public WebhookSetting withPrecedence(Precedence preferred) {
        return new WebhookSetting(target, type, webhook, Optional.of(preferred));
    }

    /** Describes what is called: the method and URL, an application's SID, {@code its numbers} or {@code nothing}. */
    public String called() {
        return precedence
                .map(Object::toString)
                .or(() -> webhook.map(it -> it.method() + " " + it.url()))
                .orElse("nothing");
    }

    /** {@code texts to +15005550100: POST https://app.example/sms}. */
    @Override
    public String toString() {
        return type + " to " + target + ": " + called();
    }
}
