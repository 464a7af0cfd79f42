package dev.parlance.security;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** No random request causes an exception or is accepted. */
class RawRequestFuzzTest {
    private static final List<String> HEADERS = List.of(
            "X-Twilio-Signature",
            "X-Twilio-Webhooks-Signature-Settings",
            "X-Slack-Signature",
            "X-Slack-Request-Timestamp",
            "Content-Type",
            "Authorization",
            "Forwarded",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "I-Twilio-Idempotency-Token",
            "Upgrade");
    private static final List<String> TYPES =
            List.of("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "");

    private static final SignedWebhooks SIGNED = SignedWebhooks.verifiedBy(
                    TwilioSharedKeys.of("SK1", Secret.of("a key that nobody guesses"))
                            .or(TwilioSignature.of(Secret.of("a token that nobody guesses")))
                            .or(SlackSignature.of(Secret.of("a secret that nobody guesses"))))
            .withMethods("GET", "POST", "PUT")
            .withTrustedProxies(TrustedProxies.privateNetworks())
            .withDiagnosis();
    private static final SignedWebhooks WITH_LOGIN =
            SIGNED.withCredentials(Credentials.digest("twilio", Secret.of("a password that nobody guesses")));

    private static final Logger LOG = Logger.getLogger(SignedWebhooks.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    @FuzzTest(maxDuration = "1000d")
    void any_bytes_are_refused_without_an_exception(FuzzedDataProvider data) {
        WebhookRequest request;
        try {
            request = request(data);
        } catch (IllegalArgumentException e) {
            return; // No server would pass this on.
        }
        for (SignedWebhooks signedWebhooks : List.of(SIGNED, WITH_LOGIN)) {
            WebhookResponse response = signedWebhooks
                    .handler(accepted -> WebhookResponse.text("reached"))
                    .handle(request);
            if (response.status() < 400 || response.length() > 0) {
                throw new AssertionError("accepted: " + request);
            }
        }
    }

    private static WebhookRequest request(FuzzedDataProvider data) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            headers.computeIfAbsent(data.pickValue(HEADERS), name -> new ArrayList<>())
                    .add(data.consumeString(200));
        }
        if (data.consumeBoolean()) {
            headers.put("Content-Type", List.of(data.pickValue(TYPES)));
        }
        String method = data.pickValue(List.of("POST", "GET", "PUT"));
        String url = data.consumeBoolean()
                ? data.consumeString(200)
                : "https://hooks.example.com/sms?" + data.consumeString(100);
        return WebhookRequest.of(method, url, Headers.of(headers), data.consumeRemainingAsBytes())
                .withRemoteAddress(data.consumeBoolean() ? "10.0.0.1" : "192.0.2.1");
    }
}
