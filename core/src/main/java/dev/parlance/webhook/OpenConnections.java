package dev.parlance.webhook;

import dev.parlance.webhook.HttpConnection.Wait;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The open connections of a server, within its limits. If there are too many, a new connection replaces the one that has kept
 * the server waiting longest, but never one whose request is being answered. Thread-safe.
 */
final class OpenConnections {
    private static final int NETWORK_BYTES = 8;

    private final ServerLimits limits;
    private final Set<HttpConnection> open = new HashSet<>();
    private volatile boolean shuttingDown;

    OpenConnections(ServerLimits limits) {
        this.limits = limits;
    }

    /** Admits a connection; false if there is no room for it. */
    synchronized boolean admit(HttpConnection connection) {
        Predicate<HttpConnection> sameSender = other -> isSameSender(other.address(), connection.address());
        long sameSenders = open.stream().filter(sameSender).count();
        if (shuttingDown
                || (sameSenders >= limits.maxConnectionsPerAddress() && !dropLongestWaiting(sameSender))
                || (open.size() >= limits.maxConnections() && !dropLongestWaiting(any -> true))) {
            return false;
        }
        return open.add(connection);
    }

    /** An IPv6 customer has a whole network of addresses, usually a /64, so that network counts as one sender. */
    private static boolean isSameSender(InetAddress address, InetAddress other) {
        if (address instanceof Inet6Address && other instanceof Inet6Address) {
            return Arrays.equals(address.getAddress(), 0, NETWORK_BYTES, other.getAddress(), 0, NETWORK_BYTES);
        }
        return address.equals(other);
    }

    /** Makes room; false if every connection is being answered. */
    synchronized boolean dropLongestWaiting() {
        return dropLongestWaiting(any -> true);
    }

    private boolean dropLongestWaiting(Predicate<HttpConnection> among) {
        record Waiting(HttpConnection connection, long since) {}
        long now = System.nanoTime();
        Optional<HttpConnection> longest = open.stream()
                .filter(among)
                .flatMap(each -> each.waiting().map(wait -> new Waiting(each, wait.since())).stream())
                .max(Comparator.comparingLong(each -> now - each.since))
                .map(Waiting::connection);
        longest.ifPresent(this::drop);
        return longest.isPresent();
    }

    /** Closes a connection. Does nothing if it is closed already. */
    synchronized void drop(HttpConnection connection) {
        connection.abort();
        open.remove(connection);
    }

    /** Closes the connections whose peers have exceeded their time limit. */
    synchronized void dropOverdue() {
        long now = System.nanoTime();
        dropWhere(wait -> wait.isOver(now));
    }

    /** Admits no more connections, and closes those without a request in progress. */
    synchronized void shutDown() {
        shuttingDown = true;
        dropWhere(wait -> wait.kind() != Wait.Kind.SENDING);
    }

    boolean isShuttingDown() {
        return shuttingDown;
    }

    synchronized void dropAll() {
        Set.copyOf(open).forEach(this::drop);
    }

    private void dropWhere(Predicate<Wait> condition) {
        for (HttpConnection each : Set.copyOf(open)) {
            if (each.waiting().filter(condition).isPresent()) {
                drop(each);
            }
        }
    }
}
