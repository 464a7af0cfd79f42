package dev.parlance.account;

import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the SDK, and converts the exceptions that it throws for unreadable responses. */
record TwilioApi(TwilioRestClient client) {
    /** Reads a resource; {@code what} names it in error messages. */
    <T> T read(String what, Function<TwilioRestClient, T> request) {
        return call(what, false, request);
    }

    /** Creates or changes a resource. */
    <T> T change(String what, Function<TwilioRestClient, T> request) {
        return call(what, true, request);
    }

    /** Returns the result of a request; empty if the resource does not exist. */
    static <T> Optional<T> ifFound(Supplier<T> request) {
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
