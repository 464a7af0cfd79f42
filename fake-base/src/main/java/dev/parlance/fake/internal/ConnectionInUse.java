package dev.parlance.fake.internal;

import dev.parlance.fake.internal.CountingSockets.CountingSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Tracks which connection a call uses, and whether it has received anything. */
final class ConnectionInUse extends EventListener {
    private boolean isNew;
    private @Nullable CountingSocket socket;
    private long receivedBefore;

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        isNew = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        if (connection.socket() instanceof CountingSocket counting) {
            socket = counting;
            receivedBefore = counting.received();
        }
    }

    /**
     * Whether the call reused a connection and received nothing over it. Always false over TLS, where closing is a message too.
     */
    boolean wasReusedAndSilent() {
        return !isNew && socket != null && socket.received() == receivedBefore;
    }
}
