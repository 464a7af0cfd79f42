package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.security.ReplayGuard;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ReadListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that hold in every servlet container, over a socket. */
abstract class ServletContainerContract {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("token"));
    private static final SignatureFilter FILTER =
            SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO).withMethods("GET", "POST"));
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

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Container.Starter starter;

    ServletContainerContract(Container.Starter starter) {
        this.starter = starter;
    }

    private interface Answer {
        String to(HttpServletRequest request) throws Exception;
    }

    /** A servlet that runs a lambda. */
    private static final class AnsweringServlet extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final transient Answer answer;

        AnsweringServlet(Answer answer) {
            this.answer = answer;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try {
                response.setContentType("text/plain; charset=utf-8");
                response.getWriter().print(answer.to(request));
            } catch (IOException | ServletException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        }
    }

    private Container serving(Answer answer) throws Exception {
        return serving(FILTER, new AnsweringServlet(answer));
    }

    private Container serving(Filter filter, Servlet servlet) throws Exception {
        return starter.start(List.of(filter), Map.of("/sms", servlet));
    }

    private HttpResponse<String> send(WebhookRequest request) throws Exception {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(20))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return client.send(http.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> sendSigned(WebhookRequest request) throws Exception {
        return send(TWILIO.sign(request));
    }

    /** Without a Content-Length. */
    private static HttpResponse<String> sendInChunks(HttpClient client, WebhookRequest request) throws Exception {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(20))
                .method(request.method(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body())));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return client.send(http.build(), BodyHandlers.ofString());
    }

    /** A client with an open HTTP/2 connection to this server. */
    private static HttpClient http2(String url) throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest first = HttpRequest.newBuilder(URI.create(url)).build();
        assertThat(http2.send(first, BodyHandlers.discarding()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        return http2;
    }

    private static WebhookRequest text(String url) {
        return WebhookRequest.post(url).withForm("Body", "¿qué? 1+1=2 & 😀", "From", "+15005550006", "From", "x");
    }

    private static String parameters(HttpServletRequest request) {
        Map<String, String> all = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, Arrays.toString(values)));
        return all.toString();
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
    void the_parts_of_a_multipart_body_are_available() throws Exception {
        Answer parts = request -> {
            String all = request.getParts().stream()
                    .map(ServletContainerContract::describe)
                    .collect(Collectors.joining("\n"));
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
    void an_asynchronous_servlet_can_read_the_body_later() throws Exception {
        HttpServlet later = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) {
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    try {
                        HttpServletRequest own = (HttpServletRequest) async.getRequest();
                        async.getResponse().getWriter().print("later " + own.getParameter("Body"));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    } finally {
                        async.complete();
                    }
                });
            }
        };
        try (Container container = serving(FILTER, later)) {
            WebhookRequest request =
                    WebhookRequest.post(container.url() + "/sms").withForm("Body", "hola");

            assertThat(sendSigned(request).body()).isEqualTo("later hola");
        }
    }

    @Test
    void a_request_is_not_checked_again_when_it_is_dispatched_again() throws Exception {
        HttpServlet twice = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                if (request.getAttribute("again") == null) {
                    request.setAttribute("again", true);
                    AsyncContext async = request.startAsync();
                    async.dispatch();
                } else {
                    response.getWriter().print("again " + request.getParameter("Body"));
                }
            }
        };
        try (Container container = serving(FILTER, twice)) {
            WebhookRequest request =
                    WebhookRequest.post(container.url() + "/sms").withForm("Body", "hola");

            assertThat(sendSigned(request).body()).isEqualTo("again hola");
        }
    }

    @Test
    void a_read_listener_reads_the_body_without_blocking() throws Exception {
        HttpServlet listening = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                AsyncContext async = request.startAsync();
                ServletInputStream input = request.getInputStream();
                StringBuilder read = new StringBuilder();
                input.setReadListener(new ReadListener() {
                    @Override
                    public void onDataAvailable() throws IOException {
                        byte[] some = new byte[3];
                        while (input.isReady() && !input.isFinished()) {
                            int length = input.read(some);
                            read.append(new String(some, 0, length, UTF_8));
                        }
                    }

                    @Override
                    public void onAllDataRead() throws IOException {
                        response.getWriter().print("read " + read);
                        async.complete();
                    }

                    @Override
                    public void onError(Throwable failure) {
                        async.complete();
                    }
                });
            }
        };
        try (Container container = serving(FILTER, listening)) {
            WebhookRequest request =
                    WebhookRequest.post(container.url() + "/sms").withForm("Body", "hola");

            assertThat(sendSigned(request).body()).isEqualTo("read Body=hola");
        }
    }

    @Test
    void forwards_and_includes_keep_the_parameters_and_add_their_own() throws Exception {
        HttpServlet forwarding = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                if (request.getParameter("how").equals("forward")) {
                    request.getRequestDispatcher("/inner?added=1").forward(request, response);
                } else {
                    request.getRequestDispatcher("/inner?added=1").include(request, response);
                }
            }
        };
        Answer inner = request -> parameters(request);
        try (Container container =
                starter.start(List.of(FILTER), Map.of("/sms", forwarding, "/inner", new AnsweringServlet(inner)))) {
            for (String how : List.of("forward", "include")) {
                WebhookRequest request =
                        WebhookRequest.post(container.url() + "/sms?how=" + how).withForm("Body", "hola");

                assertThat(sendSigned(request).body()).isEqualTo("{Body=[hola], added=[1], how=[" + how + "]}");
            }
        }
    }

    @Test
    void a_request_forwarded_from_an_unguarded_path_is_checked_with_its_original_url() throws Exception {
        Filter onlyInner = (request, response, chain) -> {
            if (((HttpServletRequest) request).getServletPath().equals("/inner")) {
                FILTER.doFilter(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        };
        HttpServlet forwarding = new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                request.getRequestDispatcher("/inner").forward(request, response);
            }
        };
        try (Container container = starter.start(
                List.of(onlyInner), Map.of("/sms", forwarding, "/inner", new AnsweringServlet(request -> "reached")))) {
            String url = container.url() + "/sms?x=1";

            assertThat(sendSigned(text(url)).body()).isEqualTo("reached");
            assertThat(send(text(url)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_form_read_before_the_filter_is_refused_and_the_log_says_what_to_do() throws Exception {
        Filter curious = (request, response, chain) -> {
            request.getParameter("Body");
            chain.doFilter(request, response);
        };
        List<String> heard = new CopyOnWriteArrayList<>();
        SignatureFilter second = SignatureFilter.of(
                SignedWebhooks.verifiedBy(TWILIO).withListener((request, verdict) -> heard.add(verdict.toString())));
        try (Container container =
                starter.start(List.of(curious, second), Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            String url = container.url() + "/sms?From=q&a=1";

            assertThat(sendSigned(text(url)).statusCode()).isEqualTo(403);
            assertThat(sendInChunks(client, TWILIO.sign(text(url))).statusCode())
                    .isEqualTo(403);
            assertThat(sendInChunks(http2(url), TWILIO.sign(text(url))).statusCode())
                    .isEqualTo(403);
            assertThat(heard.stream().filter(verdict -> !verdict.startsWith("METHOD_NOT_ALLOWED")))
                    .hasSize(3)
                    .containsOnly("MALFORMED: Another filter has read the body. Put the SignatureFilter before it.");
        }
    }

    @Test
    void an_unsigned_form_never_reaches_a_servlet_whatever_reads_it_first() throws Exception {
        Filter curious = (request, response, chain) -> {
            request.getParameter("Body");
            chain.doFilter(request, response);
        };
        for (List<Filter> filters : List.of(List.<Filter>of(curious, FILTER), List.<Filter>of(FILTER))) {
            try (Container container =
                    starter.start(filters, Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
                String url = container.url() + "/sms?a=1";
                WebhookRequest signedWithoutForm = TWILIO.sign(WebhookRequest.post(url));
                WebhookRequest withForm = signedWithoutForm.withForm("Body", "forged");

                assertThat(send(withForm).statusCode()).isEqualTo(403);
                assertThat(sendInChunks(client, withForm).statusCode()).isEqualTo(403);
                assertThat(sendInChunks(http2(url), withForm).statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void an_http_2_request_without_a_length_is_read_completely() throws Exception {
        try (Container container = serving(ServletContainerContract::parameters)) {
            String url = container.url() + "/sms?From=q&a=1";

            assertThat(sendInChunks(http2(url), TWILIO.sign(text(url))).body())
                    .isEqualTo("{Body=[¿qué? 1+1=2 & 😀], From=[q, +15005550006, x], a=[1]}");
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
    void a_body_read_before_the_filter_is_refused_because_it_cannot_be_checked() throws Exception {
        for (boolean byReader : List.of(true, false)) {
            Filter greedy = (request, response, chain) -> {
                if (byReader) {
                    request.getReader().transferTo(Writer.nullWriter());
                } else {
                    request.getInputStream().readAllBytes();
                }
                chain.doFilter(request, response);
            };
            try (Container container = starter.start(
                    List.of(greedy, FILTER), Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
                WebhookRequest event = WebhookRequest.post(container.url() + "/sms")
                        .withBody("application/json", "{}".getBytes(UTF_8));

                assertThat(sendSigned(event).statusCode()).isEqualTo(403);
                assertThat(sendSigned(text(container.url() + "/sms")).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void each_of_several_filters_does_its_own_check() throws Exception {
        SignatureFilter other = SignatureFilter.of(SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of("other"))));
        try (Container container =
                starter.start(List.of(FILTER, other), Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            assertThat(sendSigned(text(container.url() + "/sms")).statusCode()).isEqualTo(403);
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

    private static String raw(String method, URI url, String headers, String body) throws IOException {
        try (Socket socket = new Socket("localhost", url.getPort())) {
            write(socket, method, url, "Connection: close\r\n" + headers, body);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
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

    private static void write(Socket socket, String method, URI url, String headers, String body) throws IOException {
        String request = method + " " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getRawAuthority() + "\r\n"
                + headers + "\r\n" + body;
        socket.getOutputStream().write(request.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    @Test
    void a_handlers_routes_are_relative_to_the_context() throws Exception {
        Router router = Router.create()
                .post(
                        "/sms/{name}",
                        request -> WebhookResponse.json("{}")
                                .withStatus(201)
                                .withHeader("X-Seen", request.url() + " " + request.pathVariable("name"))
                                .withHeader(
                                        "X-Repeated",
                                        request.isRepeated() + " "
                                                + request.remoteAddress().isPresent()));
        for (boolean filtered : List.of(true, false)) {
            List<Filter> filters =
                    filtered ? List.of(SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO))) : List.of();
            WebhookServlet servlet = WebhookServlet.of(
                    filtered ? router : SignedWebhooks.verifiedBy(TWILIO).handler(router));
            try (Container container = starter.start(filters, Map.of("/*", servlet))) {
                WebhookRequest signed = TWILIO.sign(text(container.url() + "/sms/a%20b?x=1"));
                HttpResponse<String> first = send(signed);
                HttpResponse<String> second = send(signed);

                assertThat(first.statusCode()).isEqualTo(201);
                assertThat(first.body()).isEqualTo("{}");
                assertThat(first.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json");
                assertThat(first.headers().firstValue("X-Seen")).contains(container.url() + "/sms/a%20b?x=1 a b");
                assertThat(first.headers().firstValue("X-Repeated")).contains("false true");
                assertThat(second.headers().firstValue("X-Repeated")).contains("true true");
                assertThat(send(text(container.url() + "/sms/a")).statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void a_handlers_request_body_has_a_limit() throws Exception {
        WebhookServlet small = WebhookServlet.of(request -> WebhookResponse.text("reached"), 10);
        try (Container container = starter.start(List.of(), Map.of("/*", small))) {
            WebhookRequest request = WebhookRequest.post(container.url() + "/sms");

            assertThat(send(request.withBody("text/plain", new byte[10])).body())
                    .isEqualTo("reached");
            assertThat(send(request.withBody("text/plain", new byte[11])).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_streamed_body_of_any_length_arrives_complete() throws Exception {
        WebhookServlet lines = WebhookServlet.of(request -> WebhookResponse.streamed("text/csv", out -> {
            for (int i = 0; i < 50_000; i++) {
                out.write((i + "\r\n").getBytes(UTF_8));
            }
        }));
        try (Container container = starter.start(List.of(), Map.of("/*", lines))) {
            HttpResponse<String> response = send(WebhookRequest.get(container.url() + "/answers.csv"));

            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(response.body().lines()).hasSize(50_000).endsWith("49999");
        }
    }

    @Test
    void an_error_in_a_handler_or_at_the_start_of_its_body_gets_a_500_without_a_reason() throws Exception {
        Router router = Router.create()
                .get("/deep", request -> WebhookResponse.text(tooDeep(0)))
                .get(
                        "/body",
                        request -> WebhookResponse.streamed("text/plain", out -> {
                            throw new AssertionError("the body fails (expected by this test)");
                        }));
        try (Container container = starter.start(List.of(), Map.of("/*", WebhookServlet.of(router)))) {
            for (String path : List.of("/deep", "/body")) {
                HttpResponse<String> response = send(WebhookRequest.get(container.url() + path));

                assertThat(response.statusCode()).isEqualTo(500);
                assertThat(response.body()).doesNotContain("as this test wants", "Error");
            }
        }
    }

    private static String tooDeep(int depth) {
        return depth < 0 ? "" : depth + tooDeep(depth + 1);
    }

    @Test
    void an_error_in_the_middle_of_a_body_does_not_look_like_a_complete_response() throws Exception {
        WebhookServlet half = WebhookServlet.of(request -> WebhookResponse.streamed("text/plain", out -> {
            out.write("one".getBytes(UTF_8));
            out.flush();
            throw new AssertionError("the body fails (expected by this test)");
        }));
        try (Container container = starter.start(List.of(), Map.of("/*", half))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> send(WebhookRequest.get(container.url() + "/half")));
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

    @Test
    void init_params_configure_a_filter_that_the_container_creates() throws Exception {
        System.setProperty("parlance.test.old", "older");
        System.setProperty("parlance.test.token", "token");
        Map<String, String> parameters = Map.of(
                "secrets", "parlance.test.old, parlance.test.token",
                "publicUrl", "https://hooks.example.com",
                "methods", "post",
                "contentTypes", "application/x-www-form-urlencoded",
                "bodyLimit", "500",
                "repeats", "refuse",
                "diagnosing", "true");
        try (Container container =
                starter.start(parameters, Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            WebhookRequest signed = TWILIO.sign(text("https://hooks.example.com/app/sms"));
            WebhookRequest arriving =
                    WebhookRequest.of("POST", container.url() + "/sms", signed.headers(), signed.body());

            assertThat(send(arriving).body()).isEqualTo("reached");
            assertThat(send(arriving).statusCode()).isEqualTo(403);
            assertThat(send(WebhookRequest.get(container.url() + "/sms")).statusCode())
                    .isEqualTo(405);
            assertThat(send(arriving.withBody("text/plain", new byte[1])).statusCode())
                    .isEqualTo(415);
            assertThat(send(arriving.withForm("Body", "x".repeat(500))).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void init_params_configure_slack() throws Exception {
        System.setProperty("parlance.test.slack", "slack-secret");
        Map<String, String> parameters = Map.of("scheme", "slack", "secrets", "parlance.test.slack");
        try (Container container =
                starter.start(parameters, Map.of("/sms", new AnsweringServlet(request -> "reached")))) {
            WebhookRequest event = WebhookRequest.post(container.url() + "/sms")
                    .withBody("application/json", "{\"type\":\"url_verification\"}".getBytes(UTF_8));

            assertThat(send(dev.parlance.security.SlackSignature.of(Secret.of("slack-secret"))
                                    .sign(event))
                            .body())
                    .isEqualTo("reached");
            assertThat(sendSigned(event).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_misconfigured_application_does_not_start() {
        List<Map<String, String>> misconfigured = List.of(
                Map.of("secrets", "parlance.test.missing"),
                Map.of("secret", "in-clear"),
                Map.of("secrets", "user.dir", "scheme", "paypal"),
                Map.of("secrets", "user.dir", "trustedProxies", "everyone"),
                Map.of("secrets", "user.dir", "publicUrl", "hooks.example.com"),
                Map.of("secrets", "user.dir", "bodyLimit", "many"));

        for (Map<String, String> parameters : misconfigured) {
            assertThatThrownBy(() -> starter.start(parameters, Map.of()).close())
                    .as("%s", parameters)
                    .isInstanceOf(ServletException.class);
        }
    }
}
