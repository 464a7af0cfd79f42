package dev.parlance.bot;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * An answer that comes piece by piece: the message is updated as it grows, but no more often than the platform allows, and
 * goes on in a further message where it becomes too long for one.
 *
 * <p>What came last is shown when it is closed; one that nothing was appended to is taken away. In a conversation, where
 * those who text see no updates, all of it is said when it is closed, in a message of its own. For one thread.
 */
public final class GrowingMessage implements AutoCloseable {
    private final Place place;
    private final long pace;
    private final LongSupplier nanoTime;
    private final StringBuilder text = new StringBuilder();
    private PostedMessage last;
    private String shown = "";
    private long shownAt;
    private boolean full;
    private boolean begun;
    private boolean closed;

    GrowingMessage(Place place, PostedMessage waiting, Duration pace, LongSupplier nanoTime) {
        this.place = place;
        this.last = waiting;
        this.pace = pace.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Appends a piece, which is seen with the next update. */
    public void append(String piece) {
        text.append(piece);
        if (place.showsUpdates() && (shown.isEmpty() || nanoTime.getAsLong() - shownAt >= pace)) {
            update();
        }
    }

    /** Says this instead of what the last message says: an apology, where the rest does not come. */
    public void replace(String words) {
        text.setLength(0);
        text.append(words);
        if (place.showsUpdates()) {
            update();
        }
    }

    /** Shows what is not shown yet. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (place.showsUpdates()) {
            update();
        } else {
            say();
        }
        if (!begun) {
            last.delete();
        }
    }

    private void say() {
        while (!text.isEmpty()) {
            String part = firstPart();
            if (!part.isBlank()) {
                place.post(words(part), false);
                begun = true;
            }
        }
    }

    private void update() {
        while (text.length() > place.longest()) {
            show(firstPart());
            full = begun;
            shown = "";
        }
        show(text.toString());
    }

    private void show(String now) {
        if (now.isBlank() || now.equals(shown)) {
            return;
        }
        if (full) {
            last = place.post(words(now), false);
        } else {
            last.update(words(now));
        }
        full = false;
        begun = true;
        shown = now;
        shownAt = nanoTime.getAsLong();
    }

    private String firstPart() {
        int cut = cut();
        String first = text.substring(0, cut);
        text.delete(0, cut);
        return first;
    }

    /** All that fits: up to behind the last blank, and never between the halves of one character. */
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

    private static List<Part> words(String text) {
        return List.of(Part.words(text));
    }
}
