package dev.parlance.fake.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in a channel.
 *
 * <p>Thread-safe.
 */
public final class FakePost {
    private final String ts;
    private final String channel;
    private final String author;
    private final boolean byBot;
    private final Optional<String> thread;
    private final List<String> versions = new ArrayList<>();
    private boolean deleted;

    FakePost(String ts, String channel, String author, boolean byBot, Optional<String> thread, String text) {
        this.ts = ts;
        this.channel = channel;
        this.author = author;
        this.byBot = byBot;
        this.thread = thread;
        versions.add(text);
    }

    /** The message's timestamp, which is also its ID. */
    public String ts() {
        return ts;
    }

    /** The ID of its channel. */
    public String channel() {
        return channel;
    }

    /** The author's user ID. */
    public String author() {
        return author;
    }

    /** Whether a bot wrote it. */
    public boolean isByBot() {
        return byBot;
    }

    /** The timestamp of the first message in its thread; empty if it is not in a thread. */
    public Optional<String> thread() {
        return thread;
    }

    /** The current text, in Slack's format. */
    public synchronized String text() {
        return versions.get(versions.size() - 1);
    }

    /** All versions of the text, oldest first. */
    public synchronized List<String> versions() {
        return List.copyOf(versions);
    }

    /** Whether the message was deleted. */
    public synchronized boolean isDeleted() {
        return deleted;
    }

    synchronized void change(String text) {
        versions.add(text);
    }

    synchronized void delete() {
        deleted = true;
    }

    /** Channel, author and text. */
    @Override
    public String toString() {
        return channel + " " + (byBot ? "bot " : "") + author + ": " + text() + (isDeleted() ? " (deleted)" : "");
    }
}
