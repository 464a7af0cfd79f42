package dev.parlance.webhook;

import java.time.Duration;

/**
 * The limits of a {@link WebhookServer}. Immutable.
 *
 * <pre>{@code
 * WebhookServer.start(
 *         new InetSocketAddress(8080), ServerLimits.defaults().withMaxConnectionsPerAddress(1_000), router);
 * }</pre>
 *
 * @param maxBodyBytes the largest body of a request. A larger one gets a 413. Default: 1 MiB.
 * @param maxConnections how many connections can be open at a time. Default: 1,024.
 * @param maxConnectionsPerAddress how many of them can come from one address, or from one IPv6 network (/64). Behind a proxy,
 *     all connections come from the proxy's address, so set it to {@code connections} there. Default: 512.
 * @param idleTimeout how long a connection can stay open between two requests. Default: 30 seconds.
 * @param receiveTimeout how long a request, head and body, can take to arrive. Default: 30 seconds.
 * @param sendTimeout how long the peer can take to accept the next 16 KiB of a response. Default: 30 seconds.
 */
public record ServerLimits(
        int maxBodyBytes,
        int maxConnections,
        int maxConnectionsPerAddress,
        Duration idleTimeout,
        Duration receiveTimeout,
        Duration sendTimeout) {
    private static final ServerLimits DEFAULTS = new ServerLimits(
            WebhookServer.DEFAULT_BODY_LIMIT,
            1_024,
            512,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** Checks that the limits are in range. */
    public ServerLimits {
        if (maxBodyBytes < 0 || maxConnections < 1 || maxConnectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "A server needs at least one connection, and its body limit can't be negative.");
        }
        if (!isPositive(idleTimeout) || !isPositive(receiveTimeout) || !isPositive(sendTimeout)) {
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
    public ServerLimits withMaxBodyBytes(int bytes) {
        return new ServerLimits(
                bytes, maxConnections, maxConnectionsPerAddress, idleTimeout, receiveTimeout, sendTimeout);
    }

    /** A copy with another maximum of connections. */
    public ServerLimits withMaxConnections(int number) {
        return new ServerLimits(
                maxBodyBytes, number, maxConnectionsPerAddress, idleTimeout, receiveTimeout, sendTimeout);
    }

    /** A copy with another maximum of connections per address. */
    public ServerLimits withMaxConnectionsPerAddress(int number) {
        return new ServerLimits(maxBodyBytes, maxConnections, number, idleTimeout, receiveTimeout, sendTimeout);
    }

    /** A copy with another idle time. */
    public ServerLimits withIdleTimeout(Duration time) {
        return new ServerLimits(
                maxBodyBytes, maxConnections, maxConnectionsPerAddress, time, receiveTimeout, sendTimeout);
    }

    /** A copy with another time for a request to arrive. */
    public ServerLimits withReceiveTimeout(Duration time) {
        return new ServerLimits(maxBodyBytes, maxConnections, maxConnectionsPerAddress, idleTimeout, time, sendTimeout);
    }

    /** A copy with another time for the peer to accept the next piece of a response. */
    public ServerLimits withSendTimeout(Duration time) {
        return new ServerLimits(
                maxBodyBytes, maxConnections, maxConnectionsPerAddress, idleTimeout, receiveTimeout, time);
    }
}
