package dev.parlance.testkit.world;

import dev.parlance.testkit.world.CountingSockets.CountingSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Watches which connection a call uses, and whether anything came back over it. */
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
     * Whether this was a connection kept from an earlier call, and not one byte came back over it. Over TLS nobody can
     * tell, because closing is a message too.
     */
    boolean wasKeptAndSilent() {
        return !isNew && socket != null && socket.received() == receivedBefore;
    }
}
