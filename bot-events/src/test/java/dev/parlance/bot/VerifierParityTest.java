package dev.parlance.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.app_backend.SlackSignature.Verifier;
import dev.parlance.security.SlackSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares our signature verification with that of Slack's own library. */
class VerifierParityTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final Generator theirs = new Generator(SECRET);
    private final Verifier theirVerifier = new Verifier(theirs);
    private final SlackSignature ours =
            SlackSignature.of(Secret.of(SECRET)).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Random random = new Random(42);

    private WebhookRequest request(String body, String timestamp, String signature) {
        return WebhookRequest.post("https://bot.example/twilio/events")
                .withBody("application/json", body.getBytes(UTF_8))
                .withHeader(TIMESTAMP, timestamp)
                .withHeader(SIGNATURE, signature);
    }

    private String body() {
        String letters = "{}[]\":,abcdé€😀 \n\t\\<>&%+=";
        StringBuilder body = new StringBuilder();
        for (int length = random.nextInt(200); length > 0; length--) {
            body.appendCodePoint(letters.codePointAt(
                    letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
        }
        return body.toString();
    }

    @Test
    void signatures_of_both_libraries_are_interchangeable() {
        for (int i = 0; i < 2_000; i++) {
            String body = body();
            String timestamp = Long.toString(NOW.getEpochSecond() - random.nextInt(301));

            assertThat(ours.verify(request(body, timestamp, theirs.generate(timestamp, body)))
                            .isAccepted())
                    .isTrue();

            WebhookRequest signed = ours.sign(
                    WebhookRequest.post("https://bot.example/").withBody("application/json", body.getBytes(UTF_8)));
            assertThat(theirVerifier.isValid(
                            signed.header(TIMESTAMP).orElseThrow(),
                            body,
                            signed.header(SIGNATURE).orElseThrow(),
                            NOW.toEpochMilli()))
                    .isTrue();
        }
    }

    @Test
    void both_libraries_reject_altered_requests() {
        for (int i = 0; i < 2_000; i++) {
            String body = body();
            String timestamp = Long.toString(NOW.getEpochSecond() - random.nextInt(600));
            String signature = theirs.generate(timestamp, body);
            String sentBody = random.nextInt(3) == 0 ? body + " " : body;
            String sentSignature = random.nextInt(3) == 0 ? signature.replace('a', 'b') : signature;

            boolean ourVerdict =
                    ours.verify(request(sentBody, timestamp, sentSignature)).isAccepted();
            boolean theirVerdict = theirVerifier.isValid(timestamp, sentBody, sentSignature, NOW.toEpochMilli());

            // At an age of exactly five minutes, Slack's library rejects a request and ours accepts it.
            if (NOW.getEpochSecond() - Long.parseLong(timestamp) != 300) {
                assertThat(ourVerdict).isEqualTo(theirVerdict);
            }
        }
    }

    @Test
    void only_our_library_rejects_future_timestamps() {
        String nextWeek = Long.toString(NOW.getEpochSecond() + 604_800);
        String signature = theirs.generate(nextWeek, "{}");

        assertThat(theirVerifier.isValid(nextWeek, "{}", signature, NOW.toEpochMilli()))
                .isTrue();
        assertThat(ours.verify(request("{}", nextWeek, signature)).isAccepted()).isFalse();
    }
}
