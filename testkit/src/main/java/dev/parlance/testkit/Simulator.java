package dev.parlance.testkit;

import dev.parlance.testkit.simulator.SimulatorServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The fake in a browser: phones to text and call with, beside all that goes between Twilio and the application. For whoever
 * wants to see and hear what an application does, before it has an account.
 *
 * <pre>{@code
 * FakeTwilio twilio = FakeTwilio.start();
 * twilio.number("+15005550100").texts("http://localhost:8080/sms").calls("http://localhost:8080/voice");
 * Simulator simulator = Simulator.of(twilio).person("+15005550006", "Ana").open(8025);
 * System.out.println(simulator.url());
 * }</pre>
 *
 * <p>While it is open, the fake's clock goes on as a clock does. It shows the world as it was when it was opened, and is closed
 * before that world is {@linkplain FakeTwilio#reset reset}. It answers on this machine alone.
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorServer server;

    Simulator(SimulatorServer server) {
        this.server = server;
    }

    /** Begins to tell what a simulator of this fake shows. */
    public static SimulatorBuilder of(FakeTwilio twilio) {
        return new SimulatorBuilder(twilio);
    }

    /**
     * Starts the application as a process, which ends with the simulator. When it ends by itself, the page stays, shows its
     * last lines, and offers to start it again.
     *
     * @param environment what it finds in its environment, beside what this process has
     * @return its exit code, once it has ended for the first time
     */
    public CompletableFuture<Integer> run(List<String> command, Map<String, String> environment) {
        return server.run(command, environment).end();
    }

    /** Where the page is. */
    public URI url() {
        return URI.create("http://localhost:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
