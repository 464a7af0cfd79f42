package dev.parlance.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.webhook.Parameters.Parameter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRequestTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final WebhookRequest POST = WebhookRequest.post("https://hooks.example.com/sms");

    @Test
    void parameters_keep_order_and_repeats_with_the_query_first() {
        WebhookRequest request = WebhookRequest.post("https://hooks.example.com/sms?b=1&a=2")
                .withBody(FORM, "a=3&B=4&a=5".getBytes(UTF_8));

        assertThat(request.parameters().entries())
                .containsExactly(
                        new Parameter("b", "1"),
                        new Parameter("a", "2"),
                        new Parameter("a", "3"),
                        new Parameter("B", "4"),
                        new Parameter("a", "5"));
        assertThat(request.parameters().all("a")).containsExactly("2", "3", "5");
        assertThat(request.queryParameters().names()).containsExactly("b", "a");
        assertThat(request.formParameters().first("a")).contains("3");
    }

    @Test
    void a_plus_is_a_space_and_an_escaped_plus_is_a_plus() {
        WebhookRequest request = POST.withBody(FORM, "Body=two+words+%2B1".getBytes(UTF_8));

        assertThat(request.parameters().first("Body")).contains("two words +1");
    }

    @Test
    void an_encoded_form_can_be_decoded() {
        String hostile = "=&+%\0\n¿Qué? 😀 \u200f";

        WebhookRequest request = POST.withForm("Body", hostile, "Empty", "", hostile, "x");

        assertThat(request.parameters().entries())
                .containsExactly(
                        new Parameter("Body", hostile), new Parameter("Empty", ""), new Parameter(hostile, "x"));
    }

    @Test
    void empty_parts_are_ignored_and_a_name_alone_has_an_empty_value() {
        WebhookRequest request = POST.withBody(FORM, "&&a&&b=&=c&".getBytes(UTF_8));

        assertThat(request.parameters()).isEqualTo(Parameters.of("a", "", "b", "", "", "c"));
    }

    @Test
    void raw_utf_8_is_accepted() {
        WebhookRequest request = POST.withBody(FORM, "Body=sí".getBytes(UTF_8));

        assertThat(request.parameters().first("Body")).contains("sí");
    }

    @ParameterizedTest
    @CsvSource({
        "Body=100%,         400 The parameter \"Body\" has a malformed percent escape.",
        "a=b&Body=%4,       400 The parameter \"Body\" has a malformed percent escape.",
        "Body=%zz,          400 The parameter \"Body\" has a malformed percent escape.",
        "Body=%+1,          400 The parameter \"Body\" has a malformed percent escape.",
        "a=b&%zz=x,         400 The name of parameter 2 has a malformed percent escape.",
        "Body=%C3,          400 The parameter \"Body\" is not in UTF-8.",
        "Body=%ED%A0%80,    400 The parameter \"Body\" is not in UTF-8.",
        "%22%3Cb%3E%0A=%zz, 400 The parameter \"?<b>?\" has a malformed percent escape."
    })
    void a_malformed_parameter_is_refused_with_its_name(String form, String refusal) {
        WebhookRequest request = POST.withBody(FORM, form.getBytes(UTF_8));

        WebhookResponse response = ((WebhookHandler) r -> {
                    r.parameters();
                    return WebhookResponse.noContent();
                })
                .respond(request);

        assertThat(response.status() + " " + response.bodyText()).isEqualTo(refusal);
    }

    @Test
    void invalid_utf_8_is_refused() {
        WebhookRequest request = POST.withBody(FORM, "Body=sí".getBytes(ISO_8859_1));

        assertThatExceptionOfType(WebhookException.class)
                .isThrownBy(request::parameters)
                .withMessage("The parameter \"Body\" is not in UTF-8.");
    }

    @Test
    void a_thousand_parameters_are_read_and_one_more_is_refused() {
        assertThat(POST.withBody(FORM, "a=b&".repeat(1_000).getBytes(UTF_8))
                        .parameters()
                        .entries())
                .hasSize(1_000);
        assertThatExceptionOfType(WebhookException.class)
                .isThrownBy(() -> POST.withBody(FORM, "a=b&".repeat(1_001).getBytes(UTF_8))
                        .parameters())
                .withMessage("There are more than 1000 parameters.");
    }

    @Test
    void any_bytes_are_decoded_or_refused_with_a_400() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] form = new byte[random.nextInt(40)];
            for (int i = 0; i < form.length; i++) {
                form[i] = random.nextInt(4) > 0 ? (byte) "%&=+aF0".charAt(random.nextInt(7)) : (byte) random.nextInt();
            }
            try {
                Parameters read = POST.withBody(FORM, form).parameters();
                assertThat(FormDecoder.decode(FormEncoder.encode(read)))
                        .as("seed %d: %s", seed, Arrays.toString(form))
                        .isEqualTo(read);
            } catch (WebhookException e) {
                assertThat(e.status()).as("seed %d", seed).isEqualTo(400);
            }
        }
    }

    @Test
    void a_body_that_is_not_a_form_has_no_form_parameters() {
        WebhookRequest request = POST.withBody("application/json", "{\"a\":\"b=c\"}".getBytes(UTF_8));

        assertThat(request.formParameters()).isEqualTo(Parameters.none());
        assertThat(request.bodyText()).isEqualTo("{\"a\":\"b=c\"}");
    }

    @Test
    void the_content_type_of_a_form_can_have_a_charset_and_any_case() {
        assertThat(POST.withBody("Application/X-WWW-form-urlencoded; charset=UTF-8", "a=b".getBytes(UTF_8))
                        .formParameters()
                        .first("a"))
                .contains("b");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com,                    /",
        "https://hooks.example.com/,                   /",
        "https://hooks.example.com?a=/b,               /",
        "https://hooks.example.com/sms?a=b,            /sms",
        "https://hooks.example.com/sms#rc=2,           /sms",
        "https://user:pass@hooks.example.com/a%2Fb/c/, /a%2Fb/c/"
    })
    void the_path_keeps_its_original_encoding(String url, String path) {
        assertThat(WebhookRequest.get(url).path()).isEqualTo(path);
    }

    @Test
    void a_url_without_a_host_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookRequest.get("/sms"))
                .withMessageContaining("absolute URL");
    }

    @Test
    void behind_a_proxy_the_url_is_the_public_one_and_the_path_the_local_one() {
        WebhookRequest request =
                WebhookRequest.get("http://10.0.0.7:8080/sms?a=b").withUrl("https://hooks.example.com/prefix/sms?a=b");

        assertThat(request.url()).isEqualTo("https://hooks.example.com/prefix/sms?a=b");
        assertThat(request.path()).isEqualTo("/sms");
    }

    @Test
    void header_names_ignore_case_and_repeats_are_kept() {
        WebhookRequest request = POST.withHeader("X-Forwarded-For", "a").withHeader("x-forwarded-for", "b");

        assertThat(request.headers().all("X-FORWARDED-FOR")).containsExactly("a", "b");
        assertThat(request.header("x-Forwarded-For")).contains("a");
        assertThat(request.header("absent")).isEmpty();
    }

    @Test
    void a_line_break_in_a_header_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POST.withHeader("X-Name", "a\r\nSet-Cookie: b"))
                .withMessage("The header X-Name has a line break in its value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookResponse.noContent().withHeader("X Name", "a"))
                .withMessage("The name of a header is malformed.");
    }

    @Test
    void a_second_body_replaces_the_first() {
        WebhookRequest request = POST.withForm("a", "b").withBody("text/plain", "hi".getBytes(UTF_8));

        assertThat(request.headers().all("Content-Type")).containsExactly("text/plain");
        assertThat(request.hasForm()).isFalse();
    }

    @Test
    void the_bodies_of_requests_and_responses_are_immutable() {
        byte[] bytes = "a=b".getBytes(UTF_8);
        WebhookRequest request = POST.withBody(FORM, bytes);
        WebhookResponse response = WebhookResponse.bytes("text/plain", bytes);
        bytes[0] = 'x';
        request.body()[0] = 'y';
        response.body()[0] = 'y';

        assertThat(request.bodyText()).isEqualTo("a=b");
        assertThat(response.bodyText()).isEqualTo("a=b");
    }

    @Test
    void toString_contains_no_personal_data() {
        WebhookRequest request = WebhookRequest.post("https://hooks.example.com/sms?surveyTo=15005550006")
                .withForm("Body", "my secret")
                .withHeader("X-Twilio-Signature", "abc");

        assertThat(request + " " + request.headers() + " " + request.parameters())
                .isEqualTo("POST /sms [Content-Type, X-Twilio-Signature] [surveyTo, Body]");
    }

    @Test
    void copies_keep_what_is_known_about_a_request() {
        WebhookRequest request =
                POST.withSigner("AC1").withRemoteAddress("192.0.2.7").withRepeated();

        WebhookRequest later = request.withHeader("X-More", "1")
                .withUrl("https://example.com/other")
                .withForm("Body", "hola");

        assertThat(later.remoteAddress()).contains("192.0.2.7");
        assertThat(later.isRepeated()).isTrue();
        assertThat(later.signer()).contains("AC1");
        assertThat(later.path()).isEqualTo("/sms");
        assertThat(later.bodyLength()).isEqualTo("Body=hola".length());
        assertThat(POST.remoteAddress()).isEmpty();
        assertThat(POST.isRepeated()).isFalse();
        assertThat(POST.signer()).isEmpty();
    }

    @Test
    void a_request_is_parsed_only_once_even_if_it_is_marked() {
        WebhookRequest request = POST.withForm("Body", "hola");

        Parameters parsed = request.formParameters();

        assertThat(request.withRepeated().withRemoteAddress("192.0.2.7").formParameters())
                .isSameAs(parsed);
    }

    @Test
    void a_new_content_type_changes_how_the_body_is_read() {
        WebhookRequest request = WebhookRequest.of("POST", POST.url(), Headers.none(), "a=1".getBytes(UTF_8));

        assertThat(request.formParameters()).isEqualTo(Parameters.none());
        assertThat(request.withHeader("content-type", FORM).formParameters()).isEqualTo(Parameters.of("a", "1"));
    }
}
