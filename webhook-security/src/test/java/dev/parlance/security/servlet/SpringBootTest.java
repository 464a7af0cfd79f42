package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The filter as a bean in a Spring Boot application. */
class SpringBootTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("token"));

    private static ConfigurableApplicationContext application;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        // snippet: spring
        @Bean
        FilterRegistrationBean<SignatureFilter> signatures() {
            SignedWebhooks webhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of("token")));
            var filter = new FilterRegistrationBean<>(SignatureFilter.of(webhooks));
            filter.addUrlPatterns("/twilio/*");
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10); // before any filter that reads parameters
            return filter;
        }
        // end

        @Bean
        FilterRegistrationBean<SignatureFilter> puts() {
            var filter = new FilterRegistrationBean<>(
                    SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO).withMethods("PUT")));
            filter.addUrlPatterns("/puts/*");
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return filter;
        }

        // snippet: handler
        @Bean
        ServletRegistrationBean<WebhookServlet> texts(WebhookHandler texts) {
            return new ServletRegistrationBean<>(WebhookServlet.of(texts), "/texts");
        }
        // end

        @Bean
        WebhookHandler handler() {
            return SignedWebhooks.verifiedBy(TWILIO)
                    .handler(request -> WebhookResponse.text(
                            "heard " + IncomingMessage.of(request).body()));
        }

        @Bean
        Controller controller() {
            return new Controller();
        }
    }

    @RestController
    static class Controller {
        @PostMapping("/twilio/sms")
        String text(
                @RequestParam("From") String from,
                @RequestParam("Body") String body,
                @RequestParam("in") String language,
                @RequestAttribute(SignatureFilter.REQUEST) WebhookRequest webhook) {
            return String.join(
                    "|", from, body, language, IncomingMessage.of(webhook).body());
        }

        @PostMapping("/twilio/events")
        String event(@RequestBody Map<String, String> event) {
            return event.get("id");
        }

        @PutMapping("/puts/text")
        String put(@RequestParam("Body") String body) {
            return body;
        }

        @PostMapping("/twilio/file")
        String file(@RequestParam("note") String note, @RequestParam("file") MultipartFile file) throws IOException {
            return note + "|" + file.getOriginalFilename() + "|" + new String(file.getBytes(), UTF_8);
        }

        @PostMapping("/open")
        String open() {
            return "open";
        }
    }

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Application.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("server.port=0", "server.address=127.0.0.1")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path;
    }

    private static HttpResponse<String> send(WebhookRequest request) throws Exception {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return HttpClient.newHttpClient().send(http.build(), BodyHandlers.ofString());
    }

    private static WebhookRequest text() {
        return WebhookRequest.post(url("/twilio/sms?in=es-MX"))
                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "¿qué? 1+1");
    }

    @Test
    void a_controller_gets_the_parameters_of_a_signed_text() throws Exception {
        assertThat(send(TWILIO.sign(text())).body()).isEqualTo("+15005550006|¿qué? 1+1|es-MX|¿qué? 1+1");
    }

    @Test
    void a_controller_gets_the_body_of_a_signed_event() throws Exception {
        WebhookRequest event = WebhookRequest.post(url("/twilio/events"))
                .withBody("application/json", "{\"id\":\"EZ0\"}".getBytes(UTF_8));

        assertThat(send(TWILIO.sign(event)).body()).isEqualTo("EZ0");
    }

    @Test
    void an_unsigned_request_does_not_reach_a_controller() throws Exception {
        HttpResponse<String> refused = send(text());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void a_handler_runs_as_a_servlet_among_others() throws Exception {
        WebhookRequest text = WebhookRequest.post(url("/texts"))
                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "¿qué?");

        assertThat(send(TWILIO.sign(text)).body()).isEqualTo("heard ¿qué?");
        assertThat(send(text).statusCode()).isEqualTo(403);
    }

    @Test
    void a_controller_gets_the_fields_and_files_of_a_multipart_body() throws Exception {
        String body = """
                --cut\r
                Content-Disposition: form-data; name="note"\r
                \r
                ¿qué?\r
                --cut\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain\r
                \r
                hola\r
                --cut--\r
                """;
        WebhookRequest request = WebhookRequest.post(url("/twilio/file"))
                .withBody("multipart/form-data; boundary=cut", body.getBytes(UTF_8));

        assertThat(send(TWILIO.sign(request)).body()).isEqualTo("¿qué?|a.txt|hola");
    }

    @Test
    void a_form_at_the_size_limit_reaches_a_controller() throws Exception {
        WebhookRequest text = WebhookRequest.post(url("/twilio/sms?in=x"))
                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "x".repeat(1_000_000));

        assertThat(send(TWILIO.sign(text)).body()).hasSizeGreaterThan(2_000_000);
    }

    /** Spring parses the form of a PUT itself, in the charset of the Content-Type, which is not signed. */
    @Test
    void the_form_of_a_put_is_parsed_as_it_was_signed() throws Exception {
        WebhookRequest put = TWILIO.sign(WebhookRequest.of("PUT", url("/puts/text"), Headers.none(), new byte[0])
                .withForm("Body", "¿qué?"));

        assertThat(send(put).body()).isEqualTo("¿qué?");
        assertThat(send(put.withBody("application/x-www-form-urlencoded;charset=iso-8859-1", put.body()))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void other_paths_are_unaffected() throws Exception {
        assertThat(send(WebhookRequest.post(url("/open"))).body()).isEqualTo("open");
    }
}
