package dev.parlance.account;

import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the SDK, and turns what it throws at an answer that it cannot read into our own exception. */
record TwilioApi(TwilioRestClient client) {
    /** Asks for something; the name of it is for the error text. */
    <T> T read(String what, Function<TwilioRestClient, T> request) {
        return call(what, false, request);
    }

    /** Creates or changes something. */
    <T> T change(String what, Function<TwilioRestClient, T> request) {
        return call(what, true, request);
    }

    /** What a request answers, or empty if what it is about is not there. */
    static <T> Optional<T> unlessMissing(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (AccountException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T call(String what, boolean changesSomething, Function<TwilioRestClient, T> request) {
        try {
            return request.apply(client);
        } catch (AccountException | IllegalStateException e) {
            throw e;
        } catch (RuntimeException sdk) {
            throw AccountException.unreadable(what, changesSomething, sdk);
        }
    }
}
