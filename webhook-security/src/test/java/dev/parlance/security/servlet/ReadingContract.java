package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a servlet behind the filter can read. */
abstract class ReadingContract extends ContainerTest {
    private static final String MULTIPART = """
            --cut\r
            Content-Disposition: form-data; name="note"\r
            \r
            ¿qué?\r
            --cut\r
            content-disposition: form-data; name="file"; filename="a.txt"\r
            Content-Type: text/plain\r
            X-Twice: 1\r
            X-Twice: 2\r
            \r
            line 1\r
            --line 2\r
            --cut--\r
            """;

    ReadingContract(Container.Starter starter) {
        super(starter);
    }

    @Test
    void all_parameters_of_query_and_form_are_available() throws Exception {
        Answer everyWay = request -> {
            String byMap = parameters(request);
            String names = Collections.list(request.getParameterNames()).stream()
                    .sorted()
                    .toList()
                    .toString();
            String values = Arrays.toString(request.getParameterValues("From"));
            return String.join(
                    "\n", byMap, names, values, request.getParameter("Body"), request.getParameter("none") + "");
        };
        try (Container container = serving(everyWay)) {
            HttpResponse<String> response = sendSigned(text(container.url() + "/sms?From=q&in=es%2BMX&e="));

            assertThat(response.body().lines())
                    .containsExactly(
                            "{Body=[¿qué? 1+1=2 & 😀], From=[q, +15005550006, x], e=[], in=[es+MX]}",
                            "[Body, From, e, in]",
                            "[q, +15005550006, x]",
                            "¿qué? 1+1=2 & 😀",
                            "null");
        }
    }

    @Test
    void a_servlet_can_still_read_the_body_as_a_stream_or_by_a_reader() throws Exception {
        Answer reading = request -> {
            String by = request.getHeader("Read-By");
            if (by.equals("reader")) {
                return request.getReader().lines().collect(Collectors.joining("|"));
            }
            return new String(request.getInputStream().readAllBytes(), UTF_8);
        };
        String json = "{\"a\":\"¿qué?\"}";
        try (Container container = serving(reading)) {
            for (String by : List.of("reader", "stream")) {
                WebhookRequest request = WebhookRequest.post(container.url() + "/sms")
                        .withHeader("Read-By", by)
                        .withBody("application/json", json.getBytes(UTF_8));

                assertThat(sendSigned(request).body()).isEqualTo(json);
            }
        }
    }

    @Test
    void a_servlet_can_read_both_parameters_and_stream() throws Exception {
        Answer both = request -> {
            String stream = new String(request.getInputStream().readAllBytes(), UTF_8);
            return stream + " " + request.getParameter("Body");
        };
        try (Container container = serving(both)) {
            WebhookRequest request =
                    WebhookRequest.post(container.url() + "/sms").withForm("Body", "hola");

            assertThat(sendSigned(request).body()).isEqualTo("Body=hola hola");
        }
    }

    @Test
    void reader_and_stream_exclude_each_other_as_the_specification_says() throws Exception {
        Answer both = request -> {
            request.getReader();
            assertThatThrownBy(request::getInputStream).isInstanceOf(IllegalStateException.class);
            return "excluded";
        };
        try (Container container = serving(both)) {
            assertThat(sendSigned(text(container.url() + "/sms")).body()).isEqualTo("excluded");
        }
    }

