package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import dev.parlance.Address;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of the account.
 *
 * @param sid its SID
 * @param number the number
 * @param sms whether it can send and receive texts
 * @param mms whether it can send and receive media
 * @param voice whether it can make and receive calls
 * @param webhooks what Twilio calls for its texts and calls
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
                        Webhook.of(number.getSmsUrl(), number.getSmsMethod()),
                        Webhook.of(number.getSmsFallbackUrl(), number.getSmsFallbackMethod()),
                        application(number.getSmsApplicationSid()),
                        Webhook.of(number.getVoiceUrl(), number.getVoiceMethod()),
                        Webhook.of(number.getVoiceFallbackUrl(), number.getVoiceFallbackMethod()),
                        application(number.getVoiceApplicationSid()),
                        Webhook.of(number.getStatusCallback(), number.getStatusCallbackMethod())));
    }

    private static Optional<String> application(@Nullable String sid) {
        return Optional.ofNullable(sid).filter(given -> !given.isBlank());
    }
}
