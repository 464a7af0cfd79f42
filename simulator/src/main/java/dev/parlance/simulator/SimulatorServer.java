package dev.parlance.simulator;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.pages.LocalPageOnly;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves the simulator's page to this machine only. */
final class SimulatorServer implements AutoCloseable {
    private static final int MAX_BODY = 8 << 20;
    private static final long NEWS_INTERVAL_MILLIS = 40;
    private static final long TICK_INTERVAL_MILLIS = 100;

    private final EventStream news = EventStream.create();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "fake-twilio-simulator");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService scriptThread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fake-twilio-script");
        thread.setDaemon(true);
        return thread;
    });
    private final WebhookHandler page;
    private final WebhookServer server;
    private final View view;
    private final TrafficRoutes traffic;
    private final List<Application> started = new CopyOnWriteArrayList<>();
    private volatile @Nullable Application application;

    /**
     * The page's settings.
     *
     * @param names the names of the people with phones at the start, by number
     * @param links the URLs of links, by label
     */
    record Setting(Map<String, String> names, Map<String, String> links) {
        /** Copies both maps, in their order. */
        public Setting {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        }
    }

    /** Opens the page on a port. */
    SimulatorServer(FakeTwilio twilio, Setting setting, Timing timing, int port) {
        World world = twilio.part(World.class);
        Messaging messaging = twilio.part(Messaging.class);
        Telephony telephony = twilio.part(Telephony.class);
        People people = new People(world, setting.names());
        ClockControl clock = new ClockControl(world, timing.whenTimePasses());
        ScriptRecorder recorder = new ScriptRecorder(world, telephony, people);
        Scripts scripts = new Scripts(twilio, recorder, clock::move, scriptThread, this::changed);
        clock.beforeMove(recorder::pass);
        PhoneActions phoneActions = new PhoneActions(world, messaging, telephony, people, recorder, this::changed);
        FaultPlanner faults = new FaultPlanner(world);
        view = new View(world, telephony, people, faults, scripts, setting);
        Forecast forecast = new Forecast(world, timing.upcoming());
        Connection connection = new Connection(world, twilio.url());

        Router router = Router.create()
                .get("/api/state", view::state)
                .get("/api/news", news)
                .get("/api/media/{sid}", request -> view.media(request.pathVariable("sid")))
                .get("/api/connection", request -> connection.state())
                .get("/api/upcoming", request -> forecast.state())
                .get("/api/output", this::output)
                .get("/api/scripts/recorded", request -> scripts.recorded())
                .get("/clock", request -> clock.now());
        action(router, "/api/phones", phoneActions::addPhone);
        action(router, "/api/phones/settings", phoneActions::setPhone);
        action(router, "/api/texts", phoneActions::text);
        action(router, "/api/texts/replies", new ReplyActions(world, messaging, recorder)::reply);
        action(router, "/api/calls", phoneActions::call);
        action(router, "/api/calls/actions", phoneActions::inCall);
        action(router, "/api/faults", faults::plan);
        action(router, "/api/faults/disarm", faults::disarm);
        action(router, "/api/faults/release", faults::release);
        action(router, "/api/scripts/record", scripts::record);
        action(router, "/api/scripts/run", scripts::run);
        action(router, "/api/scripts/cancel", request -> scripts.cancel());
        action(router, "/api/clock", clock::move);
        action(router, "/api/application", request -> startAgain());
        traffic = new TrafficRoutes(world, telephony, people, this::changed);
        traffic.addTo(router);
        SimulatorFiles.addTo(router);

        world.log().onChange(() -> changed.set(true));
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        page = new LocalPageOnly("simulator", router);
        server = WebhookServer.start(here, MAX_BODY, page);
        repeat(this::sendNews, NEWS_INTERVAL_MILLIS);
        repeat(clock::tick, TICK_INTERVAL_MILLIS);
    }

    private void repeat(Runnable task, long afterMillis) {
        var unused = threads.scheduleWithFixedDelay(task, afterMillis, afterMillis, TimeUnit.MILLISECONDS);
    }

    private void action(Router router, String path, Consumer<PageRequest> action) {
        router.post(path, request -> {
            try {
                return PageRequest.of(request).executeWith(action);
            } finally {
                changed();
            }
        });
    }

    /** Starts an application as a child process. It stops when the server is closed. The page shows the latest one. */
    Application run(List<String> command, Map<String, String> environment) {
        Application latest = Application.start(command, environment, this::changed);
        started.add(latest);
        application = latest;
        view.show(latest);
        changed();
        return latest;
    }

    private WebhookResponse output(WebhookRequest request) {
        Application shown = application;
        return shown == null
                ? WebhookResponse.json("{}")
                : shown.output(request.parameters().first("after").orElse("0"));
    }

    private void startAgain() {
        Application ended = application;
        if (ended == null) {
            throw new IllegalStateException("The simulator was not given an application to start.");
        }
        ended.startAgain();
    }

    private void changed() {
        changed.set(true);
    }

    /** Sends one event for all changes since the last one. The page then requests the whole state. */
    private void sendNews() {
        if (changed.getAndSet(false)) {
            news.send("changed", "");
        }
    }

    /** Answers the page's requests, for a server that has it too. */
    WebhookHandler page() {
        return page;
    }

    /** The server's port. */
    int port() {
        return server.port();
    }

    @Override
    public void close() {
        started.forEach(Application::close);
        traffic.close();
        news.close();
        threads.shutdownNow();
        scriptThread.shutdownNow();
        server.close();
    }
}
