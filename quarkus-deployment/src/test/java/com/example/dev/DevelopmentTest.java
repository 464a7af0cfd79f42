package com.example.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.LogRecord;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application as {@code quarkus dev} runs it, without an account. */
class DevelopmentTest {
    private static final String PAGE = "Phones to try this application with: ";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final QuarkusDevModeTest DEVELOPMENT = new QuarkusDevModeTest()
            .withApplicationRoot(application -> application
                    .addClass(EchoResource.class)
                    .addAsResource(
                            new StringAsset(
                                    "quarkus.http.port=" + freePort() + "\nparlance.devservices.simulator-port=0\n"),
                            "application.properties"))
            .setLogRecordPredicate(line -> line.getMessage().startsWith(PAGE));

    @Test
    void the_fake_answers_for_twilio_and_stays_when_the_application_changes() throws Exception {
        text("good morning");
        assertThat(conversation()).contains("You said: good morning", "Sent: good morning");

        DEVELOPMENT.modifySourceFile(EchoResource.class, source -> source.replace("You said", "You wrote"));
        text("good evening");
        assertThat(conversation()).contains("You said: good morning", "You wrote: good evening");
    }

    private static void text(String body) throws Exception {
        HttpRequest text = HttpRequest.newBuilder(page().resolve("/api/texts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"from\":\"+15005550006\",\"to\":\"+15005550100\",\"body\":\"" + body + "\"}"))
                .build();
        assertThat(HTTP.send(text, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isLessThan(300);
    }

    private static String conversation() throws Exception {
        HttpRequest state = HttpRequest.newBuilder(page().resolve("/api/state")).build();
        return HTTP.send(state, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static URI page() {
        LogRecord line = DEVELOPMENT.getLogRecords().get(0);
        return URI.create(String.valueOf(line.getParameters()[0]));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
