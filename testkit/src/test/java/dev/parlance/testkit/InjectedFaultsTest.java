package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.testkit.Rest.Answer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults in API requests. */
class InjectedFaultsTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private Rest rest;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        rest = new Rest(twilio, "api.twilio.com");
    }

    @Test
    void a_rate_limit_has_a_retry_after_header() {
        twilio.failNext(2, "POST *Messages.json", ApiFault.rateLimited(Duration.ofSeconds(3)));

        Answer refused = rest.text(ANA, OURS, "hola");
        isError(refused, 429, 20429);
        assertThat(refused.raw().headers().firstValue("Retry-After")).contains("3");
        isError(rest.text(ANA, OURS, "hola"), 429, 20429);
        assertThat(rest.text(ANA, OURS, "hola").status()).isEqualTo(201);
        assertThat(twilio).wasAsked(3, "POST " + rest.account() + "/Messages.json");
    }

    @Test
    void errors_and_server_failures_can_be_injected() {
        twilio.failNext("GET *", ApiFault.error(400, 20001, "no"));
        isError(rest.get(rest.account() + ".json"), 400, 20001);
        twilio.failNext("GET *", ApiFault.serverError(503));
        Answer broken = rest.get(rest.account() + ".json");
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.json().isMissingNode()).isTrue();
    }

    @Test
    void a_connection_can_drop_before_or_after_the_effect() {
        twilio.failNext("POST *", ApiFault.DROPPED_BEFORE_THE_EFFECT);
        assertThatThrownBy(() -> post("before")).isInstanceOf(IOException.class);
        assertThat(twilio.sent()).isEmpty();

        twilio.failNext("POST *", ApiFault.DROPPED_AFTER_THE_EFFECT);
        assertThatThrownBy(() -> post("after")).isInstanceOf(IOException.class);
        assertThat(twilio).sentMessageTo(ANA).withBody("after");

        twilio.failNext("POST *", ApiFault.TRUNCATED);
        assertThatThrownBy(() -> rest.text(ANA, OURS, "truncated")).hasCauseInstanceOf(IOException.class);
        assertThat(twilio.sent()).hasSize(2);
    }

    @Test
    void a_response_can_be_delayed() throws Exception {
        twilio.failNext("POST *", ApiFault.slow(Duration.ofMillis(200)));
        long start = System.nanoTime();
        post("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    /** Does not retry, unlike the default clients of the JDK. */
    private void post(String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(twilio.url() + "/api.twilio.com" + rest.account() + "/Messages.json")
                        .toURL()
                        .openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Connection", "close");
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        byte[] form = ("To=%2B5215512345678&From=%2B15005550100&Body=" + body).getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(form.length);
        connection.getOutputStream().write(form);
        try (var in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }
}
