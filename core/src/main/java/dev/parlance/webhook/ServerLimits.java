package dev.parlance.webhook;

import java.time.Duration;

/**
 * The limits of a {@link WebhookServer}. Immutable.
 *
 * <pre>{@code
 * WebhookServer.start(address, ServerLimits.defaults().withConnectionsByAddress(1_000), router);
 * }</pre>
 *
 * @param bodyBytes the largest body of a request. A larger one gets a 413. Default: 1 MiB.
 * @param connections how many connections can be open at a time. Default: 1,024.
 * @param connectionsByAddress how many of them can come from one address, or from one IPv6 network (/64). Behind a proxy,
 *     all connections come from the proxy's address, so set it to {@code connections} there. Default: 512.
 * @param idle how long a connection can stay open between two requests. Default: 30 seconds.
 * @param receive how long a request, head and body, can take to arrive. Default: 30 seconds.
 * @param send how long the peer can take to accept the next 16 KiB of a response. Default: 30 seconds.
 */
public record ServerLimits(
        int bodyBytes, int connections, int connectionsByAddress, Duration idle, Duration receive, Duration send) {
    private static final ServerLimits DEFAULTS = new ServerLimits(
            WebhookServer.DEFAULT_BODY_LIMIT,
            1_024,
            512,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** Checks that the limits are in range. */
    public ServerLimits {
        if (bodyBytes < 0 || connections < 1 || connectionsByAddress < 1) {
            throw new IllegalArgumentException(
                    "A server needs at least one connection, and its body limit can't be negative.");
        }
        if (!isPositive(idle) || !isPositive(receive) || !isPositive(send)) {
            throw new IllegalArgumentException("A time limit of a server must be positive.");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** The default limits. */
    public static ServerLimits defaults() {
        return DEFAULTS;
    }

    /** A copy with another maximum body size. */
    public ServerLimits withBodyBytes(int bytes) {
        return new ServerLimits(bytes, connections, connectionsByAddress, idle, receive, send);
    }

    /** A copy with another maximum of connections. */
    public ServerLimits withConnections(int number) {
        return new ServerLimits(bodyBytes, number, connectionsByAddress, idle, receive, send);
    }

    /** A copy with another maximum of connections per address. */
    public ServerLimits withConnectionsByAddress(int number) {
        return new ServerLimits(bodyBytes, connections, number, idle, receive, send);
    }

    /** A copy with another idle time. */
    public ServerLimits withIdle(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, time, receive, send);
    }

    /** A copy with another time for a request to arrive. */
    public ServerLimits withReceive(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, idle, time, send);
    }

    /** A copy with another time for the peer to accept the next piece of a response. */
    public ServerLimits withSend(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, idle, receive, time);
    }
}
