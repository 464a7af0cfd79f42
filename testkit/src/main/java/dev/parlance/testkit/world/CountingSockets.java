package dev.parlance.testkit.world;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Makes sockets that count the bytes they receive. */
final class CountingSockets extends SocketFactory {
    /** A socket that counts the bytes it receives. */
    static final class CountingSocket extends Socket {
        private final AtomicLong received = new AtomicLong();

        long received() {
            return received.get();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int next = super.read();
                    received.addAndGet(next < 0 ? 0 : 1);
                    return next;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    received.addAndGet(Math.max(0, count));
                    return count;
                }
            };
        }
    }

    @Override
    public Socket createSocket() {
        return new CountingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notAsked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw notAsked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notAsked();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw notAsked();
    }

    private static IOException notAsked() {
        return new IOException("OkHttp asks for a socket first and connects it then");
    }
}
