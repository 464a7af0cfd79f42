package dev.parlance.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
    @Test
    void a_body_over_a_mebibyte_is_refused() throws IOException, InterruptedException {
        try (EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class, Map.of("twilio.auth-token", "token", "micronaut.server.port", -1))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURL() + "/twilio/sms"))
                    .header("X-Twilio-Signature", "none")
                    .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
    }
}
