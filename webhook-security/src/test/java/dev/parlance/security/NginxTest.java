package dev.parlance.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the nginx configurations of docs/PROXIES.md verbatim, in a real nginx before a real server. */
@Timeout(120)
class NginxTest {
    private static final Path PAGE = Path.of("..", "docs", "PROXIES.md");
    private static final Pattern SETUP =
            Pattern.compile("<!-- nginx: (\\S+) -->\\n```nginx\\n(.*?)```", Pattern.DOTALL);
    private static final Secret token = Secret.of("token");
    private static final TwilioSignature TWILIO = TwilioSignature.of(token);
    private static final String HOST = "hooks.example.com";

    @TempDir
    static Path certificates;

    private static TestCertificate certificate;

    @TempDir
    Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Nginx nginx;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(certificates);
    }

    @AfterEach
    void stop() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    @Test
    void each_configuration_on_the_page_is_tested() throws Exception {
        String page = Files.readString(PAGE);

        assertThat(SETUP.matcher(page).results().map(setup -> setup.group(1)))
                .containsExactlyInAnyOrder("public-url", "trusted", "prefix");
        assertThat(Pattern.compile("```nginx").matcher(page).results()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sms",
                "/sms/",
                "/sms?a=1&b=&c",
                "/a%2Fb/%20/%C3%A9/%c3%a9?x=%2F+%20%c3%b1&y='",
                "/a+b?c=d+e",
                "/a%2fb%3Fc%23d%25",
                "/a//b/../c/./d",
                "/",
                "/?q=http://x/",
            })
    void signed_requests_arrive_with_their_url_unchanged(String target) throws Exception {
        String url = "https://" + HOST + target;
        String belowPrefix = "https://" + HOST + "/hooks" + target;

        startPublicUrl();
        assertThat(post(target, HOST, url)).isEqualTo("200 " + url);

        startTrusted();
        assertThat(post(target, HOST, url)).isEqualTo("200 " + url);

        startPrefix();
        assertThat(post("/hooks" + target, HOST, belowPrefix)).isEqualTo("200 " + belowPrefix);
    }

    @Test
    void a_public_url_may_have_a_port() throws Exception {
        start(
                setup("public-url"),
                SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com:8443")));
        assertAccepted(post("/sms", HOST + ":8443", "https://hooks.example.com:8443/sms"));
        assertRefused(post("/sms", HOST + ":9443", "https://hooks.example.com:9443/sms"));

        startTrusted();
        assertAccepted(post("/sms", HOST + ":8443", "https://hooks.example.com:8443/sms"));
        assertAccepted(post("/sms", HOST + ":443", "https://hooks.example.com/sms"));
        assertAccepted(post("/sms", "HOOKS.example.com:8443", "https://HOOKS.example.com:8443/sms"));
        assertRefused(post("/sms", HOST + ":8443", "https://hooks.example.com:9443/sms"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded | host=other.example.com;proto=https | https://other.example.com/sms",
                "Forwarded | proto=http | http://hooks.example.com/sms",
                "X-Forwarded-Host | other.example.com | https://other.example.com/sms",
                "X-Forwarded-Host | hooks.example.com:8443 | https://hooks.example.com:8443/sms",
                "X-Forwarded-Proto | http | http://hooks.example.com/sms",
                "X-Forwarded-Port | 8443 | https://hooks.example.com:8443/sms",
                "X-Forwarded-Prefix | /other | https://hooks.example.com/other/sms",
                "x-forwarded-prefix | /other | https://hooks.example.com/other/sms",
                "X_Forwarded_Host | other.example.com | https://other.example.com/sms",
            })
    void client_headers_neither_help_a_forgery_nor_block_a_signed_request(String header, String value, String forged)
            throws Exception {
        String line = header + ": " + value + "\r\n";

        startPublicUrl();
        assertRefused(post("/sms", HOST, forged, line));
        assertRefused(post("/sms", HOST, forged, line + line));
        assertAccepted(post("/sms", HOST, "https://hooks.example.com/sms", line));

        startTrusted();
        assertRefused(post("/sms", HOST, forged, line));
        assertRefused(post("/sms", HOST, forged, line + line));
        assertAccepted(post("/sms", HOST, "https://hooks.example.com/sms", line));

        startPrefix();
        assertRefused(post("/hooks/sms", HOST, forged, line));
        assertAccepted(post("/hooks/sms", HOST, "https://hooks.example.com/hooks/sms", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.example.com",
                "other.example.com:443",
                "hooks.example.com.other.example.com",
                "hooks.example.com@other.example.com",
                "hooks.example.com:443@other.example.com",
                "hooks.example.com, other.example.com",
                "hooks.example.com/other",
                "hooks.example.com:x",
                "[::1]",
                "127.0.0.1:8080",
            })
    void another_host_is_refused_even_with_a_signature_for_it(String host) throws Exception {
        String forged = "https://" + host + "/sms";

        startPublicUrl();
        assertRefused(post("/sms", host, forged));

        startTrusted();
        assertRefused(post("/sms", host, forged));
        assertRefused(post("https://hooks.example.com/sms", host, forged));
        assertRefused(post("/sms", HOST, forged, "Host: " + host + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "/sms, https://hooks.example.com/SMS",
        "/sms, https://hooks.example.com/sms/",
        "/sms, http://hooks.example.com/sms",
        "/sms?a=1, https://hooks.example.com/sms?a=2",
        "/sms?a=1, https://hooks.example.com/sms",
        "/a%2Fb, https://hooks.example.com/a/b",
        "/a%2Fb, https://hooks.example.com/a%2fb",
        "/a%20b, https://hooks.example.com/a+b",
        "/a/../sms, https://hooks.example.com/sms",
    })
    void a_signature_for_another_url_is_refused(String target, String signedFor) throws Exception {
        startPublicUrl();
        assertRefused(post(target, HOST, signedFor));

        startTrusted();
        assertRefused(post(target, HOST, signedFor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%68ooks/sms", "//hooks/sms", "/x/../hooks/sms", "/hooks/../sms"})
    void a_prefix_in_another_spelling_is_refused(String target) throws Exception {
        startPrefix();

        assertRefused(post(target, HOST, "https://hooks.example.com/hooks/sms"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proxy_set_header Forwarded .* | Forwarded: host=other.example.com | https://other.example.com/sms",
                "proxy_set_header X-Forwarded-Host .* | X-Forwarded-Host: other.example.com | https://other.example.com/sms",
                "proxy_set_header X-Forwarded-Proto .* | X-Forwarded-Proto: http | http://hooks.example.com/sms",
                "proxy_set_header X-Forwarded-Port .* | X-Forwarded-Port: 8443 | https://hooks.example.com:8443/sms",
                "proxy_set_header X-Forwarded-Prefix .* | X-Forwarded-Prefix: /other | https://hooks.example.com/other/sms",
            })
    void each_header_that_the_page_sets_blocks_a_forgery(String line, String header, String forged) throws Exception {
        start(without(line), trusted());

        assertAccepted(post("/sms", HOST, forged, header + "\r\n"));
    }

    @Test
    void without_the_host_check_a_request_signed_for_another_host_gets_in() throws Exception {
        start(without("if .*"), trusted());

        assertAccepted(post("/sms", "other.example.com", "https://other.example.com/sms"));
    }

    @Test
    void nginx_drops_the_port_with_host_and_the_escapes_with_a_path() throws Exception {
        start(setup("trusted").replace("Host $http_host", "Host $host"), trusted());
        assertRefused(post("/sms", HOST + ":8443", "https://hooks.example.com:8443/sms"));

        start(setup("public-url").replace("http://127.0.0.1:8080;", "http://127.0.0.1:8080/;"), publicUrl());
        assertRefused(post("/a%2Fb", HOST, "https://hooks.example.com/a%2Fb"));
    }

    private static SignedWebhooks publicUrl() {
        // snippet: public-url
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withPublicUrl(URI.create("https://hooks.example.com"));
        // end
        return signedWebhooks;
    }

    private static SignedWebhooks trusted() {
        // snippet: trusted
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token))
                .withTrustedProxies(TrustedProxies.of("127.0.0.1", "::1"));
        // end
        return signedWebhooks;
    }

    private static SignedWebhooks prefix() {
        return SignedWebhooks.verifiedBy(TWILIO).withPublicUrl(URI.create("https://hooks.example.com/hooks"));
    }

    private void startPublicUrl() throws Exception {
        start(setup("public-url"), publicUrl());
    }

    private void startTrusted() throws Exception {
        start(setup("trusted"), trusted());
    }

    private void startPrefix() throws Exception {
        start(setup("prefix"), prefix());
    }

    private static String setup(String name) throws Exception {
        Matcher setups = SETUP.matcher(Files.readString(PAGE));
        return setups.results()
                .filter(setup -> setup.group(1).equals(name))
                .map(setup -> setup.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no <!-- nginx: " + name + " -->"));
    }

    private static String without(String line) throws Exception {
        String whole = setup("trusted");
        String shorter = whole.replaceFirst("(?m)^ *" + line + "$", "");
        assertThat(shorter).isNotEqualTo(whole);
        return shorter;
    }

    /** Starts nginx with this configuration before a server that returns the URL it checked. */
    private void start(String http, SignedWebhooks signedWebhooks) throws Exception {
        stop();
        WebhookServer server =
                WebhookServer.start(0, signedWebhooks.handler(request -> WebhookResponse.text(request.url())));
        running.push(server);
        nginx = Nginx.start(folder, http, certificate, server.port());
        running.push(nginx);
    }

    private String post(String target, String host, String signedFor) throws Exception {
        return post(target, host, signedFor, "");
    }

    private String post(String target, String host, String signedFor, String moreHeaders) throws Exception {
        WebhookRequest signed = TWILIO.sign(WebhookRequest.post(signedFor).withForm("Body", "hola"));
        String head = "POST " + target + " HTTP/1.1\r\n"
                + "Host: " + host + "\r\n"
                + moreHeaders
                + "Connection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "X-Twilio-Signature: " + signed.header("X-Twilio-Signature").orElseThrow() + "\r\n"
                + "Content-Length: " + signed.body().length + "\r\n\r\n";
        return nginx.exchange((head + new String(signed.body(), UTF_8)).getBytes(ISO_8859_1));
    }

    private static void assertAccepted(String answer) {
        assertThat(answer).startsWith("200 ");
    }

    /** Refused by nginx, as malformed or misdirected, or by the signature check. */
    private static void assertRefused(String answer) {
        assertThat(answer).matches("(?s)(400|403|404|421) .*");
    }
}
