package dev.parlance.account;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import dev.parlance.Address;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The phone numbers that an account owns.
 *
 * <pre>{@code
 * NumberWebhooks before = account.numbers()
 *         .changeWebhooks("+15005550006", now -> now.sms(Webhook.post(URI.create("https://hooks.example.com/sms"))));
 * …
 * account.numbers().setWebhooks("+15005550006", before);
 * }</pre>
 *
 * <p>Thread-safe, except for the streams.
 */
public final class OwnedNumbers {
    private static final int PAGE = 50;
    private static final String NUMBER = "PN";

    private final TwilioApi api;

    OwnedNumbers(TwilioApi api) {
        this.api = api;
    }

    /** Returns all numbers, fetching pages as the stream is consumed. */
    public Stream<OwnedNumber> list() {
        return list(IncomingPhoneNumber.reader());
    }

    /** Returns the number with its SID and webhooks; empty if the account does not own it. */
    public Optional<OwnedNumber> find(Address number) {
        // Twilio's filter also matches parts of a number.
        return list(IncomingPhoneNumber.reader().setPhoneNumber(number.value()))
                .filter(owned -> owned.number().equals(number))
                .findFirst();
    }

    /**
     * Replaces all webhooks of a number. Empty ones are removed.
     *
     * @param number the number with its country code, or its SID ({@code PN…})
     * @return the previous webhooks, so that you can restore them
     * @throws AccountException if the account does not own the number
     */
    public NumberWebhooks setWebhooks(String number, NumberWebhooks webhooks) {
        return changeWebhooks(number, before -> webhooks);
    }

    /**
     * Changes some webhooks of a number. Concurrent changes by another program are lost, because Twilio has no compare-and-set.
     *
     * @param number the number with its country code, or its SID ({@code PN…})
     * @return the previous webhooks, so that you can restore them
     * @throws AccountException if the account does not own the number
     */
    public NumberWebhooks changeWebhooks(String number, UnaryOperator<NumberWebhooks> change) {
        OwnedNumber owned = require(number);
        IncomingPhoneNumberUpdater request = request(owned.sid(), change.apply(owned.webhooks()));
        api.change("the webhooks of a number", request::update);
        return owned.webhooks();
    }

    /** Finds a number by its digits or its SID. */
    OwnedNumber require(String number) {
        return number.startsWith(NUMBER) ? get(number) : require(Address.of(number));
    }

    private OwnedNumber get(String sid) {
        Sid.check(sid, NUMBER);
        return api.read(
                "a number",
                client -> OwnedNumber.of(IncomingPhoneNumber.fetcher(sid).fetch(client)));
    }

    private OwnedNumber require(Address number) {
        return find(number)
                .orElseThrow(() -> AccountException.notSent(
                        "The account does not own " + number + ": compare it with the console"));
    }

    private Stream<OwnedNumber> list(IncomingPhoneNumberReader reader) {
        reader.pageSize(PAGE);
        return Pages.stream(api, "a page of the account's numbers", reader, OwnedNumber::of);
    }

    private static IncomingPhoneNumberUpdater request(String sid, NumberWebhooks to) {
        IncomingPhoneNumberUpdater request = IncomingPhoneNumber.updater(sid)
                .setSmsUrl(url(to.sms()))
                .setSmsFallbackUrl(url(to.smsFallback()))
                .setSmsApplicationSid(to.smsApplication().orElse(""))
                .setVoiceUrl(url(to.voice()))
                .setVoiceFallbackUrl(url(to.voiceFallback()))
                .setVoiceApplicationSid(to.voiceApplication().orElse(""))
                .setStatusCallback(url(to.statusCallback()));
        to.sms().map(Webhook::httpMethod).ifPresent(request::setSmsMethod);
        to.smsFallback().map(Webhook::httpMethod).ifPresent(request::setSmsFallbackMethod);
        to.voice().map(Webhook::httpMethod).ifPresent(request::setVoiceMethod);
        to.voiceFallback().map(Webhook::httpMethod).ifPresent(request::setVoiceFallbackMethod);
        to.statusCallback().map(Webhook::httpMethod).ifPresent(request::setStatusCallbackMethod);
        return request;
    }

    private static String url(Optional<Webhook> webhook) {
        return webhook.map(it -> it.url().toString()).orElse("");
    }
}
