package dev.parlance.account;

import java.util.Optional;

/**
 * The webhooks of a phone number. Immutable: each setter returns a new value.
 *
 * <p>At Twilio an application takes precedence over URLs, so {@link #sms} and {@link #voice} remove the application.
 *
 * @param sms called for a text
 * @param smsFallback called for a text if {@code sms} fails
 * @param smsApplication the application ({@code AP…}) with the URLs for texts
 * @param voice called for a call
 * @param voiceFallback called for a call if {@code voice} fails
 * @param voiceApplication the application ({@code AP…}) with the URLs for calls
 * @param statusCallback called at the end of a call
 */
public record NumberWebhooks(
        Optional<Webhook> sms,
        Optional<Webhook> smsFallback,
        Optional<String> smsApplication,
        Optional<Webhook> voice,
        Optional<Webhook> voiceFallback,
        Optional<String> voiceApplication,
        Optional<Webhook> statusCallback) {

    /** No webhooks. */
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

    /** Sets the webhook for texts. */
    public NumberWebhooks withSms(Webhook webhook) {
        return new NumberWebhooks(
                Optional.of(webhook),
                smsFallback,
                Optional.empty(),
                voice,
                voiceFallback,
                voiceApplication,
                statusCallback);
    }

    /** Sets the fallback for texts. */
    public NumberWebhooks withSmsFallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, Optional.of(webhook), smsApplication, voice, voiceFallback, voiceApplication, statusCallback);
    }

    /** Sets the webhook for calls. */
    public NumberWebhooks withVoice(Webhook webhook) {
        return new NumberWebhooks(
                sms,
                smsFallback,
                smsApplication,
                Optional.of(webhook),
                voiceFallback,
                Optional.empty(),
                statusCallback);
    }

    /** Sets the fallback for calls. */
    public NumberWebhooks withVoiceFallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, smsFallback, smsApplication, voice, Optional.of(webhook), voiceApplication, statusCallback);
    }

    /** Sets the webhook for the end of a call. */
    public NumberWebhooks withStatusCallback(Webhook webhook) {
        return new NumberWebhooks(
                sms, smsFallback, smsApplication, voice, voiceFallback, voiceApplication, Optional.of(webhook));
    }
}
