package dev.parlance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventStreamTest {
    private final EventStream stream = EventStream.create();
    private final WebhookServer server = WebhookServer.start(0, Router.create().get("/events", stream));

    @AfterEach
    void stop() {
        stream.close();
        server.close();
    }

    @Test
    void every_connected_browser_receives_events() throws Exception {
        Browser ana = new Browser();
        Browser ben = new Browser();

        stream.send("answered", "{\"question\": 1}");

        assertThat(ana.nextEvent()).containsExactly("event: answered", "data: {\"question\": 1}");
        assertThat(ben.nextEvent()).containsExactly("event: answered", "data: {\"question\": 1}");
    }

    @Test
    void events_can_have_several_lines_or_none() throws Exception {
        Browser ana = new Browser();

        stream.send("said", "one\ntwo");
        stream.send("ping", "");

        assertThat(ana.nextEvent()).containsExactly("event: said", "data: one", "data: two");
        assertThat(ana.nextEvent()).containsExactly("event: ping", "data:");
    }

    @Test
    void closing_disconnects_all_browsers() throws Exception {
        Browser ana = new Browser();

        stream.close();

        assertThat(ana.nextEvent()).isEmpty();
        assertThat(stream.handle(WebhookRequest.get("http://localhost/events")).status())
                .isEqualTo(503);
    }

    @Test
    void a_browser_that_cannot_keep_up_is_disconnected_and_delays_nobody() throws Exception {
        try (Socket silent = new Socket("localhost", server.port())) {
            silent.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (stream.listeners() == 0) {
                Thread.onSpinWait();
            }
            String much = "x".repeat(50_000);

            while (stream.listeners() > 0) {
                stream.send("much", much);
            }
        }
        Browser ana = new Browser();
        stream.send("answered", "5");
        assertThat(ana.nextEvent()).containsExactly("event: answered", "data: 5");
    }

    @Test
    void the_number_of_connected_browsers_is_limited() throws Exception {
        List<Browser> all = new ArrayList<>();
        for (int i = 0; i < EventStream.MAX_LISTENERS; i++) {
            all.add(new Browser());
        }

        assertThat(stream.handle(WebhookRequest.get("http://localhost/events")).status())
                .isEqualTo(503);
        assertThat(all).hasSize(stream.listeners());
    }

    /** A connected browser. The constructor waits for the first line of the stream. */
    private final class Browser {
        private final BufferedReader lines;

        Browser() throws IOException {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(server.url() + "/events").toURL().openConnection();
            assertThat(connection.getContentType()).isEqualTo("text/event-stream");
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            nextEvent();
        }

        /** The lines of the next event; empty at the end. */
        List<String> nextEvent() throws IOException {
            List<String> event = new ArrayList<>();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                event.add(line);
            }
            return event;
        }
    }
}
