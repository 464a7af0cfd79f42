package dev.parlance.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has only one possible end: anything that a proxy could read differently is refused. */
@Timeout(60)
class RequestFramingTest {
    private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\n";

    private final WebhookServer server = WebhookServer.start(
            0,
            request -> request.path().equals("/stream")
                    ? WebhookResponse.streamed("text/plain", out -> out.write("flowing".getBytes(ISO_8859_1)))
                    : WebhookResponse.text(
                            "[" + request.url().replaceFirst("http://[^/]*", "") + " " + request.bodyText() + "]"));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx",
                "Content-Length: 1\r\ncontent-length: 2\r\n\r\nx",
                "Content-Length: 1, 1\r\n\r\nx",
                "Content-Length: +1\r\n\r\nx",
                "Content-Length: -1\r\n\r\nx",
                "Content-Length: 0x1\r\n\r\nx",
                "Content-Length:\r\n\r\nx",
                "Content-Length : 1\r\n\r\nx",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n123456789\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1\nx\n0\n\n",
                "X-Folded: a\r\n b\r\n\r\n",
                "X-Line: a\nX-Other: b\r\n\r\n",
                "X-Return: a\rb\r\n\r\n",
                "X-Nothing: a\0b\r\n\r\n",
                "No header\r\n\r\n",
                ": no name\r\n\r\n",
                "Host: another\r\n\r\n",
            })
    void an_ambiguous_request_is_refused(String rest) throws Exception {
        assertThat(answer(POST + rest)).startsWith("HTTP/1.1 400 ").contains("The request is malformed: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil/@x\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /#x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /<x> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\r\nHost: x\r\n\r\n",
                "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
            })
    void a_request_line_that_is_not_http_is_refused(String request) throws Exception {
        assertThat(answer(request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void unsupported_requests_get_specific_statuses() throws Exception {
        assertThat(answer("GET / HTTP/2.0\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 505 ");
        assertThat(answer(POST + "Transfer-Encoding: gzip, chunked\r\n\r\n")).startsWith("HTTP/1.1 501 ");
        assertThat(answer("GET /" + "x".repeat(70_000) + " HTTP/1.1\r\n")).startsWith("HTTP/1.1 431 ");
        assertThat(answer(POST + "X: y\r\n".repeat(201) + "\r\n")).startsWith("HTTP/1.1 431 ");
        assertThat(answer(POST + "Content-Length: 99999999\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(answer(POST + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_chunked_body_is_read_without_extensions_and_trailers() throws Exception {
        assertThat(answer(POST + "Connection: close\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + "3;name=value\r\nabc\r\n0002\r\nde\r\n0\r\nX-Trailer: x\r\n\r\n"))
                .endsWith("[/ abcde]");
    }

    @Test
    void requests_in_one_packet_are_answered_in_order() throws Exception {
        String first = "POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none";
        String second = "\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\ntwo";

        assertThat(answer(first + second)).matches("(?s)HTTP/1.1 200 .*\\[/1 one]HTTP/1.1 200 .*\\[/2 two]");
    }

    @Test
    void an_absolute_target_is_reduced_to_its_path() throws Exception {
        assertThat(answer("GET http://localhost/a?u=http://b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .endsWith("[/a?u=http://b ]");
    }

    @Test
    void a_sender_that_expects_a_100_gets_it_before_the_body() throws Exception {
        assertThat(answer(POST + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\none"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ")
                .endsWith("[/ one]");
    }

    @Test
    void an_http_1_0_client_gets_an_unchunked_body_and_a_closed_connection() throws Exception {
        assertThat(answer("GET /stream HTTP/1.0\r\n\r\n"))
                .contains("Connection: close\r\n")
                .doesNotContain("Transfer-Encoding")
                .endsWith("\r\n\r\nflowing");
    }

    @Test
    void a_request_with_a_changed_byte_is_answered_or_dropped() throws Exception {
        Random random = new Random(19);
        byte[] whole = (POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
                .getBytes(ISO_8859_1);
        for (int i = 0; i < 300; i++) {
            byte[] altered = whole.clone();
            altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
            assertThat(answerOrNothing(new String(altered, ISO_8859_1))).matches("(?s)|HTTP/1.1 [245]\\d\\d .*");
        }
    }

    private String answerOrNothing(String request) throws IOException {
        try {
            return answer(request);
        } catch (SocketException e) {
            return ""; // dropped: the request was incomplete
        }
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
