package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.replay.PassThrough;
import dev.parlance.fake.twilio.replay.Recorder;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of requests through a recording fake. A server on this machine plays Twilio. */
class PassThroughTest {
    private static final PassThrough TO_API = PassThrough.to("api.twilio.com");
    private static final String ACCOUNT = "/api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000000";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final List<WebhookRequest> received = new CopyOnWriteArrayList<>();
    private WebhookHandler answer = request -> WebhookResponse.json("{}");
    private final WebhookServer real = WebhookServer.start(0, request -> {
        received.add(request);
        return answer.handle(request);
    });
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        real.close();
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic c2VjcmV0")
                .header("X-Client", "mine")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void a_request_is_sent_with_its_credentials_and_headers_and_unchanged_body() throws Exception {
        answer = request -> WebhookResponse.json("{\"uri\": \"" + real.url() + "/api.twilio.com/2010-04-01/x\"}")
                .withStatus(429)
                .withHeader("Retry-After", "3");
        try (Recorder recorder = twilio.record(TO_API.at(real.url()))) {
            HttpResponse<String> response = post(ACCOUNT + "/Messages.json?x=%2Fa%20b", "Body=%E2%82%AC+1");

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).contains("3");
            assertThat(response.body()).contains(twilio.url() + "/api.twilio.com/2010-04-01/x");
            assertThat(recorder.recording().toString()).contains("\"status\" : 429", "\"retryAfter\" : \"3\"");
        }
        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.url()).endsWith(ACCOUNT + "/Messages.json?x=%2Fa%20b");
            assertThat(request.bodyText()).isEqualTo("Body=%E2%82%AC+1");
            assertThat(request.header("Authorization")).contains("Basic c2VjcmV0");
            assertThat(request.header("X-Client")).contains("mine");
        });
    }

    @Test
    void a_request_to_a_host_that_is_not_named_is_not_sent() throws Exception {
        try (Recorder recorder = twilio.record(TO_API.at(real.url()))) {
            HttpResponse<String> response = post("/verify.twilio.com/v2/Services", "FriendlyName=x");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body())
                    .contains(
                            "Not sent: this recording passes requests on to api.twilio.com, not to verify.twilio.com.");
            assertThat(recorder.recording().size()).isZero();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void redirects_are_handed_to_the_client() throws Exception {
        answer = request -> WebhookResponse.noContent().withStatus(307).withHeader("Location", real.url() + "/other");
        try (Recorder recorder = twilio.record(TO_API.at(real.url()))) {
            HttpResponse<String> response = post(ACCOUNT + "/Messages.json", "");

            assertThat(response.statusCode()).isEqualTo(307);
            assertThat(response.headers().firstValue("Location")).contains(real.url() + "/other");
            assertThat(recorder.recording().toString()).doesNotContain("/other");
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void no_answer_in_time_is_an_error_and_not_recorded() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        answer = request -> {
            awaitEnd(end);
            return WebhookResponse.noContent();
        };
        try (Recorder recorder = twilio.record(TO_API.at(real.url()).timeout(Duration.ofMillis(50)))) {
            HttpResponse<String> response = post(ACCOUNT + "/Messages.json", "");

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).contains("No answer from api.twilio.com, so nothing is recorded", "timed out");
            assertThat(recorder.recording().size()).isZero();
        } finally {
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_unreachable_api_is_an_error_and_not_recorded() throws Exception {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("http://localhost:" + socket.getLocalPort());
        }
        try (Recorder recorder = twilio.record(TO_API.at(closed))) {
            assertThat(post(ACCOUNT + "/Messages.json", "").body()).contains("No answer from api.twilio.com");
            assertThat(recorder.recording().size()).isZero();
        }
    }

    @Test
    void an_answer_that_is_too_long_is_an_error_and_not_recorded() throws Exception {
        byte[] tooLong = new byte[(8 << 20) + 1];
        answer = request -> WebhookResponse.bytes("audio/mpeg", tooLong);
        try (Recorder recorder = twilio.record(TO_API.at(real.url()))) {
            assertThat(post(ACCOUNT + "/Messages.json", "").body()).contains("more than 8388608 bytes");
            assertThat(recorder.recording().size()).isZero();
        }
    }

    @Test
    void a_body_that_is_not_json_reaches_the_client_but_not_the_recording() throws Exception {
        answer = request -> WebhookResponse.text("Lovelace");
        try (Recorder recorder = twilio.record(TO_API.at(real.url()))) {
            assertThat(post(ACCOUNT + "/Messages.json", "").body()).isEqualTo("Lovelace");
            assertThat(recorder.recording().toString())
                    .contains("\"contentType\" : \"text/plain\"")
                    .doesNotContain("Lovelace");
        }
    }

    @Test
    void a_closed_recorder_saves_once_and_the_fake_answers_for_itself() throws Exception {
        Path file = folder.resolve("recording.json");
        Recorder recorder = twilio.record(TO_API.at(real.url()).savedTo(file));
        assertThatThrownBy(() -> twilio.record(TO_API)).hasMessageContaining("is recording already");
        recorder.close();
        assertThat(file).exists();
        assertThat(file.toFile().delete()).isTrue();
        recorder.close();
        assertThat(file).doesNotExist();

        post(ACCOUNT + "/Messages.json", "");
        assertThat(received).isEmpty();
    }

    @Test
    void a_recording_goes_on_after_reset_and_ends_with_the_fake() throws Exception {
        Path file = folder.resolve("recording.json");
        try (FakeTwilio other = FakeTwilio.start()) {
            Recorder recorder = other.record(TO_API.at(real.url()).savedTo(file));
            other.reset();
            client.send(
                    HttpRequest.newBuilder(URI.create(other.url() + ACCOUNT + ".json"))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(recorder.recording().size()).isEqualTo(1);
        }
        assertThat(file).content().contains("/2010-04-01/Accounts/AC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "api.twilio.com.example.org", "localhost", "twilio.com", "API.twilio.com/x"})
    void only_hosts_of_twilio_can_be_named(String host) {
        assertThatThrownBy(() -> PassThrough.to(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + host + "\" is no host of Twilio");
    }

    @Test
    void settings_that_are_unsafe_or_ambiguous_are_refused() {
        assertThatThrownBy(PassThrough::to).hasMessageContaining("Name the hosts");
        assertThatThrownBy(() -> PassThrough.to("api.twilio.com", "api.dublin.ie1.twilio.com"))
                .hasMessageContaining("not to both");
        for (String url : List.of("http://example.org", "https://localhost", "http://localhost.example.org")) {
            assertThatThrownBy(() -> TO_API.at(URI.create(url))).hasMessageContaining("is not on this machine");
        }
    }
}
