package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeNumber;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.ServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Webhooks over real sockets. */
class WireTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final FakePhone ana = twilio.phone("+5215512345678");

    @Test
    void a_server_receives_webhooks_by_post_and_get() {
        Router routes = Router.create()
                .post(
                        "/sms",
                        request -> WebhookResponse.text(
                                "post " + request.formParameters().required("Body")))
                .get(
                        "/sms",
                        request -> WebhookResponse.text(
                                "get " + request.queryParameters().required("Body")));
        try (WebhookServer server = WebhookServer.start(
                0,
                SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                        .withMethods("GET", "POST")
                        .handler(routes))) {
            FakeNumber number = twilio.number("+15005550100").onText(server.url() + "/sms?a=%C3%B1+b");
            ana.texts("¿qué tal? & más").receives("post ¿qué tal? & más");
            number.usingGet();
            ana.texts("¿qué tal? & más").receives("get ¿qué tal? & más");
        }
    }

    @Test
    void redirects_are_followed() {
        Router routes = Router.create()
                .post(
                        "/old",
                        request -> WebhookResponse.noContent().withStatus(302).withHeader("Location", "/new"))
                .get("/new", request -> WebhookResponse.text("moved"));
        try (WebhookServer server = WebhookServer.start(
                0,
                SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                        .withMethods("GET", "POST")
                        .handler(routes))) {
            twilio.number("+15005550100").onText(server.url() + "/old");
            ana.texts("hola").receives("moved");
        }
    }

    @Test
    void a_closed_port_is_tried_twice() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        twilio.number("+15005550100").onText("http://localhost:" + port + "/sms");

        ana.texts("hola").receivesNothing();

        assertThat(twilio).hasAlert(11200);
        assertThat(twilio.log().toString()).containsSubsequence("-> no connection", "-> no connection");
    }

    @Test
    void webhooks_stay_on_this_machine_by_default() {
        twilio.number("+15005550100").onText("http://production.invalid/sms");

        ana.texts("hola").receivesNothing();

        assertThat(twilio).hasAlert(11200);
        assertThat(twilio.log().toString()).contains("production.invalid is not this machine", "twilio.allowHost");
        twilio.allowHost("production.invalid");
        ana.texts("hola").receivesNothing();
        assertThat(twilio.log().toString()).contains("UnknownHostException");
    }

    @Test
    void a_slow_application_times_out() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Type", "text/plain")
                    .body("late")
                    .build());
            server.start();
            twilio.number("+15005550100").onText(server.url("/sms") + "#rt=200&rp=rt&rc=1");

            ana.texts("hola").receives("late");

            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void a_response_without_a_content_type_is_12300() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().body("<Response/>").build());
            server.start();
            twilio.number("+15005550100").onText(server.url("/sms").toString());

            ana.texts("hola").receivesNothing();

            assertThat(twilio).hasAlert(12300);
        }
    }
}
