package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that promises to keep connections open but closes them, as Node does after five seconds. */
class KeptConnectionsTest {
    private static final String OURS = "+15005550100";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nConnection: keep-alive\r\n\r\nhola";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        twilio.number(OURS).onText("http://127.0.0.1:" + server.getLocalPort() + "/sms");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Sends these responses in turn on each connection, and then closes it. */
    private void eachConnectionAnswers(String... answers) {
        Thread thread = new Thread(() -> serve(answers), "closing-application");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String... answers) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connections.incrementAndGet();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                for (String answer : answers) {
                    if (!readRequest(in)) {
                        break;
                    }
                    requests.incrementAndGet();
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static boolean readRequest(BufferedReader in) throws IOException {
        int length = 0;
        String line = in.readLine();
        for (boolean first = true; line != null && (first || !line.isEmpty()); first = false) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            line = in.readLine();
        }
        for (int i = 0; i < length; i++) {
            if (in.read() < 0) {
                return false;
            }
        }
        return line != null;
    }

    @Test
    void a_webhook_is_sent_again_if_the_kept_connection_was_closed() {
        eachConnectionAnswers(ANSWER, "");
        FakePhone ana = twilio.phone("+5215512345678");

        for (int i = 0; i < 5; i++) {
            ana.texts("hi").receives("hola");
        }

        assertThat(twilio.alerts()).isEmpty();
        assertThat(connections).hasValueGreaterThan(1);
    }

    @Test
    void webhooks_arrive_if_every_response_closes_the_connection() {
        eachConnectionAnswers(ANSWER);
        FakePhone ana = twilio.phone("+5215512345678");

        for (int i = 0; i < 20; i++) {
            ana.texts("hi").receives("hola");
        }

        assertThat(twilio.alerts()).isEmpty();
        assertThat(requests).hasValue(20);
    }

    @Test
    void a_webhook_is_not_sent_again_after_a_partial_response() {
        eachConnectionAnswers(ANSWER, "HTTP/1.1 200 O");
        FakePhone ana = twilio.phone("+5215512345678");

        ana.texts("hi").receives("hola");
        ana.texts("hi again").receivesNothing();

        assertThat(requests).hasValue(2);
        assertThat(twilio.alerts()).anyMatch(alert -> alert.code() == 11200);
    }

    @Test
    void a_webhook_is_not_sent_again_without_a_response_on_a_new_connection() {
        eachConnectionAnswers("");

        twilio.phone("+5215512345678").texts("hi").receivesNothing();

        assertThat(requests).hasValue(1);
        assertThat(twilio.alerts()).anyMatch(alert -> alert.code() == 11200);
    }
}
