package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.ReplayGuard;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.ServletException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the filter lets through. */
abstract class CheckingContract extends ContainerTest {
    CheckingContract(Container.Starter starter) {
        super(starter);
    }

    @Test
    void only_signed_requests_get_through() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        try (Container container = serving(request -> "reached " + reached.incrementAndGet())) {
            String url = container.url() + "/sms";

            assertThat(sendSigned(text(url)).body()).isEqualTo("reached 1");
            HttpResponse<String> unsigned = send(text(url));
            HttpResponse<String> forged =
                    send(TwilioSignature.of(Secret.of("guessed")).sign(text(url)));
            HttpResponse<String> altered = send(TWILIO.sign(text(url)).withForm("Body", "other"));

            for (HttpResponse<String> refused : List.of(unsigned, forged, altered)) {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).isEmpty();
            }
            assertThat(reached).hasValue(1);
        }
    }

    @Test
    void an_unsigned_body_is_refused_whatever_its_type() throws Exception {
        try (Container container = serving(request -> "reached")) {
            WebhookRequest signed = TWILIO.sign(WebhookRequest.post(container.url() + "/sms"));

            assertThat(send(signed.withBody("application/json", "{}".getBytes(UTF_8)))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(signed.withBody("text/plain", "Body=x".getBytes(UTF_8)))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_body_over_the_limit_gets_a_413_however_it_is_sent() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        SignatureFilter small = SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO)
                .withBodyLimit(1_000)
                .withListener((request, verdict) -> heard.add(verdict.toString())));
        try (Container container = serving(small, new AnsweringServlet(request -> "reached"))) {
            String url = container.url() + "/sms";
            byte[] large = "x".repeat(1_001).getBytes(UTF_8);

            HttpResponse<String> atLimit = sendSigned(WebhookRequest.post(url)
                    .withBody("text/plain", "x".repeat(1_000).getBytes(UTF_8)));
            HttpResponse<String> withLength =
                    sendSigned(WebhookRequest.post(url).withBody("text/plain", large));
            HttpResponse<String> inChunks =
                    sendInChunks(client, TWILIO.sign(WebhookRequest.post(url).withBody("text/plain", large)));

            assertThat(atLimit.body()).isEqualTo("reached");
            assertThat(withLength.statusCode()).isEqualTo(413);
            assertThat(inChunks.statusCode()).isEqualTo(413);
            assertThat(heard)
                    .containsExactly(
                            "accepted", "TOO_LARGE: The limit is 1000 bytes.", "TOO_LARGE: The limit is 1000 bytes.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sms?a=%2B&b=%20+c&d=it's&e=it%27s",
                "/sms?a=%c3%b1&empty=&novalue&&x",
                "/sms/%C3%B1%20/a",
                "/sms/?a=b?c",
            })
    void the_url_is_checked_byte_for_byte(String target) throws Exception {
        try (Container container = starter.start(
                List.of(FILTER),
                Map.of("/sms", new AnsweringServlet(r -> "reached"), "/sms/*", new AnsweringServlet(r -> "reached")))) {
            assertThat(sendSigned(text(container.url() + target)).body()).isEqualTo("reached");
            assertThat(sendSigned(WebhookRequest.get(container.url() + target)).body())
                    .isEqualTo("reached");
        }
    }

    @Test
    void a_request_that_cannot_be_accepted_is_refused_before_its_body_is_read() throws Exception {
        SignatureFilter forms = SignatureFilter.of(
                SignedWebhooks.verifiedBy(TWILIO).withContentTypes("application/x-www-form-urlencoded"));
        try (Container container = serving(forms, new AnsweringServlet(request -> "reached"))) {
            URI url = URI.create(container.url() + "/sms");
            String form = "Content-Type: application/x-www-form-urlencoded\r\n";
            String json = "Content-Type: application/json\r\n";
            String signature = "X-Twilio-Signature: guessed\r\n";
            String bodyThatNeverComes = "Content-Length: 1000\r\n";

            assertThat(firstLine("POST", url, form + bodyThatNeverComes)).startsWith("HTTP/1.1 403");
            assertThat(firstLine("POST", url, form + "Transfer-Encoding: chunked\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(firstLine("PUT", url, signature + form + bodyThatNeverComes))
                    .startsWith("HTTP/1.1 405");
            assertThat(firstLine("POST", url, signature + json + bodyThatNeverComes))
                    .startsWith("HTTP/1.1 415");
            assertThat(firstLine("POST", url, signature + form + "Content-Length: 2000000\r\n"))
                    .startsWith("HTTP/1.1 413");
        }
    }

    /** The first line of the response to a request whose body never arrives. */
    private static String firstLine(String method, URI url, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", url.getPort())) {
            socket.setSoTimeout(10_000);
            write(socket, method, url, headers, "");
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    @Test
    void a_get_is_answered_only_if_it_is_allowed() throws Exception {
        AnsweringServlet reached = new AnsweringServlet(request -> "reached");
        try (Container container = serving(SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO)), reached)) {
            assertThat(sendSigned(WebhookRequest.get(container.url() + "/sms?Body=hola"))
                            .statusCode())
                    .isEqualTo(405);
            assertThat(sendSigned(text(container.url() + "/sms")).body()).isEqualTo("reached");
        }
        try (Container container = serving(FILTER, reached)) {
            assertThat(sendSigned(WebhookRequest.get(container.url() + "/sms?Body=hola"))
                            .body())
                    .isEqualTo("reached");
        }
    }

    @Test
    void several_signature_headers_are_refused() throws Exception {
        try (Container container = serving(request -> "reached")) {
            URI url = URI.create(container.url() + "/sms");
            WebhookRequest signed = TWILIO.sign(WebhookRequest.get(url.toString()));
            String header =
                    "X-Twilio-Signature: " + signed.header("X-Twilio-Signature").orElseThrow() + "\r\n";

            assertThat(raw("GET", url, header, "")).startsWith("HTTP/1.1 200");
            assertThat(raw("GET", url, header + header, "")).startsWith("HTTP/1.1 403");
            assertThat(raw("GET", url, "x-twilio-signature: x\r\n" + header, ""))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void the_retry_of_a_failed_delivery_is_not_a_repeat() throws Exception {
        AtomicInteger times = new AtomicInteger();
        AnsweringServlet failingAtFirst = new AnsweringServlet(request -> {
            if (times.incrementAndGet() == 1) {
                throw new ServletException("the first time fails (expected by this test)");
            }
            return "time " + times;
        });
        SignatureFilter refusing =
                SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO).withReplayGuard(ReplayGuard.refusing()));
        try (Container container = serving(refusing, failingAtFirst)) {
            WebhookRequest signed = TWILIO.sign(text(container.url() + "/sms"));

            assertThat(send(signed).statusCode()).isEqualTo(500);
            assertThat(send(signed).body()).isEqualTo("time 2");
            assertThat(send(signed).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void only_a_trusted_proxys_headers_count() throws Exception {
        SignatureFilter behind = SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO)
                .withTrustedProxies(dev.parlance.security.TrustedProxies.of("127.0.0.0/8", "::1")));
        for (boolean trusted : List.of(true, false)) {
            try (Container container = serving(trusted ? behind : FILTER, new AnsweringServlet(request -> "reached"))) {
                WebhookRequest signed = TWILIO.sign(text("https://hooks.example.com/app/sms?a=%2B"));
                Headers headers = signed.headers()
                        .with("X-Forwarded-Proto", "https")
                        .with("X-Forwarded-Host", "hooks.example.com");

                HttpResponse<String> response =
                        send(WebhookRequest.of("POST", container.url() + "/sms?a=%2B", headers, signed.body()));

                assertThat(response.statusCode()).isEqualTo(trusted ? 200 : 403);
            }
        }
    }
}
