package dev.parlance.testkit;

import dev.parlance.testkit.log.SignalTrace;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Twilio's side of phones in browsers: pages with Twilio's own SDK register here, call, and are called; what they say to each
 * other goes over this machine.
 *
 * <pre>{@code
 * FakeVoiceGateway gateway = twilio.voiceGateway();
 * ChromeOptions options = new ChromeOptions().addArguments(gateway.chromiumArguments());
 * …
 * gateway.awaitsRegistered("ana");
 * twilio.phone("+33612345678").calls("+33123456789");
 * System.out.println(gateway.trace().withoutEvents());
 * }</pre>
 *
 * <p>Two pages hear each other: what they send is handed on, encrypted as it is. A phone that a page calls, or that calls a page, is
 * silent: the call is accepted and stays up, and what is said stands in its transcript. Safe for use by several threads.
 */
public final class FakeVoiceGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeTwilio twilio;

    FakeVoiceGateway(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    /**
     * Where pages connect to over TLS: a host and a port, as the SDK's option {@code chunderw} takes it. The page's browser has to
     * trust the fake's {@linkplain FakeTwilio#certificatePem certificate}.
     */
    public String host() {
        return "localhost:" + twilio.secureUrl().getPort();
    }

    /** The same without TLS, for a page that replaces {@code wss:} by {@code ws:} before it loads the SDK. */
    public URI plainUrl() {
        return URI.create("ws://localhost:" + twilio.url().getPort() + "/signal");
    }

    /**
     * What a Chromium has to be started with so that pages find the fake in Twilio's place, with the SDK and the page as they
     * are; and so that it has a microphone that hums, and asks nobody whether it may use it.
     */
    public List<String> chromiumArguments() {
        return List.of(
                "--host-resolver-rules=MAP *.twilio.com 127.0.0.1:"
                        + twilio.secureUrl().getPort(),
                "--ignore-certificate-errors",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--autoplay-policy=no-user-gesture-required");
    }

    /** Whether somebody can be called in a page. */
    public boolean isRegistered(String identity) {
        return twilio.stage().gateway().isRegistered(identity);
    }

    /**
     * Waits until somebody can be called in a page.
     *
     * @throws AssertionError if that is not so within twenty seconds
     */
    public FakeVoiceGateway awaitsRegistered(String identity) {
        return awaits(identity, true);
    }

    /**
     * Waits until nobody can be called in a page by this name.
     *
     * @throws AssertionError if that is not so within twenty seconds
     */
    public FakeVoiceGateway awaitsGone(String identity) {
        return awaits(identity, false);
    }

    private FakeVoiceGateway awaits(String identity, boolean registered) {
        try {
            if (!twilio.stage().gateway().await(() -> isRegistered(identity) == registered, PATIENCE.toMillis())) {
                throw new AssertionError(identity + (registered ? " does not register" : " stays registered")
                        + ". What was sent:\n" + trace());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + identity, e);
        }
        return this;
    }

    /** Who sent what to whom, so far. */
    public SignalTrace trace() {
        return SignalTrace.of(twilio.log());
    }

    /** Breaks all connections off, as a network does; pages come back by themselves. */
    public FakeVoiceGateway dropsConnections() {
        twilio.stage().gateway().drop();
        return this;
    }

    /** From now on sends no heart-beat: pages take the connection for dead after 15 seconds. */
    public FakeVoiceGateway fallsSilent() {
        twilio.stage().gateway().fallSilent();
        return this;
    }
}
