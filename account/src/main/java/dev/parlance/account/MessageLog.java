package dev.parlance.account;

import static dev.parlance.account.TwilioApi.ifFound;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import dev.parlance.Address;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The messages that an account sent and received, newest first.
 *
 * <pre>{@code
 * account.messages()
 *         .list(query -> query.withTo(Address.of("+15005550006")).withSentAfter(Instant.parse("2026-11-01T00:00:00Z")))
 *         .filter(message -> message.error().isPresent())
 *         .forEach(System.out::println);
 * }</pre>
 *
 * <p>Thread-safe, except for the streams.
 */
public final class MessageLog {
    private static final String MESSAGE = "SM|MM";

    private final TwilioApi api;

    MessageLog(TwilioApi api) {
        this.api = api;
    }

    /**
     * Returns the messages that match. Fetches pages as the stream is consumed and holds one at a time, so you can read a long log
     * to its end or stop anywhere.
     */
    public Stream<LoggedMessage> list(UnaryOperator<MessageQuery> filter) {
        MessageQuery query = filter.apply(MessageQuery.all());
        MessageReader reader = Message.reader();
        reader.pageSize(query.pageSize());
        query.to().map(Address::value).ifPresent(reader::setTo);
        query.from().map(Address::value).ifPresent(reader::setFrom);
        query.sentAfter().map(MessageLog::utc).ifPresent(reader::setDateSentAfter);
        query.sentBefore().map(MessageLog::utc).ifPresent(reader::setDateSentBefore);
        return Pages.stream(api, "a page of the message log", reader, LoggedMessage::new);
    }

    /** Returns the message with this SID; empty if the account has none. */
    public Optional<LoggedMessage> get(String sid) {
        Sid.check(sid, MESSAGE);
        return ifFound(() -> api.read(
                "a message", client -> new LoggedMessage(Message.fetcher(sid).fetch(client))));
    }

    /**
     * Removes the body of a message at Twilio, but keeps its record.
     *
     * @return the message without its body; empty if the account has no message with that SID
     */
    public Optional<LoggedMessage> redact(String sid) {
        Sid.check(sid, MESSAGE);
        return ifFound(() -> api.change(
                "the redaction of a message",
                client -> new LoggedMessage(Message.updater(sid).setBody("").update(client))));
    }

    /**
     * Deletes a message and its record at Twilio.
     *
     * @return whether the message existed
     */
    public boolean delete(String sid) {
        Sid.check(sid, MESSAGE);
        return ifFound(() -> api.change(
                        "the deletion of a message",
                        client -> Message.deleter(sid).delete(client)))
                .isPresent();
    }

    private static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
