package dev.parlance.simulator;

import dev.parlance.fake.twilio.FakeTwilio;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds a {@link Simulator}. By default it shows everyone the application texts or calls. */
public final class SimulatorBuilder {
    private final FakeTwilio twilio;
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<Consumer<Instant>> whenTimePasses = new ArrayList<>();
    private final List<Supplier<List<Upcoming>>> upcoming = new ArrayList<>();

    SimulatorBuilder(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    /** Adds a person with a phone to the page. */
    public SimulatorBuilder person(String number, String name) {
        people.put(number, name);
        return this;
    }

    /** Adds a link to another page, for example one of your application. */
    public SimulatorBuilder link(String label, URI url) {
        links.put(label, url.toString());
        return this;
    }

    /** Adds a listener that is called when someone advances the clock on the page, so that your application can run what is due. */
    public SimulatorBuilder whenTimePasses(Consumer<Instant> listener) {
        whenTimePasses.add(listener);
        return this;
    }

    /**
     * Adds what your application will do by itself, for the page's timeline. It is asked whenever the page shows the timeline.
     *
     * <pre>{@code
     * Instant tomorrow = twilio.clock().instant().plus(Duration.ofDays(1));
     * Simulator.of(twilio).upcoming(() -> List.of(new Upcoming(tomorrow, "reminder", "+15005550006")));
     * }</pre>
     */
    public SimulatorBuilder upcoming(Supplier<List<Upcoming>> source) {
        upcoming.add(source);
        return this;
    }

    /** Opens the page on this port. 0 picks a free port. */
    public Simulator open(int port) {
        return new Simulator(new SimulatorServer(
                twilio,
                new SimulatorServer.Setting(people, links),
                new Timing(List.copyOf(whenTimePasses), List.copyOf(upcoming)),
                port));
    }
}
