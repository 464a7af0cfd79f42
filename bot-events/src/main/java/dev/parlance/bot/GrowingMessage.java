package dev.parlance.bot;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * An answer that arrives piece by piece. Updates the message as the text grows, but no more often than the platform allows.
 * Continues in a new message when the text becomes too long.
 *
 * <p>Close it to show the last pieces. If nothing was appended, closing deletes the message. A conversation cannot show updates
 * to people who text, so closing posts the whole answer there as a new message. Not thread-safe.
 */
public final class GrowingMessage implements AutoCloseable {
    private final Place place;
    private final long updateInterval;
    private final LongSupplier nanoTime;
    private final StringBuilder text = new StringBuilder();
    private PostedMessage last;
    private String shown = "";
    private long shownAt;
    private boolean full;
    private boolean started;
    private boolean closed;

    GrowingMessage(Place place, PostedMessage waiting, Duration updateInterval, LongSupplier nanoTime) {
        this.place = place;
        this.last = waiting;
        this.updateInterval = updateInterval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Appends a piece, which appears with the next update. */
    public void append(String piece) {
        text.append(piece);
        if (place.showsUpdates() && (shown.isEmpty() || nanoTime.getAsLong() - shownAt >= updateInterval)) {
            showText();
        }
    }

    /** Replaces the text of the last message, for example with an apology if the rest cannot be delivered. */
    public void update(String replacement) {
        text.setLength(0);
        text.append(replacement);
        if (place.showsUpdates()) {
            showText();
        }
    }

    /** Shows the remaining text. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (place.showsUpdates()) {
            showText();
        } else {
            postAll();
        }
        if (!started) {
            last.delete();
        }
    }

    private void postAll() {
        while (!text.isEmpty()) {
            String part = firstPart();
            if (!part.isBlank()) {
                place.post(parts(part), false);
                started = true;
            }
        }
    }

    private void showText() {
        while (text.length() > place.longest()) {
            show(firstPart());
            full = started;
            shown = "";
        }
        show(text.toString());
    }

    private void show(String now) {
        if (now.isBlank() || now.equals(shown)) {
            return;
        }
        if (full) {
            last = place.post(parts(now), false);
        } else {
            last.update(parts(now));
        }
        full = false;
        started = true;
        shown = now;
        shownAt = nanoTime.getAsLong();
    }

    private String firstPart() {
        int cut = cut();
        String first = text.substring(0, cut);
        text.delete(0, cut);
        return first;
    }

    /** Cuts after the last blank that fits, and never within a surrogate pair. */
    private int cut() {
        int longest = place.longest();
        if (text.length() <= longest) {
            return text.length();
        }
        for (int end = longest; end > longest / 2; end--) {
            if (Character.isWhitespace(text.charAt(end - 1))) {
                return end;
            }
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }

    private static List<MessagePart> parts(String text) {
        return List.of(MessagePart.text(text));
    }
}
