package dev.parlance.testkit.simulator;

import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.world.World;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The page at a port of this machine, for nobody else to reach. */
public final class SimulatorServer implements AutoCloseable {
    private static final int LARGEST_BODY = 8 << 20;
    private static final long MILLIS_BETWEEN_NEWS = 40;
    private static final long MILLIS_BETWEEN_TICKS = 100;

    private final EventStream news = EventStream.create();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "fake-twilio-simulator");
        thread.setDaemon(true);
        return thread;
    });
    private final WebhookServer server;
    private final View view;
    private volatile @Nullable Application application;

    /**
     * What the page shows beside the world.
     *
     * @param names the people who have a phone on it at first, by their numbers
     * @param links where else there is something to see, by its name
     * @param segmentPrice what a segment of a text costs, in dollars
     */
    public record Setting(Map<String, String> names, Map<String, String> links, double segmentPrice) {
        /** Keeps both as they are now, in their order. */
        public Setting {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        }
    }

    /** Opens the page. */
    public SimulatorServer(
            World world,
            Messaging messaging,
            Telephony telephony,
            Setting setting,
            List<Consumer<Instant>> whenTimePasses,
            int port) {
        People people = new People(world, setting.names());
        ClockHands time = new ClockHands(world, whenTimePasses);
        Exchanges exchanges = new Exchanges(world);
        view = new View(world, telephony, people, setting);
        Deeds deeds = new Deeds(world, messaging, telephony, people, this::changed);
        Troubles troubles = new Troubles(world);

        Router router = Router.create()
                .get("/api/state", request -> view.state())
                .get("/api/news", news)
                .get("/api/media/{sid}", request -> view.media(request.pathVariable("sid")))
                .get("/api/exchanges/{number}", request -> exchanges.detail(request.pathVariable("number")))
                .get("/clock", request -> time.now());
        deed(router, "/api/phones", deeds::addPhone);
        deed(router, "/api/phones/settings", deeds::setPhone);
        deed(router, "/api/texts", deeds::text);
        deed(router, "/api/calls", deeds::call);
        deed(router, "/api/calls/deeds", deeds::inCall);
        deed(router, "/api/exchanges/again", exchanges::sendAgain);
        deed(router, "/api/faults", troubles::plan);
        deed(router, "/api/faults/release", wish -> world.release());
        deed(router, "/api/clock", time::move);
        deed(router, "/api/application", wish -> startAgain());
        Page.addTo(router);

        world.log().onChange(() -> changed.set(true));
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        server = WebhookServer.start(here, LARGEST_BODY, new ThisMachineAlone(router));
        again(this::tell, MILLIS_BETWEEN_NEWS);
        again(time::tick, MILLIS_BETWEEN_TICKS);
    }

    private void again(Runnable task, long afterMillis) {
        var unused = threads.scheduleWithFixedDelay(task, afterMillis, afterMillis, TimeUnit.MILLISECONDS);
    }

    private void deed(Router router, String path, Consumer<Wish> deed) {
        router.post(path, request -> {
            try {
                return Wish.of(request).fulfilledBy(deed);
            } finally {
                changed();
            }
        });
    }

    /** Starts the application as a process, and ends it with the page. */
    public Application run(List<String> command, Map<String, String> environment) {
        Application started = Application.start(command, environment, this::changed);
        application = started;
        view.show(started);
        changed();
        return started;
    }

    private void startAgain() {
        Application ended = application;
        if (ended == null) {
            throw new IllegalStateException("The simulator runs no application");
        }
        ended.startAgain();
    }

    private void changed() {
        changed.set(true);
    }

    /** One piece of news for all that has happened meanwhile: a page asks for the whole state anyway. */
    private void tell() {
        if (changed.getAndSet(false)) {
            news.send("changed", "");
        }
    }

    /** The port that it is at. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        Application running = application;
        if (running != null) {
            running.close();
        }
        news.close();
        threads.shutdownNow();
        server.close();
    }
}
