package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.fake.twilio.FakeTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** A plain HTTP client for the fake, without Twilio's library. */
final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final FakeTwilio twilio;
    private final String host;
    private String user;
    private String password;
    private String bearer = "";

    Rest(FakeTwilio twilio, String host) {
        this.twilio = twilio;
        this.host = host;
        this.user = twilio.accountSid();
        this.password = twilio.authToken().reveal();
    }

    Rest as(String newUser, String newPassword) {
        user = newUser;
        password = newPassword;
        return this;
    }

    Rest withBearer(String token) {
        bearer = token;
        return this;
    }

    record Answer(String method, String host, String path, int status, JsonNode json, HttpResponse<byte[]> raw) {
        String text(String field) {
            return json.path(field).asText();
        }

        String sid() {
            return text("sid");
        }
    }

    /** Verifies that an answer is Twilio's error with this status and code. */
    static void isError(Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.json().path("code").asInt()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("message")).isNotBlank();
        assertThat(answer.text("more_info")).endsWith("/" + code);
    }

    String account() {
        return "/2010-04-01/Accounts/" + twilio.accountSid();
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String... form) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < form.length; i += 2) {
            body.add(encoded(form[i]) + "=" + encoded(form[i + 1]));
        }
        return postBody(path, "application/x-www-form-urlencoded", body.toString());
    }

    Answer text(String to, String from, String body) {
        return post(account() + "/Messages.json", "To", to, "From", from, "Body", body);
    }

    Answer postBody(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer postJson(String path, String json) {
        return postBody(path, "application/json", json);
    }

    Answer putJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(twilio.url() + "/" + host + path);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", bearer.isEmpty() ? "Basic " + login : "Bearer " + bearer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> raw = CLIENT.send(request, BodyHandlers.ofByteArray());
            boolean isJson = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode json = isJson ? JSON.readTree(raw.body()) : MissingNode.getInstance();
            String path = request.uri().getPath().replace("/" + host, "");
            return new Answer(request.method(), host.replace(".twilio.com", ""), path, raw.statusCode(), json, raw);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
