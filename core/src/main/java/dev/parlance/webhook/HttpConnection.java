package dev.parlance.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open connection: its input and output, and how long it has been waiting for its peer.
 *
 * <p>One thread reads and writes. Others look at its {@link Wait} and can {@link #abort} it, which frees the thread.
 */
final class HttpConnection {
    private static final int BUFFER = 8 << 10;
    private static final int PIECE = 16 << 10;
    private static final int MAX_DISCARDED = 1 << 20;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final SocketChannel channel;
    private final InetAddress address;
    private final ServerLimits limits;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private volatile @Nullable Wait wait;
    private long waitingSince = System.nanoTime();

    /** What the server is waiting for, and since when; in nanoseconds of {@link System#nanoTime}. */
    record Wait(Kind kind, long since, long limit) {
        enum Kind {
            IDLE,
            RECEIVING,
            SENDING
        }

        boolean isOver(long now) {
            return now - since > limit;
        }
    }

    private HttpConnection(SocketChannel channel, InetAddress address, ServerLimits limits) {
        this.channel = channel;
        this.address = address;
        this.limits = limits;
    }

    static HttpConnection over(SocketChannel channel, ServerLimits limits) {
        return new HttpConnection(channel, channel.socket().getInetAddress(), limits);
    }

    void open() throws IOException {
        // Otherwise the second packet of a response waits 40 ms for the peer's delayed acknowledgement.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    InetAddress address() {
        return address;
    }

    /** The current wait; empty while a request is being handled. */
    Optional<Wait> waiting() {
        return Optional.ofNullable(wait);
    }

    private void waitFor(Wait.Kind kind, Duration limit) {
        waitingSince = System.nanoTime();
        wait = new Wait(kind, waitingSince, limit.toNanos());
    }

    void markBusy() {
        wait = null;
    }

    /** Starts the idle time at the last write, so that a thread that is scheduled late doesn't make its connection look newer. */
    void markIdle() {
        wait = new Wait(Wait.Kind.IDLE, waitingSince, limits.idleTimeout().toNanos());
    }

    void markReceiving() {
        waitFor(Wait.Kind.RECEIVING, limits.receiveTimeout());
    }

    /** Waits for the first byte of the next request. Returns false if the peer closes instead. */
    boolean awaitRequest() throws IOException {
        return in.hasRemaining() || fill();
    }

    private boolean fill() throws IOException {
        in.clear();
        int read = channel.read(in);
        in.flip();
        return read > 0;
    }

    /** The next byte. */
    int read() throws IOException {
        if (!in.hasRemaining() && !fill()) {
            throw new EOFException("The peer closed in the middle of its request");
        }
        return in.get() & 0xff;
    }

    /** The next bytes. */
    void read(byte[] to, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; ) {
            if (!in.hasRemaining() && !fill()) {
                throw new EOFException("The peer closed in the middle of its request");
            }
            int piece = Math.min(in.remaining(), end - at);
            in.get(to, at, piece);
            at += piece;
        }
    }

    /** Writes in pieces and limits the time for each, so that a peer that keeps reading, however slowly, is not cut off. */
    void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes, from, length);
        int end = out.limit();
        while (out.position() < end) {
            out.limit(Math.min(end, out.position() + PIECE));
            waitFor(Wait.Kind.SENDING, limits.sendTimeout());
            channel.write(out);
        }
        markBusy();
    }

    /** Closes so that the last response arrives even if the peer is still sending: reads and drops what it sends. */
    void close() throws IOException {
        waitFor(Wait.Kind.IDLE, CLOSE_TIMEOUT);
        channel.shutdownOutput();
        int discarded = in.remaining();
        while (discarded < MAX_DISCARDED && fill()) {
            discarded += in.remaining();
        }
        channel.close();
    }

    /** Closes at once, so that half a response doesn't look complete. Thread-safe and idempotent. */
    void abort() {
        Wait last = wait;
        boolean isIdle = last != null && last.kind() == Wait.Kind.IDLE;
        try (channel) {
            if (channel.isOpen() && !isIdle) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            System.getLogger(WebhookServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection did not close cleanly", e);
        }
    }
}
