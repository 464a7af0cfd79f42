package dev.parlance.simulator;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.webhook.WebhookHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Shows the fake in a browser: phones that you text and call with, and all traffic between Twilio and your application. Use it
 * to try an application before you have an account.
 *
 * <pre>{@code
 * FakeTwilio twilio = FakeTwilio.start();
 * twilio.number("+15005550100").onText("http://localhost:8080/sms").onCall("http://localhost:8080/voice");
 * Simulator simulator = Simulator.of(twilio).person("+15005550006", "Ana").open(8025);
 * System.out.println(simulator.url());
 * }</pre>
 *
 * <p>While the simulator is open, the fake's clock runs in real time. Close the simulator before you {@linkplain FakeTwilio#reset
 * reset} the fake: it keeps showing the state from before. Only this machine can reach it.
 */
public final class Simulator implements AutoCloseable {
    private final SimulatorServer server;

    Simulator(SimulatorServer server) {
        this.server = server;
    }

    /** Starts building a simulator of this fake. */
    public static SimulatorBuilder of(FakeTwilio twilio) {
        return new SimulatorBuilder(twilio);
    }

    /**
     * Starts the application as a process, which ends with the simulator. If the process exits earlier, the page shows its
     * last lines of output and offers to restart it.
     *
     * @param environment environment variables, added to those of this process
     * @return completes with the exit code when the process ends for the first time
     */
    public CompletableFuture<Integer> run(List<String> command, Map<String, String> environment) {
        return server.run(command, environment).end();
    }

    /** The URL of the page. */
    public URI url() {
        return URI.create("http://localhost:" + server.port());
    }

    /**
     * Serves the page from your own server as well. The page's URLs are relative: mount it at a path that ends with a slash, and
     * remove that path from the requests.
     */
    public WebhookHandler page() {
        return server.page();
    }

    @Override
    public void close() {
        server.close();
    }
}
