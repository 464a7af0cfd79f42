package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The filter among other filters, and requests that are dispatched again. */
abstract class FilterChainContract extends ContainerTest {
    FilterChainContract(Container.Starter starter) {
        super(starter);
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
}
