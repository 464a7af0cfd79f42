package dev.parlance.account;

import dev.parlance.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * Selects messages of the log. Immutable: each setter returns a new query.
 *
 * @param to only messages to this address
 * @param from only messages from this address
 * @param sentAfter only messages sent at this second or later
 * @param sentBefore only messages sent at this second or earlier
 * @param pageSize how many messages to fetch and hold at a time: 1 to 1000
 */
public record MessageQuery(
        Optional<Address> to,
        Optional<Address> from,
        Optional<Instant> sentAfter,
        Optional<Instant> sentBefore,
        int pageSize) {
    private static final int MAX_PAGE_SIZE = 1000;

    /** Validates the page size. */
    public MessageQuery {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("The page size must be 1 to " + MAX_PAGE_SIZE + ", not " + pageSize);
        }
    }

    /** Selects all messages, in pages of 50. */
    public static MessageQuery all() {
        return new MessageQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
    }

    /** Selects only messages to this address. */
    public MessageQuery withTo(Address address) {
        return new MessageQuery(Optional.of(address), from, sentAfter, sentBefore, pageSize);
    }

    /** Selects only messages from this address. */
    public MessageQuery withFrom(Address address) {
        return new MessageQuery(to, Optional.of(address), sentAfter, sentBefore, pageSize);
    }

    /** Selects only messages sent at this second or later. */
    public MessageQuery withSentAfter(Instant time) {
        return new MessageQuery(to, from, Optional.of(time), sentBefore, pageSize);
    }

    /** Selects only messages sent at this second or earlier. */
    public MessageQuery withSentBefore(Instant time) {
        return new MessageQuery(to, from, sentAfter, Optional.of(time), pageSize);
    }

    /** Sets how many messages to fetch and hold at a time. */
    public MessageQuery withPageSize(int messages) {
        return new MessageQuery(to, from, sentAfter, sentBefore, messages);
    }
}
