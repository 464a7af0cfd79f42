package dev.parlance.simulator;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds a {@link Simulator}. By default it shows everyone the application texts or calls. */
public final class SimulatorBuilder {
    /** Twilio's US price per segment in 2026, without carrier fees. */
    private static final double SEGMENT_PRICE = 0.0083;

    private final FakeTwilio twilio;
    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<Consumer<Instant>> whenTimePasses = new ArrayList<>();
    private double segmentPrice = SEGMENT_PRICE;

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

    /** Sets the displayed price of a text segment, in US dollars. Default: 0.0083. */
    public SimulatorBuilder segmentPrice(double dollars) {
        this.segmentPrice = dollars;
        return this;
    }

    /** Adds a listener that is called when someone advances the clock on the page, so that your application can run what is due. */
    public SimulatorBuilder whenTimePasses(Consumer<Instant> listener) {
        whenTimePasses.add(listener);
        return this;
    }

    /** Opens the page on this port. 0 picks a free port. */
    public Simulator open(int port) {
        return new Simulator(new SimulatorServer(
                twilio.part(World.class),
                twilio.part(Messaging.class),
                twilio.part(Telephony.class),
                new SimulatorServer.Setting(people, links, segmentPrice),
                List.copyOf(whenTimePasses),
                port));
    }
}
