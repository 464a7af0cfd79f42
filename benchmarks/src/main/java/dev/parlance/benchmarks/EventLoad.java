package dev.parlance.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.bot.BotClient;
import dev.parlance.bot.BotEvents;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookServer;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how fast events are acknowledged: 5,000 different signed events per second for ten seconds, over 32 connections to a
 * bot on a {@link WebhookServer} in this process. Each event is sent when it is due, even if earlier responses are late.
 *
 * <pre>
 * java -cp … dev.parlance.benchmarks.EventLoad [events per second] [seconds]
 * </pre>
 */
public final class EventLoad {
    private static final int CONNECTIONS = 32;
    private static final SlackSignature SIGNATURE = SlackSignature.of(Secret.of("0".repeat(32)));

    private final byte[][] requests;
    private final long[] nanos;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final int port;
    private final long everyNanos;

    private EventLoad(int port, int perSecond, int seconds) {
        this.port = port;
        this.everyNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        this.nanos = new long[perSecond * seconds];
        this.requests = new byte[nanos.length][];
        for (int i = 0; i < nanos.length; i++) {
            requests[i] = request(port, i);
        }
    }

    /** Warms up and measures. */
    public static void main(String[] args) throws Exception {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        try (BotClient client = BotClient.of(Secret.of("xoxb-0"))) {
            measure(client, perSecond, 5);
            System.out.println(measure(client, perSecond, seconds));
        }
    }

    private static String measure(BotClient client, int perSecond, int seconds) throws InterruptedException {
        AtomicInteger handled = new AtomicInteger();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        EventLoad load;
        try (BotEvents bot = bot(client, handled);
                WebhookServer server =
                        WebhookServer.start(any, 1 << 20, Router.create().post("/", bot))) {
            load = new EventLoad(server.port(), perSecond, seconds);
            load.run();
        }
        return load.result(perSecond, handled.get());
    }

    private static BotEvents bot(BotClient client, AtomicInteger handled) {
        return BotEvents.verifiedBy(SIGNATURE, client)
                .onMention((mention, reply) ->
                        handled.addAndGet(Math.min(1, mention.text().length())))
                .build();
    }

    private static byte[] request(int port, int number) {
        String body = "{\"token\":\"none\",\"team_id\":\"T00000001\",\"api_app_id\":\"A00000001\",\"event\":{\"type\":"
                + "\"app_mention\",\"user\":\"U00000002\",\"text\":\"<@U00000001> What is the plan for " + number
                + "?\",\"ts\":\"1800000000." + number + "\",\"team\":\"T00000001\",\"channel\":\"C00000001\","
                + "\"event_ts\":\"1800000000." + number + "\"},\"type\":\"event_callback\",\"event_id\":\"Ev" + number
                + "\",\"event_time\":1800000000,\"authorizations\":[{\"enterprise_id\":null,\"team_id\":\"T00000001\","
                + "\"user_id\":\"U00000001\",\"is_bot\":true,\"is_enterprise_install\":false}],"
                + "\"is_ext_shared_channel\":false,\"event_context\":\"4-none\"}";
        WebhookRequest signed = SIGNATURE.sign(
                WebhookRequest.post("http://localhost/").withBody("application/json", body.getBytes(UTF_8)));
        StringBuilder text = new StringBuilder("POST / HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        signed.headers()
                .asMap()
                .forEach((name, values) ->
                        text.append(name).append(": ").append(values.get(0)).append("\r\n"));
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return text.toString().getBytes(UTF_8);
    }

    private void run() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(CONNECTIONS);
        long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread sender = new Thread(() -> {
                try {
                    send(start);
                } catch (IOException e) {
                    throw new IllegalStateException("a connection failed", e);
                } finally {
                    done.countDown();
                }
            });
            sender.setDaemon(true);
            sender.start();
        }
        done.await();
    }

    private void send(long start) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, US_ASCII));
            for (int number = next.getAndIncrement(); number < nanos.length; number = next.getAndIncrement()) {
                long due = start + number * everyNanos;
                LockSupport.parkNanos(due - System.nanoTime());
                out.write(requests[number]);
                if (!lines.readLine().contains(" 200 ")) {
                    refused.incrementAndGet();
                }
                skipHead(lines);
                nanos[number] = System.nanoTime() - due;
            }
        }
    }

    /** Skips the head of the response. An acknowledgement has no body. */
    private static void skipHead(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:") && !line.endsWith(" 0")) {
                throw new IOException("an acknowledgement with a body: " + line);
            }
        }
    }

    private String result(int perSecond, int handled) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%,d events at %,d per second: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms; refused %d, handled %,d",
                sorted.length,
                perSecond,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1),
                refused.get(),
                handled);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }
}
