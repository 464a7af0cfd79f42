package dev.parlance.fake.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that connects every client to one local port, whatever host the client asks for. */
final class ConnectProxy implements AutoCloseable {
    private static final byte[] CONNECTED = "HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSED =
            "HTTP/1.1 405 Only CONNECT\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEAD = 16 << 10;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-twilio-proxy");
        thread.setDaemon(true);
        return thread;
    });

    ConnectProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("The fake's proxy could not open a port", e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        try {
            client.setSoTimeout(TIMEOUT_MILLIS);
            String head = head(client.getInputStream());
            if (!head.startsWith("CONNECT ")) {
                client.getOutputStream().write(REFUSED);
                close(client);
                return;
            }
            client.setSoTimeout(0);
            client.setTcpNoDelay(true);
            Socket fake = new Socket(InetAddress.getLoopbackAddress(), target);
            fake.setTcpNoDelay(true);
            sockets.add(fake);
            client.getOutputStream().write(CONNECTED);
            threads.execute(() -> copy(fake, client));
            copy(client, fake);
        } catch (IOException e) {
            close(client); // the client is gone, so there is no one to report this to
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < MAX_HEAD && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            close(to); // one side is gone, so close the other
        }
        close(from);
        close(to);
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The fake's proxy could not be closed", e);
        }
        sockets.forEach(this::close);
        threads.shutdownNow();
    }
}
