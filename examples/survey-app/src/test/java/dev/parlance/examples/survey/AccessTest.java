package dev.parlance.examples.survey;

import static dev.parlance.examples.survey.AppFixture.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use which route. */
class AccessTest {
    @RegisterExtension
    final AppFixture app = new AppFixture();

    @ParameterizedTest
    @ValueSource(strings = {"/sms/initiate-sms", "/voice/initiate-call", "/restart"})
    void contacting_people_requires_the_key(String path) throws Exception {
        assertThat(app.send(form(app.at(path), "To=%2B525512345678")).statusCode())
                .isEqualTo(401);
        assertThat(app.send(form(app.at(path).header("Authorization", "Bearer guessed"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms/initiate-sms", "/voice/initiate-call", "/restart"})
    void the_cookie_is_useless_to_pages_of_other_origins(String path) throws Exception {
        String cookie = app.cookie();
        for (String[] page : new String[][] {
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Origin", "http://localhost:1"},
            {"Origin", "null"},
            {"X-Other", "any"},
        }) {
            HttpRequest.Builder request = app.at(path).header("Cookie", cookie).header(page[0], page[1]);
            assertThat(app.send(form(request, "To=%2B525512345678")).statusCode())
                    .as(String.join(": ", page))
                    .isEqualTo(401);
        }
        assertThat(app.demo().twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, "})
    void the_results_page_can_contact_people_with_the_cookie(String header, String value) throws Exception {
        HttpRequest.Builder request = app.at("/sms/initiate-sms")
                .header("Cookie", app.cookie())
                .header(header, value == null ? app.demo().appUrl().toString() : value);

        assertThat(app.send(form(request, "To=%2B525512345678")).statusCode()).isEqualTo(201);
    }

    @Test
    void key_guesses_are_limited() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(app.send(form(app.at("/results/login"), "key=guess")).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> refused = app.send(form(app.at("/results/login"), "key=guess"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(app.send(app.withKey("/results/data")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms/webhook", "/voice"})
    void an_unsigned_webhook_is_refused_and_counted(String path) throws Exception {
        assertThat(app.send(form(app.at(path), "From=%2B525512345678&Body=hola"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(app.send(app.withKey("/metrics")).body()).contains("survey_refusals_total{why=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms", "/voice"})
    void an_unsigned_request_is_refused_before_its_body(String path) throws Exception {
        URI url = URI.create(app.demo().appUrl() + path);
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/data",
                "/results/news",
                "/results/answers.csv",
                "/results/answers.jsonl",
                "/results/missed.tsv",
                "/survey-results/525512345678.json",
                "/metrics",
                "/results",
                "/campaigns",
                "/campaigns/data",
                "/campaigns/spring/people.csv"
            })
    void every_results_route_requires_the_key(String path) throws Exception {
        assertThat(app.send(app.at(path)).statusCode()).isEqualTo(401);
        assertThat(app.send(app.at(path).header("Cookie", "survey=99999999999." + "0".repeat(64)))
                        .statusCode())
                .isEqualTo(401);
    }
}
