package dev.parlance.aws.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The body of a request, which is text or Base64 in an event. */
final class EventBody {
    private EventBody() {}

    static byte[] of(LambdaEvent event) {
        String body = event.text("body");
        return event.text("isBase64Encoded").equals("true")
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
