package dev.parlance.webhook;

import java.time.Duration;

/**
 * What a {@link WebhookServer} allows its peers. Immutable.
 *
 * <pre>{@code
 * WebhookServer.start(address, ServerLimits.defaults().withConnectionsByAddress(1_000), router);
 * }</pre>
 *
 * @param bodyBytes the largest body of a request; a larger one is answered 413. Default: 1 MiB.
 * @param connections how many connections may be open at a time. Default: 1,024.
 * @param connectionsByAddress how many of them may come from one address, or from one IPv6 network (/64). Behind a proxy
 *     every connection comes from the proxy's address, so set it as high as {@code connections} there. Default: 512.
 * @param idle how long a connection may stay open between two requests. Default: 30 seconds.
 * @param receive how long a request may take to arrive, head and body. Default: 30 seconds.
 * @param send how long the peer may take to accept the next 16 KiB of a response. Default: 30 seconds.
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

    /** Checks that every limit is positive. */
    public ServerLimits {
        if (bodyBytes < 0 || connections < 1 || connectionsByAddress < 1) {
            throw new IllegalArgumentException("A server needs at least one connection, and no negative body limit.");
        }
        if (!isPositive(idle) || !isPositive(receive) || !isPositive(send)) {
            throw new IllegalArgumentException("A time limit of a server must be positive.");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** The limits of a server that is started without any. */
    public static ServerLimits defaults() {
        return DEFAULTS;
    }

    /** The same limits with another largest body. */
    public ServerLimits withBodyBytes(int bytes) {
        return new ServerLimits(bytes, connections, connectionsByAddress, idle, receive, send);
    }

    /** The same limits with another number of connections. */
    public ServerLimits withConnections(int number) {
        return new ServerLimits(bodyBytes, number, connectionsByAddress, idle, receive, send);
    }

    /** The same limits with another number of connections from one address. */
    public ServerLimits withConnectionsByAddress(int number) {
        return new ServerLimits(bodyBytes, connections, number, idle, receive, send);
    }

    /** The same limits with another time between two requests. */
    public ServerLimits withIdle(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, time, receive, send);
    }

    /** The same limits with another time for a request to arrive. */
    public ServerLimits withReceive(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, idle, time, send);
    }

    /** The same limits with another time for the peer to accept the next piece of a response. */
    public ServerLimits withSend(Duration time) {
        return new ServerLimits(bodyBytes, connections, connectionsByAddress, idle, receive, time);
    }
}
