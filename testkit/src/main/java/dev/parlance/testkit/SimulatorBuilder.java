package dev.parlance.testkit;

import dev.parlance.testkit.simulator.SimulatorServer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a simulator shows; without anything, the world, and whoever the application texts or calls. */
public final class SimulatorBuilder {
    /** Twilio's price of a segment in the United States in 2026, without the carriers' fees. */
    private static final double SEGMENT_PRICE = 0.0083;

    private final FakeTwilio twilio;
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<Consumer<Instant>> whenTimePasses = new ArrayList<>();
    private double segmentPrice = SEGMENT_PRICE;

    SimulatorBuilder(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    /** Gives somebody a phone on the page. */
    public SimulatorBuilder person(String number, String name) {
        people.put(number, name);
        return this;
    }

    /** Leads to another page, such as one of the application's own. */
    public SimulatorBuilder link(String label, URI url) {
        links.put(label, url.toString());
        return this;
    }

    /** What a segment of a text is said to cost, in dollars: 0.0083 if it is not told. */
    public SimulatorBuilder segmentPrice(double dollars) {
        this.segmentPrice = dollars;
        return this;
    }

    /** Tells the application when a person has moved the clock on, so that it does what is due. */
    public SimulatorBuilder whenTimePasses(Consumer<Instant> listener) {
        whenTimePasses.add(listener);
        return this;
    }

    /** Opens the page at this port; port 0 takes one that is free. */
    public Simulator open(int port) {
        Stage stage = twilio.stage();
        return new Simulator(new SimulatorServer(
                stage.world(),
                stage.messaging(),
                stage.telephony(),
                new SimulatorServer.Setting(people, links, segmentPrice),
                List.copyOf(whenTimePasses),
                port));
    }
}
