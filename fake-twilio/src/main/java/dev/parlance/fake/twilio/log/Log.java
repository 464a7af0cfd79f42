package dev.parlance.fake.twilio.log;

import dev.parlance.fake.twilio.log.LogEntry.Kind;
import java.util.List;

/**
 * The log of everything that happened, for assertions and for printing when a test fails. Keeps the latest entries only, so that
 * load tests don't run out of memory. Thread-safe.
 *
 * <pre>{@code
 * assertThat(twilio.log().of(LogEntry.Kind.FAULT)).hasSize(1);
 * System.out.println(twilio.log());
 * }</pre>
 */
public interface Log {
    /** The latest 50,000 entries (see {@code FakeTwilio.remembers}), oldest first. */
    List<LogEntry> entries();

    /** The entries of one kind, oldest first. */
    default List<LogEntry> of(Kind kind) {
        return entries().stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** The latest 50,000 API requests (see {@code FakeTwilio.remembers}), oldest first. */
    List<ApiRequest> requests();

    /** The latest 2,000 webhooks with their responses, oldest first. */
    List<WebhookExchange> webhooks();

    /** The latest 2,000 messages between browser phones and Twilio, oldest first. */
    List<SignallingMessage> signals();

    /** Adds a listener that is called after each new entry, in the thread that added the entry. */
    void onChange(Runnable listener);

    /** The last 500 entries, one per line, and the number of earlier ones. */
    @Override
    String toString();
}