    @Test
    void reading_parameters_that_are_not_in_utf8_is_a_bad_request() throws Exception {
        try (Container container = serving(request -> request.getParameter("Body"))) {
            HttpResponse<String> response = sendSigned(WebhookRequest.post(container.url() + "/sms?name=%FF"));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).isEqualTo("The parameter \"name\" is not in UTF-8.");
        }
    }

    @Test
    void the_parts_of_a_multipart_body_are_available() throws Exception {
        Answer parts = request -> {
            String all =
                    request.getParts().stream().map(ReadingContract::describe).collect(Collectors.joining("\n"));
            return all + "\n" + describe(request.getPart("note")) + "\n" + request.getPart("none");
        };
        try (Container container = serving(parts)) {
            WebhookRequest request = WebhookRequest.post(container.url() + "/sms")
                    .withBody("multipart/form-data; boundary=cut", MULTIPART.getBytes(UTF_8));

            assertThat(sendSigned(request).body().lines())
                    .containsExactly(
                            "note null null [] ¿qué?",
                            "file a.txt text/plain [1, 2] line 1|--line 2",
                            "note null null [] ¿qué?",
                            "null");
        }
    }

    private static String describe(Part part) {
        try {
            String content = new String(part.getInputStream().readAllBytes(), UTF_8);
            return String.join(
                    " ",
                    part.getName(),
                    part.getSubmittedFileName(),
                    part.getContentType(),
                    part.getHeaders("x-twice").toString(),
                    content.replace("\r\n", "|"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void text_fields_of_a_multipart_body_are_parameters() throws Exception {
        Answer fields = request -> String.join(
                "\n",
                parameters(request),
                request.getParameter("note"),
                Arrays.toString(request.getParameterValues("note")),
                Collections.list(request.getParameterNames()).toString(),
                request.getParameter("file") + "");
        try (Container container = serving(fields)) {
            WebhookRequest request = WebhookRequest.post(container.url() + "/sms?a=1")
                    .withBody("multipart/form-data; boundary=cut", MULTIPART.getBytes(UTF_8));

            String withoutDigest = sendSigned(request).body().replaceAll(", bodySHA256(=\\[\\w+\\])?", "");
            assertThat(withoutDigest.lines())
                    .containsExactly("{a=[1], note=[¿qué?]}", "¿qué?", "[¿qué?]", "[a, note]", "null");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=UTF-16",
                "application/x-www-form-urlencoded;charset=\"iso-8859-1\"",
                "application/x-www-form-urlencoded; charset=utf-8; charset=utf-16",
                "application/x-www-form-urlencoded; a=b; charset=utf-7",
            })
    void a_form_in_another_charset_is_refused_because_a_handler_could_read_it_differently(String type)
            throws Exception {
        Answer text = request -> request.getReader().readLine();
        try (Container container = serving(text)) {
            WebhookRequest signed = TWILIO.sign(text(container.url() + "/sms"));

            assertThat(send(signed.withBody(type, signed.body())).statusCode()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;Charset=\"utf-8\"",
                "Application/X-WWW-Form-URLencoded ; charset=utf8",
            })
    void a_form_in_utf_8_is_decoded_as_utf_8(String type) throws Exception {
        Answer raw = request -> request.getReader().readLine() + " " + request.getParameter("a");
        try (Container container = serving(raw)) {
            WebhookRequest form =
                    WebhookRequest.post(container.url() + "/sms").withBody(type, "a=¿qué?".getBytes(UTF_8));

            assertThat(sendSigned(form).body()).isEqualTo("a=¿qué? ¿qué?");
        }
    }

    @Test
    void an_empty_chunked_body_is_empty() throws Exception {
        try (Container container =
                serving(request -> "reached " + request.getParameterMap().size())) {
            URI url = URI.create(container.url() + "/sms");
            String signature = TWILIO.sign(WebhookRequest.post(url.toString()))
                    .header("X-Twilio-Signature")
                    .orElseThrow();

            for (String type : List.of("", "Content-Type: application/x-www-form-urlencoded\r\n")) {
                String headers = "X-Twilio-Signature: " + signature + "\r\nTransfer-Encoding: chunked\r\n" + type;
                assertThat(raw("POST", url, headers, "0\r\n\r\n"))
                        .startsWith("HTTP/1.1 200")
                        .contains("reached 0");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 200_001, 500_000, 1 << 20})
    void a_form_up_to_the_limit_is_available_as_parameters(int length) throws Exception {
        Answer parts = request -> request.getParameter("Body").length() + " "
                + request.getParameterMap().size();
        try (Container container = serving(parts)) {
            int value = length - "Body=".length();
            WebhookRequest form = WebhookRequest.post(container.url() + "/sms").withForm("Body", "x".repeat(value));
            assertThat(form.bodyLength()).isEqualTo(length);

            assertThat(sendSigned(form).body()).isEqualTo(value + " 1");
        }
    }

    @Test
    void an_http_2_request_without_a_length_is_read_completely() throws Exception {
        try (Container container = serving(ContainerTest::parameters)) {
            String url = container.url() + "/sms?From=q&a=1";

            assertThat(sendInChunks(http2(url), TWILIO.sign(text(url))).body())
                    .isEqualTo("{Body=[¿qué? 1+1=2 & 😀], From=[q, +15005550006, x], a=[1]}");
        }
    }
}
