package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioWebhook;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.Surveys;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;

/** Webhooks of a reactive application that has a base path and Spring Security. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parlance.twilio.account-sid=AC00000000000000000000000000000000",
            "parlance.twilio.auth-token=00000000000000000000000000000000",
            "parlance.surveys.in-memory=true",
            "spring.main.web-application-type=reactive",
            "spring.webflux.base-path=/app"
        })
class WebFluxWebhooksTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("0".repeat(32)));
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String FORM = "AccountSid=AC0&From=%2B15005550006&To=%2B15005550100&MessageSid=SM0&CallSid=CA0"
            + "&CallStatus=ringing&Direction=inbound&ApiVersion=2010-04-01&NumMedia=0";
    private static final int BODY_LIMIT = 1 << 20;

    @LocalServerPort
    int port;

    @SpringBootApplication
    @Import({Desk.class, Rest.class})
    static class Application {
        @Bean
        WebhookEndpoint echo() {
            return WebhookEndpoint.of("/echo", request -> WebhookResponse.text(request.bodyText()));
        }

        @Bean
        WebhookEndpoint streamed() {
            return WebhookEndpoint.of(
                    "/streamed",
                    request -> WebhookResponse.streamed("text/plain", out -> {
                        for (int i = 0; i < 3; i++) {
                            out.write((i + " ").repeat(10_000).getBytes(StandardCharsets.UTF_8));
                            out.flush();
                        }
                        out.write(mayBlock().getBytes(StandardCharsets.UTF_8));
                    }));
        }

        @Bean
        WebhookEndpoint blocking() {
            return WebhookEndpoint.of("/blocking", request -> WebhookResponse.text(mayBlock()));
        }

        @Bean
        SlowHandler slow() {
            return new SlowHandler();
        }

        @Bean
        WebhookEndpoint slowEndpoint(SlowHandler slow) {
            return WebhookEndpoint.of("/slow", slow);
        }

        @Bean
        @Order(Integer.MIN_VALUE)
        WebFilter noticesHangUps(SlowHandler slow) {
            return (exchange, chain) -> chain.filter(exchange).doFinally(slow::onEnd);
        }

        @Bean
        SecurityWebFilterChain rules(ServerHttpSecurity http) {
            return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .httpBasic(Customizer.withDefaults())
                    .authorizeExchange(exchanges -> exchanges
                            .pathMatchers("/open")
                            .permitAll()
                            .anyExchange()
                            .authenticated())
                    .build();
        }

        /** Reads forms before their signature is checked, if asked to. */
        @Bean
        @Order(Integer.MIN_VALUE)
        WebFilter readsFormTooEarly() {
            return (exchange, chain) -> exchange.getRequest().getHeaders().containsHeader("X-Read")
                    ? exchange.getFormData().then(chain.filter(exchange))
                    : chain.filter(exchange);
        }

        /** Leads requests of another path to a webhook, if asked to. */
        @Bean
        WebFilter changesPath() {
            return (exchange, chain) -> {
                String path = exchange.getRequest().getHeaders().getFirst("X-Path");
                return chain.filter(
                        path == null
                                ? exchange
                                : exchange.mutate()
                                        .request(request -> request.path(path))
                                        .build());
            };
        }

        /** Continues in a thread that must not block, if asked to. */
        @Bean
        WebFilter returnsToAnotherThread() {
            return (exchange, chain) -> exchange.getRequest().getHeaders().containsHeader("X-Return")
                    ? chain.filter(exchange).subscribeOn(Schedulers.parallel())
                    : chain.filter(exchange);
        }
    }

    /** Takes until the sender has hung up. */
    static class SlowHandler implements WebhookHandler {
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch hungUp = new CountDownLatch(1);
        private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

        @Override
        public WebhookResponse handle(WebhookRequest request) {
            started.countDown();
            try {
                finished.complete(hungUp.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                finished.completeExceptionally(e);
            }
            return WebhookResponse.noContent();
        }

        void onEnd(SignalType end) {
            if (end == SignalType.CANCEL) {
                hungUp.countDown();
            }
        }
    }

    private static String mayBlock() {
        return Schedulers.isInNonBlockingThread() ? "must not block" : "may block";
    }

    @Controller
    @RequestMapping("/desk")
    static class Desk {
        @TwilioWebhook("/sms")
        MessageTwiml text(IncomingMessage message) {
            return MessageTwiml.reply("You said: " + message.body());
        }

        @TwilioWebhook("/{room}/voice")
        VoiceTwiml call(IncomingCall call, @PathVariable String room) {
            return VoiceTwiml.create().say("Room " + room).hangup();
        }
    }

    record Text(String Body) {}

    @RestController
    static class Rest {
        @PostMapping("/bound")
        MessageTwiml bound(@ModelAttribute Text text) {
            return MessageTwiml.reply("Bound: " + text.Body());
        }

        @PostMapping("/form")
        Mono<MessageTwiml> form(ServerWebExchange exchange, WebhookRequest webhook) {
            return exchange.getFormData()
                    .map(form -> MessageTwiml.reply(String.join("|", form.get("Tag")) + " of "
                            + webhook.parameters().all("Tag").size()));
        }

        @PostMapping("/parts")
        MessageTwiml parts(@RequestPart("Body") FormFieldPart body) {
            return MessageTwiml.reply("Part: " + body.value());
        }

        @PostMapping("/raw")
        MessageTwiml raw(@RequestBody byte[] body, WebhookRequest webhook) {
            return MessageTwiml.reply("Length " + body.length + " of " + webhook.bodyLength());
        }

        @PostMapping("/entity")
        Mono<ResponseEntity<VoiceTwiml>> entity(WebhookRequest request) {
            return Mono.just(ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header("X-Room", "7")
                    .body(VoiceTwiml.create().say("Entity").hangup()));
        }

        @PostMapping("/future")
        CompletableFuture<MessageTwiml> future(IncomingMessage message) {
            return CompletableFuture.supplyAsync(() -> MessageTwiml.reply("Later: " + message.body()));
        }

        @PostMapping("/response")
        Mono<WebhookResponse> response(WebhookRequest request) {
            return Mono.just(WebhookResponse.text("Not now").withStatus(503).withHeader("Retry-After", "5"));
        }

        @PostMapping("/refused")
        MessageTwiml refused(WebhookRequest request) {
            throw new WebhookException(409, "Refused by the controller");
        }

        @PostMapping("/thread")
        MessageTwiml thread(WebhookRequest request) {
            return MessageTwiml.reply(mayBlock());
        }

        @PostMapping("/observed")
        Mono<MessageTwiml> observed(WebhookRequest request) {
            return Mono.deferContextual(context -> {
                Observation current = context.get(ObservationThreadLocalAccessor.KEY);
                return Mono.just(MessageTwiml.reply(current.getContextView().getName() + " in "
                        + current.getContextView()
                                .getParentObservation()
                                .getContextView()
                                .getName()));
            });
        }

        @GetMapping("/page")
        String page() {
            return "A page for people";
        }
    }

    @Test
    void a_method_gets_the_message_and_answers_with_twiml() throws Exception {
        HttpResponse<String> response = signed("/desk/sms", FORM + "&Body=h%C3%A9llo+*+%F0%9F%98%80");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
        assertThat(response.body()).contains("You said: héllo * 😀");
    }

    @Test
    void paths_can_have_variables() throws Exception {
        assertThat(signed("/desk/7/voice", FORM).body()).contains("<Say>Room 7</Say>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html,application/xhtml+xml;q=0.9", "application/json", "*/*"})
    void the_answer_is_twiml_whatever_a_client_accepts(String accept) throws Exception {
        HttpResponse<String> response =
                send(request("/desk/sms", FORM + "&Body=hi", signature("/desk/sms", FORM + "&Body=hi"))
                        .header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<Message>");
    }

    @Test
    void a_request_without_the_right_signature_is_refused() throws Exception {
        String other = signature("/desk/sms", "Body=other");

        for (String path : List.of("/desk/sms", "/bound", "/echo", "/surveys/coffee/text")) {
            assertThat(send(request(path, FORM + "&Body=forged", other)).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(send(request(path, FORM + "&Body=forged", "")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_plain_mapping_that_returns_twiml_is_a_webhook_too() throws Exception {
        assertThat(signed("/bound", FORM + "&Body=a%2Bb").body()).contains("Bound: a+b");
    }

    @Test
    void stars_plus_signs_umlauts_and_repeated_names_arrive_as_sent() throws Exception {
        assertThat(signed("/form", FORM + "&Tag=*&Tag=%2A&Tag=a+b%2B&Tag=%C3%BC")
                        .body())
                .contains("*|*|a b+|ü of 4");
    }

    @Test
    void the_body_can_be_read_again() throws Exception {
        assertThat(send(signed("/raw", "text/plain", "any text")).body()).contains("Length 8 of 8");
    }

    @Test
    void parts_of_a_body_can_be_read() throws Exception {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"Body\"\r\n\r\nhi\r\n--edge--\r\n";

        assertThat(send(signed("/parts", "multipart/form-data; boundary=edge", body))
                        .body())
                .contains("Part: hi");
    }

    @Test
    void responses_can_be_entities_futures_and_webhook_responses() throws Exception {
        HttpResponse<String> entity = signed("/entity", FORM);
        assertThat(entity.statusCode()).isEqualTo(202);
        assertThat(entity.headers().firstValue("X-Room")).hasValue("7");
        assertThat(entity.body()).contains("Entity");

        assertThat(signed("/future", FORM + "&Body=hi").body()).contains("Later: hi");

        HttpResponse<String> refused = signed("/response", FORM);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).isEqualTo("Not now");
    }

    @Test
    void an_exception_for_the_sender_keeps_its_status_and_message() throws Exception {
        HttpResponse<String> refused = signed("/refused", FORM);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("Refused by the controller");
        assertThat(signed("/desk/sms", "Body=hi").statusCode()).isEqualTo(400);
    }

    @Test
    void an_endpoint_is_served() throws Exception {
        assertThat(signed("/echo", FORM).body()).isEqualTo(FORM);
    }

    @Test
    void a_survey_asks() throws Exception {
        assertThat(signed("/surveys/coffee/text", FORM + "&Body=hi").body()).contains("How was the coffee");
        assertThat(signed("/surveys/coffee/voice", FORM).body()).contains("<Gather");
    }

    @Test
    void a_response_can_be_streamed() throws Exception {
        assertThat(signed("/streamed", FORM).body()).hasSize(60_009).endsWith("may block");
    }

    @Test
    void webhooks_run_in_threads_that_may_block() throws Exception {
        assertThat(signed("/thread", FORM).body()).contains("may block");
        assertThat(signed("/blocking", FORM).body()).isEqualTo("may block");
    }

    @Test
    void a_reactive_chain_has_the_observation_of_its_webhook() throws Exception {
        assertThat(signed("/observed", FORM).body()).contains("parlance.webhook in http.server.requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thread", "/blocking"})
    void so_do_they_after_a_filter_that_changes_the_thread(String path) throws Exception {
        assertThat(send(request(path, FORM, signature(path, FORM)).header("X-Return", "true"))
                        .body())
                .contains("may block");
    }

    @Test
    void a_sender_that_hangs_up_interrupts_nothing(@Autowired SlowHandler slow) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            String head = "POST /app/slow HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: " + FORM_TYPE
                    + "\r\nContent-Length: " + FORM.length() + "\r\nX-Twilio-Signature: " + signature("/slow", FORM);
            socket.getOutputStream().write((head + "\r\n\r\n" + FORM).getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.started.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(slow.finished.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        String large = FORM + "&Body=" + "a".repeat(BODY_LIMIT);

        assertThat(signed("/desk/sms", large).statusCode()).isEqualTo(413);

        HttpRequest.Builder chunked = HttpRequest.newBuilder(uri("/desk/sms"))
                .header("Content-Type", FORM_TYPE)
                .header("X-Twilio-Signature", signature("/desk/sms", large))
                .POST(HttpRequest.BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_that_another_filter_has_read_is_refused() throws Exception {
        assertThat(send(request("/desk/sms", FORM, signature("/desk/sms", FORM)).header("X-Read", "true"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/bound", "/app/echo"})
    void another_path_leads_nobody_around_the_check(String webhook) throws Exception {
        HttpResponse<String> response =
                send(request("/open", FORM + "&Body=forged", "").header("X-Path", webhook));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).doesNotContain("forged");
    }

    @Test
    void only_post_is_allowed() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/echo"))).statusCode()).isEqualTo(405);
    }

    @Test
    void other_paths_keep_the_application_s_own_login() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/page"))).statusCode()).isEqualTo(401);
    }

    @Test
    void it_knows_the_webhooks_of_a_number(@Autowired NumberWebhooks webhooks, @Autowired PublicUrl publicUrl) {
        assertThat(webhooks.textPath()).isPresent();
        assertThat(webhooks.callPath()).hasValue("/surveys/coffee/voice");
        assertThat(publicUrl.at("/surveys/coffee/voice")).isEqualTo(uri("/surveys/coffee/voice"));
    }

    @Test
    void the_files_of_a_survey_need_neither_signature_nor_login(@Autowired Surveys surveys) throws Exception {
        new SurveyFiles(uri(""), surveys).areServed();
    }

    private HttpResponse<String> signed(String path, String form) throws Exception {
        return send(request(path, form, signature(path, form)));
    }

    /** Of a body that is no form, Twilio signs the hash, as a parameter of the URL. */
    private HttpRequest.Builder signed(String path, String type, String body) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        URI url = uri(path + "?bodySHA256=" + HexFormat.of().formatHex(hash));
        WebhookRequest signed = TWILIO.sign(WebhookRequest.post(url.toString()));
        return HttpRequest.newBuilder(url)
                .header("Content-Type", type)
                .header(
                        "X-Twilio-Signature",
                        signed.header("X-Twilio-Signature").orElseThrow())
                .POST(BodyPublishers.ofString(body));
    }

    private String signature(String path, String form) {
        WebhookRequest sent =
                WebhookRequest.post(uri(path).toString()).withBody(FORM_TYPE, form.getBytes(StandardCharsets.UTF_8));
        return TWILIO.sign(sent).header("X-Twilio-Signature").orElseThrow();
    }

    private HttpRequest.Builder request(String path, String form, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", FORM_TYPE + "; charset=UTF-8")
                .POST(BodyPublishers.ofString(form));
        return signature.isEmpty() ? request : request.header("X-Twilio-Signature", signature);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/app" + path);
    }
}
