package dev.parlance.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Sockets that send at once. MockWebServer writes an answer's head and body one after the other, and the second would
 * otherwise wait 40 ms for the client to acknowledge the first.
 */
final class PromptSockets extends ServerSocketFactory {
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
        throw notAsked();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw notAsked();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        throw notAsked();
    }

    private static IOException notAsked() {
        return new IOException("MockWebServer asks for a socket first and binds it then");
    }
}
