package dev.parlance.survey.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of a session that are still to be sent, in order.
 *
 * @param messages the messages; the first is sent next
 * @param lastSent the id of the last one that was sent; empty if none was
 * @param heard when the person wrote last on a channel with a window; empty if they have not
 */
public record Unsent(List<UnsentMessage> messages, String lastSent, Optional<Instant> heard) {
    /** Nothing to send. */
    public static final Unsent NOTHING = new Unsent(List.of(), "", Optional.empty());

    /** Copies the list. */
    public Unsent {
        messages = List.copyOf(messages);
    }

    /** The message that is sent next. */
    public Optional<UnsentMessage> first() {
        return messages.stream().findFirst();
    }

    /** When the next message is sent, or looked after. */
    public Optional<Instant> due() {
        return first().map(UnsentMessage::until);
    }

    /** Whether the person has written within this window. */
    public boolean isHeardWithin(Duration window, Instant now) {
        return heard.filter(time -> time.plus(window).isAfter(now)).isPresent();
    }

    /** A copy of a session whose person has written. */
    public Unsent heardAt(Instant now) {
        return new Unsent(messages, lastSent, Optional.of(now));
    }

    /** A copy with more messages. */
    public Unsent and(List<UnsentMessage> more) {
        List<UnsentMessage> all = new ArrayList<>(messages);
        all.addAll(more);
        return new Unsent(all, lastSent, heard);
    }

    /** A copy with another first message. */
    public Unsent withFirst(UnsentMessage message) {
        List<UnsentMessage> all = new ArrayList<>(messages);
        all.set(0, message);
        return new Unsent(all, lastSent, heard);
    }

    /** A copy without the first message, which was sent with this id. */
    public Unsent sent(String id) {
        return new Unsent(messages.subList(1, messages.size()), id, heard);
    }

    /** A copy without the first message, which can't be sent. */
    public Unsent withoutFirst() {
        return new Unsent(messages.subList(1, messages.size()), lastSent, heard);
    }
}
