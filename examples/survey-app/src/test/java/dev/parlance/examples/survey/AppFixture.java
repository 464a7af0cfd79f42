package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the application for a test, and sends requests to it. */
final class AppFixture implements BeforeEachCallback, AfterEachCallback {
    static final String ANA = "+525512345678";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private Demo demo;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("survey-app");
        SurveyFiles.copyTo(folder);
        demo = new Demo(folder, 0, 0);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        demo.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(AppFixture::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Demo demo() {
        return demo;
    }

    Path folder() {
        return folder;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(demo.appUrl() + path));
    }

    HttpRequest.Builder withKey(String path) {
        return at(path).header("Authorization", "Bearer " + demo.key().reveal());
    }

    static HttpRequest.Builder form(HttpRequest.Builder request, String form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** A login at the results page. */
    String cookie() throws Exception {
        HttpResponse<String> login =
                send(form(at("/results/login"), "key=" + demo.key().reveal()));
        assertThat(login.statusCode()).isEqualTo(303);
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    void anaAnswersInSpanish() {
        demo.phone(ANA)
                .texts("hola")
                .texts("3")
                .texts("5")
                .texts("1")
                .texts("4")
                .texts("9")
                .texts("Muchas flores");
    }
}
