package dev.parlance.serverless;

import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import dev.parlance.account.AccountException;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Sends requests to Twilio. */
record Requests(TwilioAccount account, Attempts attempts) {
    private static final int PAGE = 1_000;
    private static final int NOT_FOUND = 404;

    <T> T read(String what, Function<TwilioRestClient, T> request) {
        return account.read(what, request);
    }

    <T> T change(String what, Function<TwilioRestClient, T> request) {
        return account.change(what, request);
    }

    <T> T upload(FileUpload file, Function<String, T> answer) {
        return account.upload(file, answer);
    }

    /** Reads a whole list. Fails if any page fails; otherwise the items on that page would seem not to exist. */
    <R extends Resource> List<R> list(String what, Reader<R> reader) {
        reader.pageSize(PAGE);
        return read(
                what,
                client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                        .toList());
    }

    /** The requested resource, or empty if Twilio answers 404. */
    <T> Optional<T> find(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (AccountException e) {
            if (e.httpStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Removes something, if it still exists. */
    void remove(Supplier<Boolean> request) {
        find(() -> attempts.repeat(request));
    }

    static Optional<String> nonBlank(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
