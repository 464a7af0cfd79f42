package dev.parlance.security.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts servlet containers and sends them requests over a socket. */
abstract class ContainerTest {
    static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("token"));
    static final SignatureFilter FILTER =
            SignatureFilter.of(SignedWebhooks.verifiedBy(TWILIO).withMethods("GET", "POST"));

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Container.Starter starter;

    ContainerTest(Container.Starter starter) {
        this.starter = starter;
    }

    interface Answer {
        String to(HttpServletRequest request) throws Exception;
    }

    /** A servlet that runs a lambda. */
    static final class AnsweringServlet extends HttpServlet {
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

    Container serving(Answer answer) throws Exception {
        return serving(FILTER, new AnsweringServlet(answer));
    }

    Container serving(Filter filter, Servlet servlet) throws Exception {
        return starter.start(List.of(filter), Map.of("/sms", servlet));
    }

    HttpResponse<String> send(WebhookRequest request) throws Exception {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(20))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return client.send(http.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> sendSigned(WebhookRequest request) throws Exception {
        return send(TWILIO.sign(request));
    }

    /** Without a Content-Length. */
    static HttpResponse<String> sendInChunks(HttpClient client, WebhookRequest request) throws Exception {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofSeconds(20))
                .method(request.method(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body())));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
        return client.send(http.build(), BodyHandlers.ofString());
    }

    /** A client with an open HTTP/2 connection to this server. */
    static HttpClient http2(String url) throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest first = HttpRequest.newBuilder(URI.create(url)).build();
        assertThat(http2.send(first, BodyHandlers.discarding()).version()).isEqualTo(HttpClient.Version.HTTP_2);
        return http2;
    }

    static WebhookRequest text(String url) {
        return WebhookRequest.post(url).withForm("Body", "¿qué? 1+1=2 & 😀", "From", "+15005550006", "From", "x");
    }

    static String parameters(HttpServletRequest request) {
        Map<String, String> all = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, Arrays.toString(values)));
        return all.toString();
    }

    static String raw(String method, URI url, String headers, String body) throws IOException {
        try (Socket socket = new Socket("localhost", url.getPort())) {
            write(socket, method, url, "Connection: close\r\n" + headers, body);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static void write(Socket socket, String method, URI url, String headers, String body) throws IOException {
        String request = method + " " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getRawAuthority() + "\r\n"
                + headers + "\r\n" + body;
        socket.getOutputStream().write(request.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }
}
