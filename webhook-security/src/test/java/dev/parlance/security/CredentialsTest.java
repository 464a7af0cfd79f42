package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final WebhookSignature ANY = request -> Verdict.accepted("any");
    private static final WebhookRequest REQUEST = WebhookRequest.post("https://example.com/sms?a=1");

    private final MovableClock clock = new MovableClock();

    private static WebhookResponse sent(Credentials credentials, String authorization) {
        return SignedWebhooks.verifiedBy(ANY)
                .withCredentials(credentials)
                .handler(request -> WebhookResponse.text("reached"))
                .handle(REQUEST.withHeader("Authorization", authorization));
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    @Test
    void the_right_name_and_password_are_accepted() {
        Credentials credentials = Credentials.basic("twilio", Secret.of("pä:ss"));

        assertThat(sent(credentials, basic("twilio:pä:ss")).status()).isEqualTo(200);
        assertThat(sent(credentials, basic("twilio:pä:ss").replace("Basic", "BASIC "))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic %%%",
                "Basic Og==",
                "Bearer dHdpbGlvOnDDpDpzcw==",
                "dHdpbGlvOnDDpDpzcw=="
            })
    void missing_or_malformed_credentials_get_a_challenge(String authorization) {
        WebhookResponse response = sent(Credentials.basic("twilio", Secret.of("pä:ss")), authorization);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.length()).isZero();
        assertThat(response.headers().all("WWW-Authenticate")).containsExactly("Basic realm=\"webhooks\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio:", "twilio:pä:ss2", "Twilio:pä:ss", "twilio", ":pä:ss"})
    void a_wrong_name_or_password_is_refused(String login) {
        assertThat(sent(Credentials.basic("twilio", Secret.of("pä:ss")), basic(login))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void several_authorization_headers_are_refused() {
        Credentials credentials = Credentials.basic("twilio", Secret.of("pass"));
        WebhookRequest twice = REQUEST.withHeader("Authorization", basic("twilio:pass"))
                .withHeader("Authorization", basic("twilio:pass"));

        assertThat(credentials.accepts(twice)).isFalse();
    }

    @Test
    void a_bearer_token_is_fixed_or_checked_by_the_application() {
        assertThat(sent(Credentials.bearer(Secret.of("abc.def")), "Bearer abc.def")
                        .status())
                .isEqualTo(200);
        assertThat(sent(Credentials.bearer(Secret.of("abc.def")), "Bearer abc.deg")
                        .status())
                .isEqualTo(401);
        assertThat(sent(Credentials.bearer(token -> token.endsWith("!")), "bearer yes!")
                        .status())
                .isEqualTo(200);
        assertThat(sent(Credentials.bearer(token -> token.endsWith("!")), "Bearer no")
                        .status())
                .isEqualTo(401);
    }

    /** Java's own HTTP client computes the digest, over a socket. */
    @ParameterizedTest
    @CsvSource({"pass, 200", "other, 401"})
    void javas_http_client_answers_the_challenge(String password, int status) throws IOException {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(ANY)
                .withMethods("GET")
                .withCredentials(Credentials.digest("twilio", Secret.of("pass")));
        try (WebhookServer server =
                WebhookServer.start(0, signedWebhooks.handler(r -> WebhookResponse.text("reached")))) {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(server.url() + "/sms?a=%2B&b=c").toURL().openConnection();
            connection.setAuthenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("twilio", password.toCharArray());
                }
            });

            assertThat(connection.getResponseCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void a_digest_is_accepted_with_either_algorithm(String algorithm) throws Exception {
        Credentials digest = DigestLogin.of("twilio", Secret.of("pass"), clock);

        assertThat(digest.challenges()).hasSize(2).anyMatch(challenge -> challenge.contains("algorithm=" + algorithm));
        assertThat(digest.accepts(answering(digest, Map.of("algorithm", algorithm))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "username, other",
        "realm, other",
        "qop, auth-int",
        "algorithm, SHA-512",
        "uri, /sms",
        "uri, /sms?a=2",
        "nonce, 0.0",
        "nonce, ffffffffffffffffffffff.00",
        "nonce, zz.00",
        "nonce, -1.00",
        "response, 0",
    })
    void a_digest_of_other_values_is_refused(String field, String value) throws Exception {
        Credentials digest = DigestLogin.of("twilio", Secret.of("pass"), clock);

        assertThat(digest.accepts(answering(digest, Map.of(field, value)))).isFalse();
    }

    @Test
    void a_digest_is_valid_for_one_method_only() throws Exception {
        Credentials digest = DigestLogin.of("twilio", Secret.of("pass"), clock);
        WebhookRequest answer = answering(digest, Map.of());

        assertThat(digest.accepts(WebhookRequest.of("PUT", answer.url(), answer.headers(), new byte[0])))
                .isFalse();
    }

    @Test
    void a_nonce_is_valid_for_five_minutes() throws Exception {
        Credentials digest = DigestLogin.of("twilio", Secret.of("pass"), clock);
        WebhookRequest answer = answering(digest, Map.of());

        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(digest.accepts(answer)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(digest.accepts(answer)).isFalse();
        clock.advance(Duration.ofMinutes(-5).minusSeconds(1));
        assertThat(digest.accepts(answer)).isFalse();
    }

    @Test
    void a_nonce_from_another_server_is_refused() throws Exception {
        Credentials digest = DigestLogin.of("twilio", Secret.of("pass"), clock);
        Credentials other = DigestLogin.of("twilio", Secret.of("pass"), clock);

        assertThat(digest.accepts(answering(other, Map.of()))).isFalse();
    }

    /** The answer to the first challenge by RFC 7616. Overrides replace fields before the response is computed. */
    private static WebhookRequest answering(Credentials digest, Map<String, String> overrides) throws Exception {
        Map<String, String> fields =
                new TreeMap<>(HeaderFields.of(digest.challenges().get(0).substring("Digest ".length())));
        fields.putAll(Map.of("username", "twilio", "uri", "/sms?a=1", "nc", "00000001", "cnonce", "c"));
        fields.putAll(overrides);
        String algorithm = fields.get("algorithm").equals("SHA-512") ? "MD5" : fields.get("algorithm");
        String userHash = hash(algorithm, fields.get("username") + ":" + fields.get("realm") + ":pass");
        String requestHash = hash(algorithm, "POST:" + fields.get("uri"));
        fields.putIfAbsent(
                "response",
                hash(
                        algorithm,
                        String.join(
                                ":", userHash, fields.get("nonce"), "00000001", "c", fields.get("qop"), requestHash)));
        String header = fields.entrySet().stream()
                .map(field -> field.getKey() + "=\"" + field.getValue() + "\"")
                .collect(Collectors.joining(", ", "Digest ", ""));
        return WebhookRequest.of("POST", REQUEST.url(), Headers.none().withAdded("Authorization", header), new byte[0]);
    }

    private static String hash(String algorithm, String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
    }
}
