package dev.parlance.survey.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.MovableClock;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.StandardWebhooksSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEventsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Secret SECRET =
            Secret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[24]));
    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    final Receiver receiver = new Receiver();

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<DeadLetter> dead = new ArrayList<>();

    private HttpEvents sink() {
        return HttpEvents.to(CLIENT, receiver.url(), SECRET)
                .withClock(clock)
                .withTimeout(Duration.ofSeconds(10))
                .withDeadLetters(dead::add);
    }

    private void advance(Surveys surveys, Duration duration) {
        clock.advance(duration);
        surveys.runDue();
    }

    @Test
    void each_event_is_one_signed_request_in_order() {
        Surveys surveys = Tea.surveys(sink(), clock);
        Tea.takenBy(Tea.ANA, surveys);

        assertThat(receiver.types()).containsExactly("started", "answered", "answered", "completed");
        assertThat(receiver.requests()).allSatisfy(request -> {
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getTarget()).isEqualTo("/events?tenant=7");
            assertThat(request.getHeaders().get("Content-Type"))
                    .isEqualTo("application/cloudevents+json; charset=UTF-8");
            JsonNode event = Receiver.event(request);
            assertThat(request.getHeaders().get("webhook-id"))
                    .isEqualTo(event.path("id").asText());
            assertThat(event.path("subject").asText()).isEqualTo(Tea.ANA);
        });
        advance(surveys, Duration.ofHours(1));
        assertThat(receiver.requests()).hasSize(4);
    }

    @Test
    void an_application_on_parlance_verifies_the_signature() {
        List<WebhookRequest> received = new CopyOnWriteArrayList<>();
        SignedWebhooks signed = SignedWebhooks.verifiedBy(StandardWebhooksSignature.of(SECRET));
        try (WebhookServer application = WebhookServer.start(0, signed.handler(request -> {
            received.add(request);
            return WebhookResponse.text("");
        }))) {
            HttpEvents events = HttpEvents.to(CLIENT, application.url(), SECRET).withDeadLetters(dead::add);
            HttpEvents forged = HttpEvents.to(
                            CLIENT,
                            application.url(),
                            Secret.of(Base64.getEncoder().encodeToString(new byte[] {1, 2, 3})))
                    .withDeadLetters(dead::add);

            assertThat(events.publish(Tea.events(clock))).isEqualTo(4);
            assertThat(received).hasSize(4);
            assertThat(dead).isEmpty();

            assertThat(forged.publish(Tea.events(clock).subList(0, 1))).isEqualTo(1);
            assertThat(received).hasSize(4);
            assertThat(dead).extracting(DeadLetter::reason).containsExactly("HTTP 403");
        }
    }

    static Stream<Named<Consumer<MockResponse.Builder>>> temporaryFailures() {
        Stream<Named<Consumer<MockResponse.Builder>>> statuses = Stream.of(408, 409, 425, 429, 500, 502, 503, 504)
                .map(status -> Named.of("HTTP " + status, response -> response.code(status)));
        Stream<Named<Consumer<MockResponse.Builder>>> sockets = Stream.of(
                Named.of(
                        "lost after the request", response -> response.onResponseStart(new SocketEffect.CloseSocket())),
                Named.of(
                        "lost before the request", response -> response.onRequestStart(new SocketEffect.CloseSocket())),
                Named.of("no answer", response -> response.onResponseStart(SocketEffect.Stall.INSTANCE)),
                Named.of(
                        "an endless body",
                        response -> response.body("x".repeat(1_000)).throttleBody(1, 1, TimeUnit.SECONDS)));
        return Stream.concat(statuses, sockets);
    }

    @ParameterizedTest
    @MethodSource("temporaryFailures")
    void an_event_that_fails_once_is_sent_again_at_once_with_the_same_id(Consumer<MockResponse.Builder> failure) {
        receiver.failsNext(1, failure);

        assertThat(sink().withTimeout(SHORT).publish(Tea.events(clock))).isEqualTo(4);

        assertThat(dead).isEmpty();
        assertThat(receiver.types()).endsWith("started", "answered", "answered", "completed");
        assertThat(receiver.ids().stream().distinct()).hasSize(4);
    }

    @Test
    void a_receiver_that_is_away_gets_all_events_in_order_once_it_is_back() {
        Surveys surveys = Tea.surveys(sink(), clock);
        receiver.answersNext(3 * 3, 503);
        Tea.takenBy(Tea.ANA, surveys);
        advance(surveys, Duration.ofMinutes(1));
        advance(surveys, Duration.ofMinutes(2));
        assertThat(receiver.types()).hasSize(9).containsOnly("started");

        advance(surveys, Duration.ofMinutes(4));

        assertThat(receiver.types().subList(9, 13)).containsExactly("started", "answered", "answered", "completed");
        assertThat(dead).isEmpty();
    }

    @Test
    void a_receiver_that_can_not_be_reached_delays_no_other_session() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HttpEvents away = HttpEvents.to(CLIENT, URI.create("http://localhost:" + port), SECRET)
                .withClock(clock)
                .withDeadLetters(dead::add);

        assertThat(away.publish(Tea.events(clock))).isZero();
        assertThat(dead).isEmpty();
    }

    @Test
    void after_a_failure_other_sessions_wait_for_a_pause_that_grows() {
        HttpEvents sink = sink();
        List<SurveyEvent> events = Tea.events(clock);
        receiver.answersNext(6, 500);
        assertThat(sink.publish(events)).isZero();
        assertThat(sink.publish(events)).isZero();
        assertThat(receiver.requests()).hasSize(3);

        clock.advance(Duration.ofSeconds(1));
        assertThat(sink.publish(events)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sink.publish(events)).isZero();
        assertThat(receiver.requests()).hasSize(6);

        clock.advance(Duration.ofSeconds(1));
        assertThat(sink.publish(events)).isEqualTo(4);
    }

    @Test
    void retry_after_is_obeyed_in_seconds() {
        HttpEvents sink = sink();
        receiver.failsNext(1, response -> response.code(429).addHeader("Retry-After", "120"));

        thenWaits(sink, Duration.ofMinutes(2));
    }

    @Test
    void retry_after_is_obeyed_as_a_date() {
        HttpEvents sink = sink();
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
        receiver.failsNext(1, response -> response.code(503).addHeader("Retry-After", date));

        thenWaits(sink, Duration.ofMinutes(5));
    }

    @Test
    void retry_after_can_stop_events_for_a_day_at_most() {
        HttpEvents sink = sink();
        receiver.failsNext(1, response -> response.code(503).addHeader("Retry-After", "999999999"));

        thenWaits(sink, Duration.ofDays(1));
    }

    private void thenWaits(HttpEvents sink, Duration pause) {
        List<SurveyEvent> events = Tea.events(clock);
        assertThat(sink.publish(events)).isZero();
        clock.advance(pause.minusSeconds(1));
        assertThat(sink.publish(events)).isZero();
        assertThat(receiver.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(sink.publish(events)).isEqualTo(4);
        assertThat(receiver.requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void a_retry_after_that_says_nothing_is_ignored(String value) {
        receiver.failsNext(1, response -> response.code(503).addHeader("Retry-After", value));

        assertThat(sink().publish(Tea.events(clock))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 405, 410, 413, 422})
    void a_final_status_makes_a_dead_letter_and_the_next_events_are_sent(int status) {
        receiver.failsNext(1, response -> response.code(status).addHeader("Location", "/elsewhere"));

        assertThat(sink().publish(Tea.events(clock))).isEqualTo(4);

        assertThat(receiver.types()).containsExactly("started", "answered", "answered", "completed");
        assertThat(dead).extracting(DeadLetter::reason).containsExactly("HTTP " + status);
        assertThat(dead).extracting(letter -> letter.event().type()).containsExactly(SurveyEvent.Type.STARTED);
    }

    @Test
    void a_dead_letter_that_can_not_be_kept_is_sent_again() {
        Surveys surveys = Tea.surveys(
                sink().withDeadLetters(letter -> {
                    if (receiver.requests().size() == 1) {
                        throw new IllegalStateException("the archive is full");
                    }
                    dead.add(letter);
                }),
                clock);
        receiver.answersNext(2, 410);
        Tea.text(Tea.ANA, surveys, "hi");
        assertThat(dead).isEmpty();

        advance(surveys, Duration.ofMinutes(1));

        assertThat(dead).hasSize(1);
        assertThat(receiver.ids()).hasSize(2);
        assertThat(receiver.ids().get(1)).isEqualTo(receiver.ids().get(0));
    }

    @Test
    void an_event_that_fails_for_too_long_becomes_a_dead_letter() {
        Surveys surveys = Tea.surveys(sink().withMaxAge(Duration.ofHours(2)), clock);
        receiver.answersNext(6, 500);
        Tea.text(Tea.ANA, surveys, "hi");
        advance(surveys, Duration.ofHours(2));
        assertThat(dead).isEmpty();

        receiver.answersNext(3, 500);
        advance(surveys, Duration.ofHours(1));

        assertThat(dead).extracting(DeadLetter::reason).containsExactly("not accepted within 2 hours; last: HTTP 500");
        advance(surveys, Duration.ofHours(1));
        assertThat(receiver.requests()).hasSize(9);
    }

    @Test
    void an_old_event_is_still_sent_after_an_outage_of_the_application() {
        List<SurveyEvent> events = Tea.events(clock);
        clock.advance(Duration.ofDays(30));

        assertThat(sink().publish(events)).isEqualTo(4);
        assertThat(receiver.requests()).hasSize(4);
        assertThat(dead).isEmpty();
    }

    @Test
    void a_dead_letter_names_no_person() {
        assertThat(new DeadLetter(Tea.events(clock).get(0), "HTTP 410").toString())
                .contains("dev.parlance.survey.started", "HTTP 410")
                .doesNotContain(Tea.ANA.substring(1));
    }

    @Test
    void an_interrupted_delivery_is_repeated_later() {
        HttpEvents sink = sink();
        receiver.failsNext(3, response -> response.onResponseStart(SocketEffect.Stall.INSTANCE));
        List<SurveyEvent> events = Tea.events(clock);
        Thread.currentThread().interrupt();

        assertThat(sink.publish(events)).isZero();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://crm.example.com/events",
                "http://localhost.example.com/events",
                "ftp://localhost/events",
                "/events",
                "https:///events",
                "https://user:password@crm.example.com/events",
                "https://crm.example.com/events#top"
            })
    void a_url_that_is_not_safe_stops_the_application_at_startup(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpEvents.to(CLIENT, URI.create(url), SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://crm.example.com/events", "http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"})
    void an_https_url_and_this_machine_are_allowed(String url) {
        assertThat(HttpEvents.to(CLIENT, URI.create(url), SECRET)).isNotNull();
    }

    @Test
    void a_client_that_follows_redirects_stops_the_application_at_startup() {
        HttpClient redirected = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpEvents.to(redirected, receiver.url(), SECRET))
                .withMessageContaining("Redirect.NEVER");
    }
}
