package dev.parlance.fake.browser.signalling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** UDP ports on this machine, read by one thread. Media never leave the machine. */
final class Datagrams implements AutoCloseable {
    private static final int MAX_DATAGRAM = 2_048;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Selector selector;
    private final Thread reader;

    /** Handles a datagram. */
    @FunctionalInterface
    interface Receiver {
        void receive(ByteBuffer datagram, SocketAddress from);
    }

    Datagrams() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't use UDP on this machine", e);
        }
        reader = new Thread(this::read, "fake-twilio-media");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a port on 127.0.0.1. With any other address, replies would come from an address that the browser does not know. */
    Port open(Receiver receiver) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, receiver);
            selector.wakeup();
            return new Port(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("No free UDP port", e);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
        while (selector.isOpen()) {
            try {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key, buffer);
                }
                selector.selectedKeys().clear();
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException("Can't read media from the UDP ports", e);
            }
        }
    }

    private static void read(SelectionKey key, ByteBuffer buffer) {
        Receiver receiver = (Receiver) key.attachment();
        try {
            for (buffer.clear(); ; buffer.clear()) {
                SocketAddress from = ((DatagramChannel) key.channel()).receive(buffer);
                if (from == null) {
                    return;
                }
                receiver.receive(buffer.flip(), from);
            }
        } catch (IOException e) {
            key.cancel(); // closed in the meantime
        }
    }

    static final class Port implements AutoCloseable {
        private final DatagramChannel channel;

        private Port(DatagramChannel channel) {
            this.channel = channel;
        }

        int number() {
            return channel.socket().getLocalPort();
        }

        /** Sends a datagram, or drops it if it can't be sent at once: late media are useless. */
        void send(ByteBuffer datagram, SocketAddress to) {
            try {
                channel.send(datagram, to);
            } catch (IOException e) {
                close();
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Can't close a UDP port", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't close the UDP ports", e);
        }
    }
}
