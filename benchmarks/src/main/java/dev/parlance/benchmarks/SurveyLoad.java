package dev.parlance.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts a survey over 32 open connections, each with one respondent after the other, and checks every reply. Uses a single
 * thread, which costs less than 32 and notices a response sooner.
 */
final class SurveyLoad {
    private static final int CONNECTIONS = 32;
    private static final AtomicLong PEOPLE = new AtomicLong(5_000_000_000L);

    private final int port;
    private final long start = System.nanoTime();
    private final long end;
    private final List<ResponseTimes> seconds = new ArrayList<>();

    private SurveyLoad(int port, Duration length) {
        this.port = port;
        this.end = start + length.toNanos();
    }

    /** The response times, second by second. */
    static List<ResponseTimes> run(int port, Duration length) throws IOException {
        SurveyLoad load = new SurveyLoad(port, length);
        load.run();
        return load.seconds;
    }

    private void run() throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connect(selector);
            }
            while (System.nanoTime() < end) {
                selector.select(key -> read((Connection) key.attachment()), 1_000);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private void connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connection.send();
    }

    private void read(Connection connection) {
        try {
            if (connection.receive()) {
                long now = System.nanoTime();
                if (now < end) {
                    count(now - start, now - connection.sentAt);
                }
                connection.send();
            }
        } catch (IOException e) {
            throw new IllegalStateException("A connection failed", e);
        }
    }

    private void count(long at, long took) {
        int second = (int) (at / 1_000_000_000L);
        while (seconds.size() <= second) {
            seconds.add(new ResponseTimes());
        }
        seconds.get(second).add(took);
    }

    private static final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(8 << 10);
        private SurveyConversation conversation = new SurveyConversation(PEOPLE.incrementAndGet());
        private long sentAt;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void send() throws IOException {
            if (conversation.isOver()) {
                conversation = new SurveyConversation(PEOPLE.incrementAndGet());
            }
            ByteBuffer request = conversation.request();
            sentAt = System.nanoTime();
            channel.write(request);
            if (request.hasRemaining()) {
                throw new IOException("A request did not fit the socket's buffer");
            }
        }

        /** Reads from the connection. Returns whether the response is complete. */
        boolean receive() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("The server closed a connection");
            }
            String response = new String(in.array(), 0, in.position(), ISO_8859_1);
            int headEnd = response.indexOf("\r\n\r\n");
            if (headEnd < 0 || response.length() < headEnd + 4 + contentLength(response.substring(0, headEnd))) {
                return false;
            }
            in.clear();
            conversation.checkResponse(response);
            return true;
        }

        private static int contentLength(String head) {
            String name = "\r\ncontent-length: ";
            int start = head.toLowerCase(Locale.ROOT).indexOf(name) + name.length();
            int lineEnd = head.indexOf("\r\n", start);
            return Integer.parseInt(head.substring(start, lineEnd < 0 ? head.length() : lineEnd));
        }
    }
}
