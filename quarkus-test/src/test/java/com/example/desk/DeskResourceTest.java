package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Webhooks over HTTP. */
@QuarkusTest
class DeskResourceTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("0".repeat(32)));
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String FORM = "AccountSid=AC0&From=%2B15005550006&To=%2B15005550100&MessageSid=SM0&CallSid=CA0"
            + "&CallStatus=ringing&Direction=inbound&ApiVersion=2010-04-01&NumMedia=0";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    @Test
    void a_method_gets_the_message_and_answers_with_twiml() throws Exception {
        HttpResponse<String> response = signed("/sms", FORM + "&Body=h%C3%A9llo+*+%F0%9F%98%80");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
        assertThat(response.body()).contains("You said: héllo * 😀");
    }

    @Test
    void paths_can_have_variables() throws Exception {
        assertThat(signed("/desk/7/voice", FORM).body()).contains("<Say>Room 7</Say>");
    }

    @Test
    void a_method_that_returns_twiml_is_a_webhook_too() throws Exception {
        assertThat(signed("/desk/plain", FORM + "&Body=a%2Bb").body()).contains("Plain: a+b");
        assertThat(send("/desk/plain", FORM + "&Body=forged", "").statusCode()).isEqualTo(403);
    }

    @Test
    void the_body_can_be_read_again() throws Exception {
        assertThat(signed("/desk/raw", FORM).body()).contains("Length " + FORM.length());
    }

    @Test
    void an_asynchronous_method_gets_the_message_and_the_form() throws Exception {
        assertThat(signed("/desk/later", FORM + "&Body=hi").body()).contains("Later: hihi");
    }

    @Test
    void a_method_may_block() throws Exception {
        assertThat(signed("/desk/thread", FORM).body()).isEqualTo("worker");
    }

    @Test
    void responses_keep_their_status_and_headers() throws Exception {
        HttpResponse<String> entity = signed("/desk/entity", FORM);
        assertThat(entity.statusCode()).isEqualTo(202);
        assertThat(entity.headers().firstValue("X-Room")).hasValue("7");
        assertThat(entity.body()).contains("Entity");

        HttpResponse<String> refused = signed("/desk/response", FORM);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).isEqualTo("Not now");

        HttpResponse<String> streamed = signed("/desk/streamed", FORM);
        assertThat(streamed.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(streamed.body()).isEqualTo("a,b\n");
    }

    @Test
    void a_method_refuses_a_request_with_a_status_and_a_sentence() throws Exception {
        HttpResponse<String> refused = signed("/desk/refusing", FORM);

        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).isEqualTo("This number is gone.");
    }

    @Test
    void a_signature_of_something_else_is_refused() throws Exception {
        String other = signature("/sms", "Body=other");

        HttpResponse<String> refused = send("/sms", FORM + "&Body=hi", other);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void a_webhook_without_a_required_parameter_is_a_bad_request() throws Exception {
        HttpResponse<String> refused = signed("/sms", "Body=hi");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("The parameter \"MessageSid\" is missing.");
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        String large = "Body=" + "a".repeat(1 << 20);

        assertThat(send("/sms", large, "0".repeat(28)).statusCode()).isEqualTo(413);
        assertThat(send("/sms", large, "").statusCode()).isEqualTo(403);
    }

    @Test
    void other_methods_need_no_signature() throws Exception {
        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(uri("/desk/page")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.body()).isEqualTo("A page for people");
    }

    private HttpResponse<String> signed(String path, String form) throws Exception {
        return send(path, form, signature(path, form));
    }

    private String signature(String path, String form) {
        WebhookRequest request =
                WebhookRequest.post(uri(path).toString()).withBody(FORM_TYPE, form.getBytes(StandardCharsets.UTF_8));
        return TWILIO.sign(request).header("X-Twilio-Signature").orElseThrow();
    }

    private HttpResponse<String> send(String path, String form, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", FORM_TYPE + "; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!signature.isEmpty()) {
            request.header("X-Twilio-Signature", signature);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return server.resolve(path);
    }
}
