package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.ApplicationSocket;
import dev.parlance.fake.twilio.world.ApplicationSockets.NoSocketException;
import dev.parlance.fake.twilio.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the sound of a call to the application's WebSocket, in frames of 20 ms on the fake's clock. After ten seconds of silence
 * it sends nothing until there is sound again, so that a test can move the clock by days.
 */
final class MediaStream implements SoundListener, ApplicationSocket.Listener {
    private static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration AFTER_SPEECH = Duration.ofSeconds(1);
    private static final int MAX_SILENT_FRAMES = 500;

    private final Leg leg;
    private final PartSettings settings;
    private final CallPart part;
    private final StreamMessages messages;
    private final Optional<Consumer<String>> fromApplication;
    private final Runnable onEnd;
    private final Map<Track, SoundFrames> tracks = new EnumMap<>(Track.class);
    private Instant start = Instant.EPOCH;
    private @Nullable ApplicationSocket socket;
    private boolean ticking;
    private int silentFrames;

    private MediaStream(
            Leg leg,
            Resource resource,
            PartSettings settings,
            Optional<Consumer<String>> fromApplication,
            Runnable onEnd) {
        this.leg = leg;
        this.settings = settings;
        this.fromApplication = fromApplication;
        this.onEnd = onEnd;
        this.part = new CallPart(leg, CallPart.Kind.STREAM, resource, settings, this::close);
        this.messages = new StreamMessages(
                resource.sid(), leg.call().text("account_sid"), leg.call().sid());
        Stream.of(Track.values()).filter(settings::has).forEach(track -> tracks.put(track, new SoundFrames()));
    }

    /** A stream that only listens. */
    static MediaStream listening(Leg leg, Resource resource, PartSettings settings) {
        return new MediaStream(leg, resource, settings, Optional.empty(), () -> {});
    }

    /** A stream whose application also speaks. {@code onEnd} is called when it is over. */
    static MediaStream talking(
            Leg leg, Resource resource, PartSettings settings, Consumer<String> fromApplication, Runnable onEnd) {
        return new MediaStream(leg, resource, settings, Optional.of(fromApplication), onEnd);
    }

    /** Connects to the application. */
    void open() {
        if (tracks.isEmpty()) {
            fail(31941, "Stream - Invalid track configuration: " + settings.track());
            return;
        }
        ApplicationSocket opened;
        try {
            opened = leg.world().sockets().open(leg.token(), settings.url(), this);
        } catch (NoSocketException e) {
            int code = switch (e.problem()) {
                case INVALID_URL -> 11100;
                case REFUSED -> 31902;
                case TIMEOUT -> 31901;
                case HANDSHAKE -> 31920;
            };
            fail(code, e.message());
            return;
        }
        synchronized (this) {
            socket = opened;
            start = leg.world().clock().instant();
            opened.send(messages.connected());
            opened.send(messages.start(List.copyOf(tracks.keySet()), settings.parameters()));
            wake();
        }
        leg.sounds().add(this);
        part.started();
    }

    /** Ends the stream. */
    void stop() {
        part.stop();
    }

    private void close() {
        leg.sounds().remove(this);
        synchronized (this) {
            ApplicationSocket open = socket;
            if (open != null) {
                open.send(messages.stop());
                open.close(ApplicationSocket.NORMAL, "");
                socket = null;
            }
        }
        onEnd.run();
    }

    private void fail(int code, String message) {
        part.fail(code, message);
    }

    private synchronized void wake() {
        silentFrames = 0;
        if (!ticking) {
            ticking = true;
            tickAt(leg.world().clock().instant().plus(FRAME));
        }
    }

    private void tickAt(Instant time) {
        leg.world().timeline().at(time, () -> tick(time));
    }

    private synchronized void tick(Instant time) {
        ApplicationSocket open = socket;
        if (open == null) {
            ticking = false;
            return;
        }
        boolean silent = tracks.values().stream().allMatch(SoundFrames::isSilent);
        long millis = Duration.between(start, time).toMillis();
        tracks.forEach((track, frames) -> {
            byte[] frame = frames.next();
            open.send(messages.media(track, frames.chunks(), millis, frame));
        });
        silentFrames = silent ? silentFrames + 1 : 0;
        if (silentFrames < MAX_SILENT_FRAMES) {
            tickAt(time.plus(FRAME));
        } else {
            ticking = false;
        }
    }

    @Override
    public Duration sound(Track track, byte[] audio) {
        synchronized (this) {
            SoundFrames frames = tracks.get(track);
            if (frames == null || socket == null) {
                return Duration.ZERO;
            }
            int added = frames.add(audio);
            wake();
            Duration length = FRAME.multipliedBy(added);
            return track == Track.INBOUND ? length.plus(AFTER_SPEECH) : length;
        }
    }

    @Override
    public synchronized void keys(String keys) {
        ApplicationSocket open = socket;
        if (open != null && fromApplication.isPresent()) {
            keys.chars().forEach(key -> open.send(messages.dtmf(Character.toString(key))));
        }
    }

    /** Tells the application that the sound before this mark has been played, or cleared. */
    synchronized void mark(String name) {
        ApplicationSocket open = socket;
        if (open != null) {
            open.send(messages.mark(name));
        }
    }

    @Override
    public void received(String message) {
        leg.perform(() -> {
            if (!part.isRunning()) {
                return;
            }
            if (fromApplication.isEmpty()) {
                invalid("only a stream in <Connect> takes messages");
            } else {
                fromApplication.get().accept(message);
            }
        });
    }

    /** The application sent something that Twilio does not understand. */
    void invalid(String why) {
        fail(31924, "Stream - Websocket - Protocol Error: " + why);
    }

    @Override
    public void closedByApplication(int code) {
        leg.perform(part::stop);
    }
}
