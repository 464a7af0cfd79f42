package dev.parlance.fake.browser;

import dev.parlance.fake.browser.signalling.VoiceGateway;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.CallTrace;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Twilio's server for browser phones. Pages with Twilio's own voice SDK register here, make calls and receive calls. Audio
 * between them passes through this machine.
 *
 * <pre>{@code
 * FakeVoiceGateway gateway = FakeVoiceGateway.of(twilio);
 * List<String> arguments = gateway.chromiumArguments();
 * // start Chromium with these arguments, and open a page in which Ana signs in
 * gateway.awaitsRegistered("ana");
 * twilio.phone("+33612345678").calls("+33123456789");
 * System.out.println(gateway.trace().withoutEvents());
 * }</pre>
 *
 * <p>Two pages hear each other: their encrypted audio is passed on unchanged. In a call between a page and a {@link FakePhone},
 * the phone is silent: the call is accepted and stays up, and its transcript shows what is said. Thread-safe.
 */
public final class FakeVoiceGateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final FakeTwilio twilio;

    private FakeVoiceGateway(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    /** The gateway of this fake. Every fake has one as soon as this artifact is on the class path. */
    public static FakeVoiceGateway of(FakeTwilio twilio) {
        return new FakeVoiceGateway(twilio);
    }

    private VoiceGateway gateway() {
        return twilio.part(VoiceGateway.class);
    }

    /**
     * The host and port for pages that connect over TLS, as the value of the SDK's option {@code chunderw}. The browser must trust
     * the fake's {@linkplain FakeTwilio#certificatePem certificate}.
     */
    public String host() {
        return "localhost:" + twilio.secureUrl().getPort();
    }

    /** The URL without TLS, for pages that replace {@code wss:} with {@code ws:} before they load the SDK. */
    public URI plainUrl() {
        return URI.create("ws://localhost:" + twilio.url().getPort() + "/signal");
    }

    /**
     * Command line arguments for Chromium. They send pages to the fake instead of Twilio, without changes to the SDK or the
     * page, and provide a fake microphone (a hum) that needs no permission.
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

    /** Whether a page is registered under this identity. */
    public boolean isRegistered(String identity) {
        return gateway().isRegistered(identity);
    }

    /**
     * Waits until a page is registered under this identity.
     *
     * @throws AssertionError if no page registers within 20 seconds
     */
    public FakeVoiceGateway awaitsRegistered(String identity) {
        return awaits(identity, true);
    }

    /**
     * Waits until no page is registered under this identity.
     *
     * @throws AssertionError if one still is after 20 seconds
     */
    public FakeVoiceGateway awaitsGone(String identity) {
        return awaits(identity, false);
    }

    private FakeVoiceGateway awaits(String identity, boolean registered) {
        try {
            if (!gateway().await(() -> isRegistered(identity) == registered, TIMEOUT.toMillis())) {
                throw new AssertionError(identity + (registered ? " did not register" : " is still registered")
                        + ". Messages:\n" + trace());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + identity, e);
        }
        return this;
    }

    /** All messages so far. */
    public CallTrace trace() {
        return CallTrace.of(twilio.log());
    }

    /** Drops all connections, as a network failure would. Pages reconnect by themselves. */
    public FakeVoiceGateway dropsConnections() {
        gateway().drop();
        return this;
    }

    /** Stops sending heartbeats. Pages consider the connection dead after 15 seconds. */
    public FakeVoiceGateway fallsSilent() {
        gateway().fallSilent();
        return this;
    }
}
