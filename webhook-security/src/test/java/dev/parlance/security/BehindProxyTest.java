package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How proxies change requests that Twilio signed for the public URL, and how to configure {@link SignedWebhooks} for each. */
class BehindProxyTest {
    private static final Secret token = Secret.of("token");
    private static final TwilioSignature TWILIO = TwilioSignature.of(token);
    private static final String PROXY = "10.0.3.7";

    /** A request signed for one URL and forwarded to another by a proxy that adds headers. */
    private static WebhookRequest forwarded(String signedFor, String arrivesAt, String... headers) {
        WebhookRequest signed = TWILIO.sign(WebhookRequest.post(signedFor).withForm("Body", "hola"));
        Headers all = signed.headers();
        for (int i = 0; i < headers.length; i += 2) {
            all = all.withAdded(headers[i], headers[i + 1]);
        }
        return WebhookRequest.of("POST", arrivesAt, all, signed.body()).withRemoteAddress(PROXY);
    }

    private static void assertAccepted(SignedWebhooks signedWebhooks, WebhookRequest request) {
        CheckResult result = signedWebhooks.check(request);
        assertThat(result.isAccepted()).as("%s", result.verdict()).isTrue();
    }

    @Test
    void ngrok() {
        WebhookRequest request = forwarded(
                "https://abc123.ngrok-free.app/sms?a=%2B",
                "http://localhost:8080/sms?a=%2B",
                "Host",
                "localhost:8080",
                "X-Forwarded-For",
                "3.80.0.1",
                "X-Forwarded-Host",
                "abc123.ngrok-free.app",
                "X-Forwarded-Proto",
                "https");

        SignedWebhooks signedWebhooks =
                SignedWebhooks.verifiedBy(TWILIO).withTrustedProxies(TrustedProxies.of("127.0.0.1", "::1"));

        assertAccepted(signedWebhooks, request.withRemoteAddress("127.0.0.1"));
        assertAccepted(signedWebhooks, request.withRemoteAddress("0:0:0:0:0:0:0:1"));
        assertThat(signedWebhooks
                        .check(request.withRemoteAddress("203.0.113.5"))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void nginx() {
        WebhookRequest request = forwarded(
                "https://hooks.example.com/sms",
                "http://hooks.example.com/sms",
                "Host",
                "hooks.example.com",
                "X-Forwarded-Proto",
                "https");
        WebhookRequest withoutHeaders =
                forwarded("https://hooks.example.com/sms", "http://127.0.0.1:8080/sms", "Host", "127.0.0.1:8080");

        SignedWebhooks signedWebhooks =
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com"));

        assertAccepted(signedWebhooks, request);
        assertAccepted(signedWebhooks, withoutHeaders);
        assertAccepted(SignedWebhooks.verifiedBy(TWILIO).withTrustedProxies(TrustedProxies.privateNetworks()), request);
    }

    @Test
    void aws_load_balancer() {
        WebhookRequest request = forwarded(
                "https://hooks.example.com/sms",
                "http://hooks.example.com/sms",
                "Host",
                "hooks.example.com",
                "X-Forwarded-For",
                "3.80.0.1",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Port",
                "443");

        SignedWebhooks signedWebhooks =
                SignedWebhooks.verifiedBy(TWILIO).withTrustedProxies(TrustedProxies.of("10.0.0.0/16"));

        assertAccepted(
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com")), request);
        assertAccepted(signedWebhooks, request);
        assertAccepted(
                signedWebhooks,
                forwarded(
                        "https://hooks.example.com:8443/sms",
                        "http://hooks.example.com/sms",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Port",
                        "8443"));
    }

    @Test
    void api_gateway_with_a_stage() {
        WebhookRequest request = forwarded(
                "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/Prod/echo/",
                "http://echo.internal:8080/echo/",
                "Host",
                "echo.internal:8080",
                "Forwarded",
                "by=3.4.5.6;for=3.80.0.1;host=a1b2c3.execute-api.eu-west-1.amazonaws.com;proto=https");

        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TWILIO)
                .withPublicUrl(URI.create("https://a1b2c3.execute-api.eu-west-1.amazonaws.com/Prod"));

        assertAccepted(signedWebhooks, request);
        assertThat(signedWebhooks.check(request).request().path()).isEqualTo("/echo/");
    }

    @Test
    void kubernetes_ingress() {
        WebhookRequest request = forwarded(
                "https://example.com/hooks/sms?x=1",
                "http://10.1.0.9:8080/sms?x=1",
                "Host",
                "10.1.0.9:8080",
                "X-Forwarded-Host",
                "example.com",
                "X-Forwarded-Port",
                "443",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Scheme",
                "https",
                "X-Forwarded-Prefix",
                "/hooks");

        assertAccepted(
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://example.com/hooks")), request);
        assertAccepted(SignedWebhooks.verifiedBy(TWILIO).withTrustedProxies(TrustedProxies.of("10.0.0.0/8")), request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded | host=other.example.com",
                "X-Forwarded-Host | other.example.com",
                "X-Forwarded-Prefix | /other",
            })
    void a_public_url_overrides_forwarded_headers(String header, String value) {
        SignedWebhooks signedWebhooks =
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com"));
        String url = "https://hooks.example.com/sms";

        assertAccepted(signedWebhooks, forwarded(url, "http://10.1.0.9:8080/sms", header, value));
        for (String forged : new String[] {"https://other.example.com/sms", "https://hooks.example.com/other/sms"}) {
            assertThat(signedWebhooks
                            .check(forwarded(forged, "http://10.1.0.9:8080/sms", header, value))
                            .isAccepted())
                    .isFalse();
        }
    }

    @Test
    void a_request_through_an_unconfigured_proxy_is_refused_and_the_diagnosis_names_the_setting() {
        WebhookRequest request = forwarded(
                "https://hooks.example.com/sms?Secret=1",
                "http://localhost:8080/sms?Secret=1",
                "X-Forwarded-Host",
                "hooks.example.com",
                "X-Forwarded-Proto",
                "https");

        // snippet: diagnosing
        SignedWebhooks signedWebhooks =
                SignedWebhooks.verifiedBy(TwilioSignature.of(token)).withDiagnosis();
        // end

        Verdict verdict = signedWebhooks.check(request).verdict();
        assertThat(verdict.refusal()).contains(Refusal.WRONG_SIGNATURE);
        assertThat(verdict.detail())
                .isEqualTo("It was checked as http://localhost:8080/sms?… but was signed for"
                        + " https://hooks.example.com/sms?…. Set the public URL https://hooks.example.com,"
                        + " or trust the proxy 10.0.3.7.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/sms/, http://hooks.example.com/sms, A proxy changes the path",
        "https://hooks.example.com/sms, http://hooks.example.com/sms?added=1, Set the public URL https://hooks.example.com.",
        "https://elsewhere.example.com/sms, http://hooks.example.com/sms, none of the URLs that its headers suggest matches",
        "https://elsewhere.example.com/sms, http://hooks.example.com/sms, if the URL configured at Twilio has a host other than hooks.example.com",
        "https://hooks.example.com/sms, http://localhost:8080/sms, Twilio cannot have called localhost:8080",
        "https://hooks.example.com/sms, http://10.0.0.7/sms, Twilio cannot have called 10.0.0.7",
        "https://hooks.example.com/sms, http://[::1]:8080/sms, Twilio cannot have called [::1]:8080",
    })
    void the_diagnosis_names_the_likely_cause(String signedFor, String arrivesAt, String diagnosis) {
        Verdict verdict = SignedWebhooks.verifiedBy(TWILIO)
                .withDiagnosis()
                .check(forwarded(signedFor, arrivesAt))
                .verdict();

        assertThat(verdict.detail()).contains(diagnosis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded | host=example.com;proto=https | https://example.com/sms",
                "Forwarded | For=\"[2001:db8::1]:47011\"; Proto=HTTPS; Host=\"example.com:8443\" | https://example.com:8443/sms",
                "Forwarded | host=first.example;proto=https, host=second.example;proto=http | https://first.example/sms",
                "Forwarded | for=\"_gazonk\" | http://server:8080/sms",
                "X-Forwarded-Proto | https | https://server:8080/sms",
                "X-Forwarded-Proto | https, http | https://server:8080/sms",
                "X-Forwarded-Proto | javascript | http://server:8080/sms",
                "X-Forwarded-Host | [2001:db8::1]:8443 | http://[2001:db8::1]:8443/sms",
                "X-Forwarded-Host | evil.example/path? | http://server:8080/sms",
                "X-Forwarded-Host | a@evil.example | http://server:8080/sms",
                "X-Forwarded-Port | 443 | http://server:8080/sms",
                "X-Forwarded-Prefix | /api/ | http://server:8080/api/sms",
                "X-Forwarded-Prefix | /a?b | http://server:8080/sms",
                "X-Forwarded-Prefix | api | http://server:8080/sms",
            })
    void each_header_changes_the_url_and_malformed_values_are_ignored(String header, String value, String url) {
        WebhookRequest request = WebhookRequest.post("http://server:8080/sms").withHeader(header, value);

        assertThat(ForwardedUrl.fromHeaders(request)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "http, 80, http://server/sms",
        "http, 443, http://server:443/sms",
        "https, 443, https://server/sms",
        "https, 80, https://server:80/sms",
        "wss, 443, wss://server/sms",
        "https, 8443, https://server:8443/sms",
        "https, 123456, https://server/sms",
        "https, '', https://server/sms",
    })
    void a_port_is_added_unless_it_is_the_schemes_default(String scheme, String port, String url) {
        WebhookRequest request = WebhookRequest.post("http://server/sms")
                .withHeader("X-Forwarded-Proto", scheme)
                .withHeader("X-Forwarded-Port", port);

        assertThat(ForwardedUrl.fromHeaders(request)).isEqualTo(url);
    }

    @Test
    void a_base_path_is_prepended_and_the_query_stays_byte_for_byte() {
        WebhookRequest request =
                forwarded("https://example.com/a/b/sms%2F?x=%c3%b1&y=+&z='", "http://in:1/sms%2F?x=%c3%b1&y=+&z='");

        assertAccepted(
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://example.com/a/b/")), request);
        assertAccepted(SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://example.com/a/b")), request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooks.example.com",
                "/sms",
                "ftp://example.com",
                "https://example.com/?a=1",
                "https://example.com#x",
                "https:///x",
                ""
            })
    void an_invalid_public_url_is_rejected_with_an_example(String base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create(base)))
                .withMessageContaining("such as https://hooks.example.com")
                .withMessageContaining("\"" + base + "\"");
    }
}
