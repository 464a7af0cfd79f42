package dev.parlance.account;

import java.util.Optional;

/**
 * What Twilio calls when a number gets a text or a call. Immutable: each method that sets something returns a new value.
 *
 * <p>An application takes precedence over URLs at Twilio; so {@link #sms} and {@link #voice} take the application off.
 *
 * @param sms for a text
 * @param smsFallback for a text, when {@code sms} fails
 * @param smsApplication the application ({@code AP…}) that has the URLs for texts
 * @param voice for a call
 * @param voiceFallback for a call, when {@code voice} fails
 * @param voiceApplication the application ({@code AP…}) that has the URLs for calls
 * @param statusCallback for the end of a call
 */
public record NumberWebhooks(
        Optional<Webhook> sms,
        Optional<Webhook> smsFallback,
        Optional<String> smsApplication,
        Optional<Webhook> voice,
        Optional<Webhook> voiceFallback,
        Optional<String> voiceApplication,
        Optional<Webhook> statusCallback) {

    /** A number that does nothing. */
    public static NumberWebhooks none() {
        return new NumberWebhooks(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Calls this for a text. */
    public NumberWebhooks sms(Webhook webhook) {
        return new NumberWebhooks(
                Optional.of(webhook),
                smsFallback,
                Optional.empty(),
                voice,
                voiceFallback,
                voiceApplication,
                statusCallback);
    }

    /** Calls this for a text when the first fails. */
    public NumberWebhooks smsFallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, Optional.of(webhook), smsApplication, voice, voiceFallback, voiceApplication, statusCallback);
    }

    /** Calls this for a call. */
    public NumberWebhooks voice(Webhook webhook) {
        return new NumberWebhooks(
                sms,
                smsFallback,
                smsApplication,
                Optional.of(webhook),
                voiceFallback,
                Optional.empty(),
                statusCallback);
    }

    /** Calls this for a call when the first fails. */
    public NumberWebhooks voiceFallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, smsFallback, smsApplication, voice, Optional.of(webhook), voiceApplication, statusCallback);
    }

    /** Calls this when a call has ended. */
    public NumberWebhooks statusCallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, smsFallback, smsApplication, voice, voiceFallback, voiceApplication, Optional.of(webhook));
    }
}
