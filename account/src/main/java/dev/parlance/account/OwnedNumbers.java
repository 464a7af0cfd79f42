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
 * <p>Safe for use by several threads; a stream is for one.
 */
public final class OwnedNumbers {
    private static final int PAGE = 50;
    private static final String NUMBER = "PN";

    private final TwilioApi api;

    OwnedNumbers(TwilioApi api) {
        this.api = api;
    }

    /** All of them, fetched page by page as the stream is consumed. */
    public Stream<OwnedNumber> list() {
        return list(IncomingPhoneNumber.reader());
    }

    /** The number with its SID and webhooks, or empty if the account does not own it. */
    public Optional<OwnedNumber> find(Address number) {
        // Twilio takes the filter for a part of the number.
        return list(IncomingPhoneNumber.reader().setPhoneNumber(number.value()))
                .filter(owned -> owned.number().equals(number))
                .findFirst();
    }

    /**
     * Sets what Twilio calls for a number, all of it: what is empty is taken off.
     *
     * @param number the number with its country code, or its SID ({@code PN…})
     * @return what was called before, to be set again one day
     * @throws AccountException if the account does not own it
     */
    public NumberWebhooks setWebhooks(String number, NumberWebhooks webhooks) {
        return changeWebhooks(number, before -> webhooks);
    }

    /**
     * Changes some of what Twilio calls for a number. What another program changes at the same moment is lost: Twilio
     * cannot compare and set.
     *
     * @param number the number with its country code, or its SID ({@code PN…})
     * @return what was called before, to be set again one day
     * @throws AccountException if the account does not own it
     */
    public NumberWebhooks changeWebhooks(String number, UnaryOperator<NumberWebhooks> change) {
        OwnedNumber owned = require(number);
        IncomingPhoneNumberUpdater request = request(owned.sid(), change.apply(owned.webhooks()));
        api.change("the webhooks of a number", request::update);
        return owned.webhooks();
    }

    /** By its digits or by its SID. */
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
                .orElseThrow(() -> AccountException.notSetUp(
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
