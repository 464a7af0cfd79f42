package dev.parlance.quarkus.deployment;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeNumber;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.quarkus.runtime.NumberWebhooks;
import dev.parlance.simulator.Simulator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running fake and, in development, its page with phones. */
final class FakeTwilioService implements AutoCloseable {
    static final String NUMBER = "+15005550100";

    private final FakeTwilio twilio;
    private final Optional<Simulator> simulator;

    private FakeTwilioService(FakeTwilio twilio, Optional<Simulator> simulator) {
        this.twilio = twilio;
        this.simulator = simulator;
    }

    /** Starts the fake, with its page at this port if there is one. */
    static FakeTwilioService start(Optional<Integer> simulatorPort) {
        FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
        twilio.number(NUMBER);
        return new FakeTwilioService(
                twilio,
                simulatorPort.map(port ->
                        Simulator.of(twilio).person("+15005550006", "Ana").open(port)));
    }

    /** Sets the application's webhooks on the number. */
    void setWebhooks(String application, NumberWebhooks webhooks) {
        FakeNumber number = twilio.number(NUMBER);
        webhooks.textPath().ifPresent(path -> number.onText(application + path));
        webhooks.callPath().ifPresent(path -> number.onCall(application + path));
        webhooks.senderPaths(ConfigProvider.getConfig())
                .forEach((sender, path) -> twilio.number(sender).onText(application + path));
    }

    /** The account, as the application's configuration. */
    Map<String, String> config() {
        return Map.of(
                "parlance.twilio.account-sid", twilio.accountSid(),
                "parlance.twilio.auth-token", twilio.authToken().reveal(),
                "parlance.twilio.phone-number", NUMBER,
                "parlance.twilio.base-url", twilio.url().toString());
    }

    /** The URL of the page with phones. */
    Optional<URI> simulator() {
        return simulator.map(Simulator::url);
    }

    @Override
    public void close() {
        simulator.ifPresent(Simulator::close);
        twilio.close();
    }
}
