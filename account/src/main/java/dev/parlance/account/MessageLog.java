package dev.parlance.account;

import static dev.parlance.account.TwilioApi.unlessMissing;

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
 *         .list(q -> q.to(ana).sentAfter(yesterday))
 *         .filter(message -> message.problem().isPresent())
 *         .forEach(message -> log.warn("{}: {}", message, message.problem().get().meaning()));
 * }</pre>
 *
 * <p>Safe for use by several threads; a stream is for one.
 */
public final class MessageLog {
    private static final String MESSAGE = "SM|MM";

    private final TwilioApi api;

    MessageLog(TwilioApi api) {
        this.api = api;
    }

    /**
     * The messages that match. Pages are fetched as the stream is consumed, and one is held at a time, so that a long
     * log can be read to its end or left at any place.
     */
    public Stream<LoggedMessage> list(UnaryOperator<MessageQuery> which) {
        MessageQuery query = which.apply(MessageQuery.all());
        MessageReader reader = Message.reader();
        reader.pageSize(query.pageSize());
        query.to().map(Address::value).ifPresent(reader::setTo);
        query.from().map(Address::value).ifPresent(reader::setFrom);
        query.sentAfter().map(MessageLog::utc).ifPresent(reader::setDateSentAfter);
        query.sentBefore().map(MessageLog::utc).ifPresent(reader::setDateSentBefore);
        return Pages.stream(api, "a page of the message log", reader, LoggedMessage::of);
    }

    /** One message by its SID, or empty if the account has none. */
    public Optional<LoggedMessage> get(String sid) {
        Sid.check(sid, MESSAGE);
        return unlessMissing(() -> api.read(
                "a message", client -> LoggedMessage.of(Message.fetcher(sid).fetch(client))));
    }

    /**
     * Removes the words of a message at Twilio, and leaves the record of it.
     *
     * @return the message without words, or empty if the account has none by that SID
     */
    public Optional<LoggedMessage> redact(String sid) {
        Sid.check(sid, MESSAGE);
        return unlessMissing(() -> api.change(
                "a message to be redacted",
                client -> LoggedMessage.of(Message.updater(sid).setBody("").update(client))));
    }

    /**
     * Removes a message and its record at Twilio.
     *
     * @return whether there was one
     */
    public boolean delete(String sid) {
        Sid.check(sid, MESSAGE);
        return unlessMissing(() -> api.change(
                        "a message to be deleted",
                        client -> Message.deleter(sid).delete(client)))
                .isPresent();
    }

    private static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
