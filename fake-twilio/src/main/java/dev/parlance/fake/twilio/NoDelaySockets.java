package dev.parlance.fake.twilio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Creates sockets with {@code TCP_NODELAY}. MockWebServer writes a response's head and body separately; without this, the body
 * would wait 40 ms for the client to acknowledge the head.
 */
final class NoDelaySockets extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                socket.setTcpNoDelay(true);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw unsupported();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw unsupported();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        throw unsupported();
    }

    private static IOException unsupported() {
        return new IOException("Unsupported: MockWebServer creates a socket first and then binds it");
    }
}
