package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Compares verdicts with Twilio's own {@code RequestValidator} where both should agree. They differ for repeated names, which it
 * can't express, for apostrophes in a query, and where it rebuilds a URL and so changes its escapes.
 */
class RequestValidatorTest {
    private static final int REQUESTS = 20_000;

    private static final List<String> HOSTS = List.of(
            "example.com",
            "example.com:443",
            "example.com:80",
            "Example.COM:8443",
            "[2001:db8::1]",
            "user:pass@example.com");
    private static final List<String> PATHS = List.of("/", "/sms", "/sms/", "//sms", "/a%20b", "/España", "/a;b=c/d");
    private static final List<String> QUERIES = List.of("", "?", "?a=1", "?b=2&a=1", "?a=%20b&a=", "?a=b&&c", "?año=1");
    private static final List<String> WORDS = List.of(
            "", "Body", "body", "From", "FromZip", "+15005550006", "ñ", "😀", "a b", "&=+%", "\r\n", "x".repeat(300));

    @Test
    void both_accept_and_refuse_the_same_forms() throws Exception {
        int accepted = 0;
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            Map<String, String> form = new HashMap<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                form.put(pick(random, WORDS), pick(random, WORDS));
            }
            WebhookRequest signed = TwilioSignature.of(Secret.of(token(random))).sign(request(url(random), form));
            WebhookRequest arrived = signed.withUrl(random.nextInt(3) == 0 ? url(random) : signed.url());

            boolean theirs = new RequestValidator("a").validate(arrived.url(), form, signature(arrived));
            boolean ours = TwilioSignature.of(Secret.of("a")).verify(arrived).isAccepted();

            // Here a bare host with and without its slash is the same request.
            boolean sameByDesign = !isRoot(signed.url()) && !isRoot(arrived.url());
            assertThat(ours || !theirs)
                    .as("seed %d: %s as %s", seed, signed.url(), arrived.url())
                    .isTrue();
            assertThat(ours == theirs || !sameByDesign)
                    .as("seed %d: %s as %s", seed, signed.url(), arrived.url())
                    .isTrue();
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(REQUESTS / 4, 3 * REQUESTS / 4);
    }

    @Test
    void both_accept_and_refuse_the_same_bodies() throws Exception {
        for (int seed = 0; seed < REQUESTS; seed++) {
            Random random = new Random(seed);
            String body = "{\"word\":\"" + pick(random, WORDS) + "\"}";
            WebhookRequest signed = TwilioSignature.of(Secret.of(token(random)))
                    .sign(WebhookRequest.post(url(random))
                            .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
            String arrivedBody = random.nextInt(3) == 0 ? body + " " : body;

            boolean theirs = new RequestValidator("a").validate(signed.url(), arrivedBody, signature(signed));
            boolean ours = TwilioSignature.of(Secret.of("a"))
                    .verify(signed.withBody("application/json", arrivedBody.getBytes(StandardCharsets.UTF_8)))
                    .isAccepted();

            assertThat(ours).as("seed %d: %s", seed, signed.url()).isEqualTo(theirs);
        }
    }

    private static boolean isRoot(String url) {
        return url.matches("https?://[^/?]*/?(\\?.*)?");
    }

    private static String token(Random random) {
        return random.nextInt(5) == 0 ? "b" : "a";
    }

    private static String url(Random random) {
        return (random.nextBoolean() ? "https://" : "http://")
                + pick(random, HOSTS)
                + pick(random, PATHS)
                + pick(random, QUERIES);
    }

    private static WebhookRequest request(String url, Map<String, String> form) {
        return WebhookRequest.post(url)
                .withForm(form.entrySet().stream()
                        .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                        .toArray(String[]::new));
    }

    private static String signature(WebhookRequest request) {
        return request.header("X-Twilio-Signature").orElseThrow();
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
