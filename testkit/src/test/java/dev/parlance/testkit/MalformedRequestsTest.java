package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that HTTP libraries don't send. */
class MalformedRequestsTest {
    private static final int TIMEOUT_MILLIS = 10_000;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static String answer(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), twilio.url().getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes(12);
            return new String(start, StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-\u00e9: value", "No colon", ": no name", "X-Nul: a\u0000b"})
    void a_malformed_header_is_refused(String header) throws IOException {
        assertThat(answer("GET /2010-04-01/Accounts.json HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 400");
        assertThat(twilio.alerts()).isEmpty();
    }

    @Test
    void an_upgrade_without_a_key_does_not_open_a_websocket() throws IOException {
        assertThat(answer(
                        "GET /signal HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"))
                .isEqualTo("HTTP/1.1 401");
    }
}
