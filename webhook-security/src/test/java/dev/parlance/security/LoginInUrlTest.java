package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login in the URL configured at Twilio arrives in the {@code Authorization} header, and can't change the host. */
class LoginInUrlTest {
    private static final TwilioSignature TWILIO = TwilioSignature.of(Secret.of("token"));
    private static final int LOGINS = 50_000;

    private final SignedWebhooks signedWebhooks =
            SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com"));

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    /** A request that Twilio signed for one URL, sent to {@code /twilio/any/sms} of this application with a login. */
    private static WebhookRequest replayed(String signedFor, String login) {
        WebhookRequest captured = TWILIO.sign(WebhookRequest.post(signedFor).withForm("Body", "hola"));
        return captured.withUrl("http://127.0.0.1:8080/twilio/any/sms").withHeader("Authorization", basic(login));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.example/cb",
                "customer.example?cb",
                "customer.example#cb",
                "customer.example\\cb",
                "customer.example:443/cb",
                "customer.example/cb@x:y",
                "customer.example/a:b",
                "a@customer.example/",
            })
    void a_login_cannot_change_the_host(String login) {
        String signedFor = "https://" + login + "@hooks.example.com/twilio/any/sms";

        CheckResult result = signedWebhooks.check(replayed(signedFor, login));

        assertThat(result.verdict().refusal()).contains(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "ana:secret, ana:secret",
        "ana, ana:",
        "ana:, ana:",
        "ana, ana",
        "ana:, ana",
        "AC0:a-b._~!$&()*+;=1, AC0:a-b._~!$&()*+;=1",
        "ana:p%40ss%2F, ana:p@ss/",
        "ana:p%40ss%2F, ana:p%40ss%2F",
        "ana:100%25, ana:100%",
        "ana:p%C3%A4ss, ana:päss",
        "ana:päss, ana:päss",
        "ana:a%20b, ana:a b",
    })
    void a_login_in_the_configured_url_is_recognised(String inTheUrl, String login) {
        String signedFor = "https://" + inTheUrl + "@hooks.example.com/twilio/any/sms";

        CheckResult result = signedWebhooks.check(replayed(signedFor, login));

        assertThat(result.isAccepted()).as("%s", result.verdict()).isTrue();
    }

    @Test
    void no_random_login_changes_the_host() {
        String[] bits = {
            "/",
            "?",
            "#",
            "@",
            "\\",
            ":",
            "%",
            "%2F",
            "%40",
            "[",
            "]",
            "'",
            "%27",
            " ",
            "\t",
            "a",
            "customer.example",
            "hooks.example.com",
            "443",
            "ä",
            "\u2100",
            "\uFF0F",
            "\uFF20",
            "\u2024",
            "\u0000",
            "\uFFFD",
            "https://"
        };
        int accepted = 0;
        for (int seed = 0; seed < LOGINS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            String login = text.toString();
            String signedFor = "https://" + login + "@hooks.example.com/twilio/any/sms";
            if (TWILIO.verify(replayed(signedFor, login).withUrl("https://hooks.example.com/twilio/any/sms"))
                    .isAccepted()) {
                accepted++;
                assertThat(hostOf(signedFor)).as("seed %d: %s", seed, login).isEqualTo("hooks.example.com");
            }
        }
        assertThat(accepted).isPositive();
    }

    /** The host as clients parse it: the authority ends at the first of these characters, and its last {@code @} ends the login. */
    private static String hostOf(String url) {
        String authority = url.substring("https://".length()).split("[/?#\\\\]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        assertThat(URI.create("https://" + host + "/").getHost()).isEqualTo(host);
        return host;
    }
}
