package dev.parlance.testkit.browser;

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

/** UDP ports of this machine, read by one thread. Media never leaves it. */
final class Datagrams implements AutoCloseable {
    private static final int LARGEST = 2_048;
    private static final byte[] THIS_MACHINE = {127, 0, 0, 1};

    private final Selector selector;
    private final Thread reader;

    /** What is done with a datagram. */
    @FunctionalInterface
    interface Receiver {
        void receive(ByteBuffer datagram, SocketAddress from);
    }

    Datagrams() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("UDP cannot be used here", e);
        }
        reader = new Thread(this::read, "fake-twilio-media");
        reader.setDaemon(true);
        reader.start();
    }

    /** A port of 127.0.0.1: on any other address, answers would leave from one that the browser does not know. */
    Port open(Receiver receiver) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(THIS_MACHINE), 0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, receiver);
            selector.wakeup();
            return new Port(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("No UDP port is free", e);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
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
                throw new UncheckedIOException("The media can no longer be read", e);
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
            key.cancel(); // it was closed in the meantime
        }
    }

    /** One port. */
    static final class Port implements AutoCloseable {
        private final DatagramChannel channel;

        private Port(DatagramChannel channel) {
            this.channel = channel;
        }

        int number() {
            return channel.socket().getLocalPort();
        }

        /** Sends, unless it cannot be sent now: media that is late is worth nothing. */
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
                throw new UncheckedIOException("A UDP port cannot be closed", e);
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
            throw new UncheckedIOException("UDP ports cannot be closed", e);
        }
    }
}
