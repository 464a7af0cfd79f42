package dev.parlance.fake.slack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.fake.MovableClock;
import dev.parlance.fake.internal.Background;
import dev.parlance.fake.internal.Timeline;
import dev.parlance.fake.internal.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The complete state of a workspace. */
final class WorkspaceState implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    static final String TEAM = id("T", 1);

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final long TIMEOUT_SECONDS = 10;
    private static final int MAX_LOG = 100;

    private final Transport transport = new Transport();
    private final Background background = new Background();
    private final MovableClock clock = MovableClock.at(START);
    private final Timeline timeline = new Timeline(clock);
    private final Events events = new Events(this, transport, timeline, clock);
    private final Commands commands = new Commands(this, events);
    private final Map<String, FakeMember> members = new LinkedHashMap<>();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final Map<String, FakeApp> apps = new LinkedHashMap<>();
    private final List<FakePost> posts = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private int lastNumber;

    static String id(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%08d", number);
    }

    synchronized int nextNumber() {
        return ++lastNumber;
    }

    Transport transport() {
        return transport;
    }

    Background background() {
        return background;
    }

    Timeline timeline() {
        return timeline;
    }

    MovableClock clock() {
        return clock;
    }

    Events events() {
        return events;
    }

    Commands commands() {
        return commands;
    }

    synchronized FakeMember member(String name) {
        return members.computeIfAbsent(name, it -> new FakeMember(this, id("U", nextNumber()), it));
    }

    synchronized Optional<FakeMember> memberById(String id) {
        return members.values().stream()
                .filter(member -> member.id().equals(id))
                .findFirst();
    }

    synchronized FakeChannel channelNamed(String name) {
        Optional<FakeChannel> existing = channels.values().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
        return existing.orElseGet(() -> added(new FakeChannel(this, id("C", nextNumber()), name)));
    }

    private FakeChannel added(FakeChannel channel) {
        channels.put(channel.id(), channel);
        return channel;
    }

    synchronized FakeChannel directChannel(FakeMember member, FakeApp app) {
        String id = "D" + member.id() + app.userId();
        FakeChannel existing = channels.get(id);
        return existing == null ? added(new FakeChannel(this, id, "").invites(app)) : existing;
    }

    synchronized Optional<FakeChannel> findChannel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    FakeChannel channel(String id) {
        return findChannel(id).orElseThrow();
    }

    synchronized FakeApp app(String name) {
        return apps.computeIfAbsent(name, it -> new FakeApp(this, nextNumber(), it));
    }

    synchronized List<FakeApp> apps() {
        return List.copyOf(apps.values());
    }

    synchronized List<FakePost> posts(FakeChannel channel) {
        return posts.stream()
                .filter(post -> post.channel().equals(channel.id()))
                .toList();
    }

    synchronized Optional<FakePost> findPost(String channel, String ts) {
        return posts.stream()
                .filter(post -> post.channel().equals(channel) && post.ts().equals(ts) && !post.isDeleted())
                .findFirst();
    }

    /** Writes a person's message. Returns after the events have been sent. */
    FakePost write(FakeMember member, FakeChannel channel, String text, Optional<String> thread, List<FakeFile> files) {
        FakePost post = added(new FakePost(nextTs(), channel.id(), member.id(), false, thread, text));
        log(member + " in " + channel + ": " + text);
        events.written(channel, post, files);
        return post;
    }

    /** Writes a bot's message. Sends the events later, because the bot is waiting for the API's response. */
    FakePost write(FakeApp app, FakeChannel channel, String text, Optional<String> thread) {
        FakePost post = added(new FakePost(nextTs(), channel.id(), app.userId(), true, thread, text));
        log(app + " in " + channel + ": " + text);
        background.later(events.writtenByBot(app, channel, post));
        return post;
    }

    private synchronized FakePost added(FakePost post) {
        posts.add(post);
        notifyAll();
        return post;
    }

    private String nextTs() {
        return clock.instant().getEpochSecond() + "." + String.format(Locale.ROOT, "%06d", nextNumber());
    }

    synchronized void changed() {
        notifyAll();
    }

    synchronized void log(String what) {
        if (log.size() == MAX_LOG) {
            log.remove(0);
        }
        log.add(what);
    }

    synchronized String log() {
        return "What happened in the workspace:\n" + String.join("\n", log).indent(2);
    }

    synchronized <T> T await(Supplier<Optional<T>> wanted, Supplier<String> message) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        for (Optional<T> found = wanted.get(); ; found = wanted.get()) {
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(message.get());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting", e);
            }
        }
    }

    @Override
    public void close() {
        background.close();
        transport.close();
    }
}
