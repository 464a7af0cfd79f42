package dev.parlance.account;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;
import dev.parlance.Address;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The phone numbers that an account owns. To change their webhooks, use {@link TwilioAccount#webhooks()}.
 *
 * <pre>{@code
 * account.numbers().list().map(number -> number.webhook(WebhookType.TEXTS)).forEach(System.out::println);
 * }</pre>
 *
 * <p>Thread-safe, except for the streams.
 */
public final class OwnedNumbers {
    private static final int PAGE = 50;

    private final TwilioApi api;

    OwnedNumbers(TwilioApi api) {
        this.api = api;
    }

    /** Returns all numbers, fetching pages as the stream is consumed. */
    public Stream<OwnedNumber> list() {
        return list(api, IncomingPhoneNumber.reader(), OwnedNumber::new);
    }

    /** Returns the number with its SID and webhooks; empty if the account does not own it. */
    public Optional<OwnedNumber> find(Address number) {
        return find(api, number).map(OwnedNumber::new);
    }

    static Optional<IncomingPhoneNumber> find(TwilioApi api, Address number) {
        // Twilio's filter also matches parts of a number.
        return list(api, IncomingPhoneNumber.reader().setPhoneNumber(number.value()), Function.identity())
                .filter(owned -> owned.getPhoneNumber().getEndpoint().equals(number.value()))
                .findFirst();
    }

    private static <T> Stream<T> list(
            TwilioApi api, IncomingPhoneNumberReader reader, Function<IncomingPhoneNumber, T> item) {
        reader.pageSize(PAGE);
        return Pages.stream(api, "a page of the account's numbers", reader, item);
    }
}
