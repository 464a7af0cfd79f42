package dev.parlance.aws.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The body of a request, which an event has as a text or in Base64. */
final class EventBody {
    private EventBody() {}

    static byte[] of(LambdaEvent event) {
        String body = event.text("body");
        return event.text("isBase64Encoded").equals("true")
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
