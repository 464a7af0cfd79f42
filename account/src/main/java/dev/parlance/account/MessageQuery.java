package dev.parlance.account;

import dev.parlance.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * Which messages of the log are wanted. Immutable: each method that sets something returns a new query.
 *
 * @param to only those to this address
 * @param from only those from this address
 * @param sentAfter only those sent at this second or later
 * @param sentBefore only those sent at this second or earlier
 * @param pageSize how many are fetched, and held, at a time: 1 to 1000
 */
public record MessageQuery(
        Optional<Address> to,
        Optional<Address> from,
        Optional<Instant> sentAfter,
        Optional<Instant> sentBefore,
        int pageSize) {
    private static final int LARGEST_PAGE = 1000;

    /** Checks the size of a page. */
    public MessageQuery {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page holds 1 to " + LARGEST_PAGE + " messages, not " + pageSize);
        }
    }

    /** Every message, in pages of 50. */
    public static MessageQuery all() {
        return new MessageQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
    }

    /** Only messages to this address. */
    public MessageQuery to(Address address) {
        return new MessageQuery(Optional.of(address), from, sentAfter, sentBefore, pageSize);
    }

    /** Only messages from this address. */
    public MessageQuery from(Address address) {
        return new MessageQuery(to, Optional.of(address), sentAfter, sentBefore, pageSize);
    }

    /** Only messages sent at this second or later. */
    public MessageQuery sentAfter(Instant time) {
        return new MessageQuery(to, from, Optional.of(time), sentBefore, pageSize);
    }

    /** Only messages sent at this second or earlier. */
    public MessageQuery sentBefore(Instant time) {
        return new MessageQuery(to, from, sentAfter, Optional.of(time), pageSize);
    }

    /** Fetches, and holds, so many at a time. */
    public MessageQuery pageSize(int messages) {
        return new MessageQuery(to, from, sentAfter, sentBefore, messages);
    }
}
