package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import dev.parlance.Address;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of the account.
 *
 * @param sid Twilio's name for it
 * @param number the number
 * @param sms whether it can send and receive texts
 * @param mms whether it can send and receive media
 * @param voice whether it can call and be called
 * @param webhooks what Twilio calls when it gets a text or a call
 */
public record OwnedNumber(
        String sid, Address number, boolean sms, boolean mms, boolean voice, NumberWebhooks webhooks) {

    static OwnedNumber of(IncomingPhoneNumber number) {
        var capabilities = Optional.ofNullable(number.getCapabilities());
        return new OwnedNumber(
                requireNonNull(number.getSid()),
                Address.of(number.getPhoneNumber().getEndpoint()),
                capabilities.map(can -> can.getSms()).orElse(false),
                capabilities.map(can -> can.getMms()).orElse(false),
                capabilities.map(can -> can.getVoice()).orElse(false),
                new NumberWebhooks(
                        webhook(number.getSmsUrl(), number.getSmsMethod()),
                        webhook(number.getSmsFallbackUrl(), number.getSmsFallbackMethod()),
                        application(number.getSmsApplicationSid()),
                        webhook(number.getVoiceUrl(), number.getVoiceMethod()),
                        webhook(number.getVoiceFallbackUrl(), number.getVoiceFallbackMethod()),
                        application(number.getVoiceApplicationSid()),
                        webhook(number.getStatusCallback(), number.getStatusCallbackMethod())));
    }

    private static Optional<Webhook> webhook(@Nullable URI url, @Nullable HttpMethod method) {
        return Optional.ofNullable(url)
                .filter(given -> !given.toString().isBlank())
                .map(given -> method == HttpMethod.GET ? Webhook.get(given) : Webhook.post(given));
    }

    private static Optional<String> application(@Nullable String sid) {
        return Optional.ofNullable(sid).filter(given -> !given.isBlank());
    }
}
