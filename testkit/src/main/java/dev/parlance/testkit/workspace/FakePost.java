package dev.parlance.testkit.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in a channel, as everybody there sees it.
 *
 * <p>Safe for use by several threads.
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

    /** Its timestamp, which is its name. */
    public String ts() {
        return ts;
    }

    /** The id of the channel that it is in. */
    public String channel() {
        return channel;
    }

    /** The user id of whoever wrote it. */
    public String author() {
        return author;
    }

    /** Whether a bot wrote it. */
    public boolean isByBot() {
        return byBot;
    }

    /** The first message of the thread that it is in. */
    public Optional<String> thread() {
        return thread;
    }

    /** The text as it stands, as Slack writes it. */
    public synchronized String text() {
        return versions.get(versions.size() - 1);
    }

    /** All texts that it has had, the first one first. */
    public synchronized List<String> versions() {
        return List.copyOf(versions);
    }

    /** Whether it was taken away. */
    public synchronized boolean isDeleted() {
        return deleted;
    }

    synchronized void change(String text) {
        versions.add(text);
    }

    synchronized void delete() {
        deleted = true;
    }

    /** Where it is and what it says. */
    @Override
    public String toString() {
        return channel + " " + (byBot ? "bot " : "") + author + ": " + text() + (isDeleted() ? " (deleted)" : "");
    }
}
