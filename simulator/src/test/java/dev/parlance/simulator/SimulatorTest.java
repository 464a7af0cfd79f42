package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.JSON;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's page, its protection from other sites, and its clock. An example's tests use the page in a browser. */
@Timeout(60)
class SimulatorTest {
    private final SimulatorFixture page = new SimulatorFixture();

    @AfterEach
    void close() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html", "/simulator.css, text/css", "/simulator.js, text/javascript", "/phones.js, text/javascript",
        "/call.js, text/javascript", "/design/dom.js, text/javascript", "/design/design.css, text/css",
                "/design/mark.svg, image/svg"
    })
    void the_page_and_its_files_are_served(String path, String type) throws Exception {
        HttpResponse<String> response = page.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).doesNotContain("https://");
    }

    @Test
    void the_page_loads_nothing_from_other_sites() throws Exception {
        assertThat(page.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void a_foreign_host_name_is_refused() throws Exception {
        try (Socket socket = new Socket("localhost", page.simulator.url().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void the_api_of_the_fake_refuses_a_foreign_host_name() throws Exception {
        String login = page.twilio.accountSid() + ":" + page.twilio.authToken().reveal();
        String path = "/2010-04-01/Accounts/" + page.twilio.accountSid() + ".json";

        assertThat(ask(page.twilio.url().getPort(), path, "evil.example", login))
                .startsWith("HTTP/1.1 403");
        assertThat(ask(page.twilio.url().getPort(), path, "twilio.com.evil.example", login))
                .startsWith("HTTP/1.1 403");
        for (String host :
                List.of("localhost", "127.0.0.1:80", "[::1]", "api.twilio.com", "api.dublin.ie1.twilio.com:443")) {
            assertThat(ask(page.twilio.url().getPort(), path, host, login))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static String ask(int port, String path, String host, String login) throws IOException {
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + basic
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void an_ended_application_is_shown_with_its_output_and_can_be_restarted(@TempDir Path folder) throws Exception {
        Path runs = folder.resolve("runs");
        String script = "echo run >> \"$RUNS\"; echo '\033[31mThe port is taken\033[0m' >&2; exit 3";

        int code = page.simulator
                .run(List.of("sh", "-c", script), Map.of("RUNS", runs.toString()))
                .get();

        assertThat(code).isEqualTo(3);
        assertThat(application(false).path("exitCode").asInt()).isEqualTo(3);
        JsonNode output = JSON.readTree(page.get("/api/output").body());
        assertThat(output.path("text").asText()).isEqualTo("\033[31mThe port is taken\033[0m\n");

        page.submit("/api/application", "{}");

        while (Files.readAllLines(runs).size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(application(false).path("output").asLong())
                .isGreaterThan(output.path("to").asLong());
        String more =
                page.get("/api/output?after=" + output.path("to").asLong()).body();
        assertThat(JSON.readTree(more).path("text").asText())
                .contains("--- started again ---", "The port is taken")
                .doesNotStartWith("\033[31m");
    }

    @Test
    void a_running_application_is_not_started_twice_and_stops_with_the_simulator() throws Exception {
        CompletableFuture<Integer> end = page.simulator.run(List.of("sleep", "60"), Map.of());
        assertThat(application(true).has("exitCode")).isFalse();

        assertThat(page.post("/api/application", "{}").statusCode()).isEqualTo(409);
        page.simulator.close();

        assertThat(end.get()).isNotZero();
    }

    @Test
    void every_application_that_was_started_stops_with_the_simulator() throws Exception {
        CompletableFuture<Integer> first = page.simulator.run(List.of("sleep", "60"), Map.of());
        CompletableFuture<Integer> second = page.simulator.run(List.of("sleep", "60"), Map.of());

        page.simulator.close();

        assertThat(first.get(20, TimeUnit.SECONDS)).isNotZero();
        assertThat(second.get(20, TimeUnit.SECONDS)).isNotZero();
    }

    private JsonNode application(boolean running) throws Exception {
        JsonNode application = page.state().path("application");
        while (application.path("running").asBoolean() != running) {
            application = page.state().path("application");
        }
        return application;
    }

    @ParameterizedTest
    @CsvSource({"text/plain, ''", "application/x-www-form-urlencoded, ''", "application/json, http://evil.example"})
    void another_site_cannot_trigger_actions(String type, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.at("/api/clock"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"seconds\": 60}"));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        assertThat(page.client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(page.timePassed).isEmpty();
    }

    @Test
    void the_clock_runs_by_itself_and_the_application_is_notified_of_a_jump() throws Exception {
        Instant before = Instant.parse(page.get("/clock").body());
        assertThat(before)
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

        page.submit("/api/clock", "{'seconds': 86400}");

        assertThat(page.timePassed)
                .singleElement()
                .satisfies(now -> assertThat(now).isAfterOrEqualTo(before.plus(Duration.ofDays(1))));
        Instant jumped = Instant.parse(page.get("/clock").body());
        while (!Instant.parse(page.get("/clock").body()).isAfter(jumped)) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99999999999"})
    void the_clock_cannot_move_back_or_too_far_ahead(String seconds) throws Exception {
        assertThat(page.post("/api/clock", "{'seconds': " + seconds + "}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_clock_can_be_moved_to_a_time() throws Exception {
        Instant tomorrow = Instant.parse(page.get("/clock").body()).plus(Duration.ofDays(1));

        page.submit("/api/clock", "{'to': '%s'}".formatted(tomorrow));

        assertThat(Instant.parse(page.get("/clock").body())).isAfterOrEqualTo(tomorrow);
        assertThat(page.post("/api/clock", "{'to': 'tomorrow'}").body()).isEqualTo("Not a time: tomorrow");
        assertThat(page.post("/api/clock", "{'to': '2020-01-01T00:00:00Z'}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_will_happen_is_shown_in_order() throws Exception {
        Instant now = Instant.parse(page.get("/clock").body());
        page.upcoming.add(new Upcoming(now.plusSeconds(9_000), "reminder", ANA));
        page.applicationCalls(ANA);
        page.twilio.settle();

        JsonNode upcoming = JSON.readTree(page.get("/api/upcoming").body()).path("upcoming");

        assertThat(upcoming.findValuesAsText("what")).containsExactly("end of ringing at " + ANA, "reminder");
        assertThat(upcoming.findValuesAsText("by")).containsExactly("Twilio", "application");
        assertThat(upcoming.path(1).path("who").asText()).isEqualTo(ANA);
    }

    @Test
    void what_happens_in_the_same_second_is_in_order_too() throws Exception {
        Instant second = Instant.parse("2100-01-01T00:00:00Z");
        page.upcoming.add(new Upcoming(second.plusMillis(500), "later", ANA));
        page.upcoming.add(new Upcoming(second, "sooner", ANA));

        JsonNode upcoming = JSON.readTree(page.get("/api/upcoming").body()).path("upcoming");

        assertThat(upcoming.findValuesAsText("what")).containsExactly("sooner", "later");
    }

    @Test
    void the_connection_has_the_account_its_numbers_and_whether_the_application_answers() throws Exception {
        page.twilio.number("+15005550101").onText("http://localhost:9/sms");

        JsonNode connection = JSON.readTree(page.get("/api/connection").body());

        assertThat(connection.path("account").path("sid").asText()).isEqualTo(page.twilio.accountSid());
        assertThat(connection.path("account").path("api").asText())
                .isEqualTo(page.twilio.url().toString());
        assertThat(connection.path("applications").findValuesAsText("url"))
                .containsExactly("https://shop.example", "http://localhost:9");
        assertThat(connection.path("applications").findValuesAsText("answers")).containsExactly("true", "false");
        assertThat(connection.path("numbers").findValuesAsText("number")).containsExactly(SHOP, "+15005550101");
    }

    @Test
    void the_page_is_notified_of_changes() throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) page.at("/api/news").toURL().openConnection();
        try (InputStream in = connection.getInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            page.texts("hola");

            assertThat(nextEvent(lines)).containsExactly("event: changed", "data:");
        }
    }

    private static List<String> nextEvent(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        while (event.isEmpty()) {
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                if (!line.equals(":")) {
                    event.add(line);
                }
            }
        }
        return event;
    }

    @Test
    void moving_the_clock_sends_scheduled_texts_and_stops_ringing() throws Exception {
        page.applicationTexts(
                "To",
                ANA,
                "Body",
                "good morning",
                "SendAt",
                Instant.parse(page.get("/clock").body()).plusSeconds(4_000).toString(),
                "ScheduleType",
                "fixed",
                "MessagingServiceSid",
                page.twilio.messagingService(SHOP));
        assertThat(page.phone(ANA).path("messages").findValuesAsText("status")).containsExactly("scheduled");
        page.applicationCalls(ANA);
        page.twilio.settle();
        assertThat(page.phone(ANA).path("calls").findValuesAsText("status")).containsExactly("ringing");

        page.submit("/api/clock", "{'seconds': 7200}");

        assertThat(page.phone(ANA).path("messages").findValuesAsText("status")).containsExactly("delivered");
        assertThat(page.phone(ANA).path("calls").findValuesAsText("status")).containsExactly("no-answer");
    }
}
