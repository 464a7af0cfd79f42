package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Test vectors from seven of Twilio's libraries, plus computed ones for cases that they don't cover. */
class TwilioVectorsTest {
    static Stream<Arguments> vectors() throws IOException {
        try (InputStream file = TwilioVectorsTest.class.getResourceAsStream("twilio-vectors.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .map(vector -> Arguments.of(text(vector, "id") + " " + text(vector, "about"), vector))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_vector_gets_its_verdict(String name, JsonNode vector) {
        Verdict verdict = TwilioSignature.of(Secret.of(text(vector, "token"))).verify(request(vector));

        assertThat(verdict.isAccepted())
                .as("%s, from %s: %s", name, text(vector, "origin"), verdict)
                .isEqualTo(vector.get("verdict").asBoolean());
    }

    static WebhookRequest request(JsonNode vector) {
        WebhookRequest request =
                WebhookRequest.of(text(vector, "method"), text(vector, "url"), Headers.none(), new byte[0]);
        if (vector.has("form")) {
            request = request.withForm(form(vector));
        }
        if (vector.has("body")) {
            request = request.withBody(
                    text(vector, "contentType"), text(vector, "body").getBytes(StandardCharsets.UTF_8));
        }
        return vector.get("signature").isNull()
                ? request
                : request.withHeader("X-Twilio-Signature", text(vector, "signature"));
    }

    private static String[] form(JsonNode vector) {
        List<String> form = new ArrayList<>();
        vector.get("form").forEach(pair -> pair.forEach(text -> form.add(text.asText())));
        return form.toArray(String[]::new);
    }

    private static String text(JsonNode vector, String name) {
        return vector.get(name).asText();
    }
}
