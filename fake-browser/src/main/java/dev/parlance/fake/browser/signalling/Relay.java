package dev.parlance.fake.browser.signalling;

import dev.parlance.fake.browser.signalling.Datagrams.Port;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Relays media between two browsers. Each browser knows one of the two ports; what arrives there goes to the latest sender at the
 * other port. The media are encrypted from end to end, so the relay needs no key.
 */
final class Relay implements Media {
    private final Port facingCaller;
    private final Port facingCallee;
    private volatile @Nullable SocketAddress caller;
    private volatile @Nullable SocketAddress callee;

    Relay(Datagrams datagrams) {
        facingCaller = datagrams.open((datagram, from) -> {
            caller = from;
            toCallee(datagram);
        });
        facingCallee = datagrams.open((datagram, from) -> {
            callee = from;
            toCaller(datagram);
        });
    }

    private void toCallee(ByteBuffer datagram) {
        SocketAddress to = callee;
        if (to != null) {
            facingCallee.send(datagram, to);
        }
    }

    private void toCaller(ByteBuffer datagram) {
        SocketAddress to = caller;
        if (to != null) {
            facingCaller.send(datagram, to);
        }
    }

    int portFacingCaller() {
        return facingCaller.number();
    }

    int portFacingCallee() {
        return facingCallee.number();
    }

    @Override
    public void close() {
        facingCaller.close();
        facingCallee.close();
    }
}
