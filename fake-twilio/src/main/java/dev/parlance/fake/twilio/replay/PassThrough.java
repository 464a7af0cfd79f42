package dev.parlance.fake.twilio.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a fake sends requests on to the real API. Immutable.
 *
 * <pre>{@code
 * PassThrough toTwilio = PassThrough.to("api.twilio.com", "content.twilio.com")
 *         .savedTo(Path.of("recordings/buying-a-number.json"));
 * }</pre>
 *
 * <p>Requests go over TLS, and only to the hosts named here. Redirects are not followed.
 */
public final class PassThrough {
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(twilio\\.com|twil\\.io)");

    private final Map<String, String> hosts;
    private final @Nullable URI local;
    private final @Nullable Path file;
    private final boolean keepsTexts;
    private final Duration timeout;

    private PassThrough(
            Map<String, String> hosts, @Nullable URI local, @Nullable Path file, boolean keepsTexts, Duration timeout) {
        this.hosts = hosts;
        this.local = local;
        this.file = file;
        this.keepsTexts = keepsTexts;
        this.timeout = timeout;
    }

    /**
     * To these hosts of Twilio, and no others. A host with a region, {@code api.dublin.ie1.twilio.com}, receives the requests for
     * {@code api.twilio.com} in all regions.
     *
     * @throws IllegalArgumentException without a host, for a host that isn't Twilio's, and for two regions of one host
     */
    public static PassThrough to(String... hosts) {
        if (hosts.length == 0) {
            throw new IllegalArgumentException("Name the hosts that requests go to, for example api.twilio.com");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        "\"" + host + "\" is no host of Twilio; name one such as api.twilio.com");
            }
            String other = named.put(ExchangeMask.label(host), host);
            if (other != null && !other.equals(host)) {
                throw new IllegalArgumentException("Requests can go to " + other + " or to " + host + ", not to both");
            }
        }
        return new PassThrough(named, null, null, false, Duration.ofSeconds(30));
    }

    /** Saves the recording to this file when the recorder is closed. */
    public PassThrough savedTo(Path newFile) {
        return new PassThrough(hosts, local, newFile, keepsTexts, timeout);
    }

    /**
     * Keeps the bodies and names of messages and resources, and the messages of errors. What looks like an address, a number or a
     * code in them is masked. Default: all texts are masked.
     */
    public PassThrough keepingTexts() {
        return new PassThrough(hosts, local, file, true, timeout);
    }

    /** Sets how long the API has for an answer. Default: 30 seconds. */
    public PassThrough timeout(Duration newTimeout) {
        return new PassThrough(hosts, local, file, keepsTexts, newTimeout);
    }

    /**
     * Sends the requests to another program on this machine instead, for example to a second fake: its URL followed by the host.
     *
     * @throws IllegalArgumentException if the URL isn't {@code http://localhost} or {@code http://127.0.0.1}
     */
    public PassThrough at(URI url) {
        boolean isLocal = "http".equals(url.getScheme())
                && ("localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost()));
        if (!isLocal) {
            throw new IllegalArgumentException(url + " is not on this machine; name Twilio's host in to(…) instead");
        }
        return new PassThrough(hosts, url, file, keepsTexts, timeout);
    }

    /** The host that requests for a host go to; empty if it isn't allowed. */
    Optional<String> destination(String host) {
        return Optional.ofNullable(hosts.get(ExchangeMask.label(host)));
    }

    Map<String, String> hosts() {
        return hosts;
    }

    Optional<URI> local() {
        return Optional.ofNullable(local);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    boolean keepsTexts() {
        return keepsTexts;
    }

    Duration timeout() {
        return timeout;
    }
}
