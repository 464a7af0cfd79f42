package dev.parlance.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that must be refused. */
class SafetyTest {
    private static final String NUMBER = "+33123456789";
    private static final String URL = "https://calls.example";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private TwilioAccount account;
    private Router routes;

    @BeforeEach
    void setUp() {
        twilio.number(NUMBER);
        account = TwilioAccount.builder(AccountSettings.of(twilio.accountSid(), twilio.authToken())
                        .withApiKey(twilio.apiKey())
                        .withPhoneNumber(Address.of(NUMBER))
                        .withVoiceApplicationSid(twilio.application(URL + "/hooks/call/connect")))
                .baseUrl(twilio.url())
                .build();
        routes = BrowserCalls.routes(
                account,
                new BrowserCalls.Options(
                        Map.of("ana", "anas-word"), List.of("FR"), "FR", URI.create(URL), Optional.empty()));
    }

    @AfterEach
    void tearDown() {
        account.close();
    }

    private WebhookResponse post(String path, String... form) {
        return routes.respond(WebhookRequest.post(URL + path).withForm(form));
    }

    private String session() {
        WebhookResponse response = post("/api/session", "user", "ana", "password", "anas-word");
        return response.headers().first("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private WebhookResponse asAna(String path, String json) {
        return routes.respond(WebhookRequest.post(URL + path)
                .withBody("application/json", json.getBytes(StandardCharsets.UTF_8))
                .withHeader("Cookie", session())
                .withHeader("Origin", URL));
    }

    private WebhookResponse hook(String path, String... form) {
        return routes.respond(TwilioSignature.of(twilio.authToken())
                .sign(WebhookRequest.post(URL + path).withForm(form)));
    }

    @Test
    void without_signing_in_every_api_route_is_closed() {
        assertThat(post("/api/token/generate").status()).isEqualTo(401);
        assertThat(post("/api/messages").status()).isEqualTo(401);
        assertThat(post("/api/calls").status()).isEqualTo(401);
        assertThat(routes.respond(WebhookRequest.get(URL + "/api/config")).bodyText())
                .isEqualTo("{}");
    }

    @Test
    void a_wrong_password_and_a_forged_session_are_refused() {
        assertThat(post("/api/session", "user", "ana", "password", "guess").status())
                .isEqualTo(401);
        assertThat(post("/api/session", "user", "eve", "password", "").status()).isEqualTo(401);
        WebhookRequest forged =
                WebhookRequest.post(URL + "/api/token/generate").withHeader("Cookie", "session=" + "0".repeat(32));
        assertThat(routes.respond(forged).status()).isEqualTo(401);
    }

    @Test
    void password_guesses_are_limited() {
        for (int i = 0; i < 10; i++) {
            assertThat(post("/api/session", "user", "ana", "password", "guess " + i)
                            .status())
                    .isEqualTo(401);
        }

        WebhookResponse refused = post("/api/session", "user", "ana", "password", "anas-word");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("Retry-After")).isPresent();
    }

    @Test
    void the_cookie_is_useless_to_pages_of_other_origins() {
        String session = session();
        for (String path : List.of("/api/token/generate", "/api/messages", "/api/calls")) {
            WebhookRequest request = WebhookRequest.post(URL + path)
                    .withBody(
                            "application/json",
                            "{\"to\":\"0612345678\",\"message\":\"hello\"}".getBytes(StandardCharsets.UTF_8))
                    .withHeader("Cookie", session);

            assertThat(routes.respond(request).status()).isEqualTo(401);
            assertThat(routes.respond(request.withHeader("Origin", "https://calls.example:8443"))
                            .status())
                    .isEqualTo(401);
            assertThat(routes.respond(request.withHeader("Sec-Fetch-Site", "same-site"))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(twilio.sent()).isEmpty();
    }

    @Test
    void the_cookie_of_an_https_page_is_secure() {
        WebhookResponse response = post("/api/session", "user", "ana", "password", "anas-word");

        assertThat(response.headers().first("Set-Cookie").orElseThrow())
                .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void a_signed_in_user_gets_a_token_until_signing_out() {
        String session = session();
        WebhookRequest request = WebhookRequest.post(URL + "/api/token/generate")
                .withHeader("Cookie", session)
                .withHeader("Origin", URL);
        assertThat(routes.respond(request).bodyText())
                .contains("\"identity\":\"ana\"")
                .contains("\"seconds\":3600");

        routes.respond(WebhookRequest.post(URL + "/api/session/end")
                .withHeader("Cookie", session)
                .withHeader("Origin", URL));

        assertThat(routes.respond(request).status()).isEqualTo(401);
    }

    @Test
    void tokens_are_rate_limited() {
        String session = session();
        WebhookRequest request = WebhookRequest.post(URL + "/api/token/generate")
                .withHeader("Cookie", session)
                .withHeader("Origin", URL);
        for (int i = 0; i < 10; i++) {
            assertThat(routes.respond(request).status()).isEqualTo(200);
        }

        WebhookResponse tooMany = routes.respond(request);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers().first("Retry-After")).contains("600");
    }

    @Test
    void an_unsigned_hook_is_refused() {
        assertThat(post("/hooks/call/connect", "From", "client:ana", "phoneNumber", "+33612345678")
                        .status())
                .isEqualTo(403);
        assertThat(post("/hooks/voice", "From", "+33612345678").status()).isEqualTo(403);
    }

    @Test
    void an_allowed_number_is_called_from_the_accounts_number() {
        String twiml = hook("/hooks/call/connect", "From", "client:ana", "phoneNumber", "06 12 34 56 78")
                .bodyText();

        assertThat(twiml).contains("callerId=\"+33123456789\"").contains("<Number>+33612345678</Number>");
    }

    @Test
    void a_number_outside_the_dial_plan_is_not_dialed() {
        for (String number :
                List.of("+34612345678", "0899123456", "112", "+870773111632", "", "client:eve", "<Number>")) {
            assertThat(hook("/hooks/call/connect", "From", "client:ana", "phoneNumber", number)
                            .bodyText())
                    .as(number)
                    .contains("<Say")
                    .doesNotContain("<Dial");
        }
    }

    @Test
    void a_caller_who_is_not_a_browser_user_cannot_dial() {
        assertThat(hook("/hooks/call/connect", "From", "+33699999999", "phoneNumber", "+33612345678", "identity", "ana")
                        .bodyText())
                .contains("not known here")
                .doesNotContain("<Dial");
    }

    @Test
    void texts_and_calls_from_the_page_keep_to_the_dial_plan() {
        assertThat(asAna("/api/messages", "{\"to\":\"+33612345678\",\"message\":\"Bonjour\"}")
                        .status())
                .isEqualTo(201);
        twilio.phone("+33612345678").receives("Bonjour");

        assertThat(asAna("/api/messages", "{\"to\":\"+34612345678\",\"message\":\"Hola\"}")
                        .status())
                .isEqualTo(403);
        assertThat(asAna("/api/calls", "{\"to\":\"+33899123456\",\"message\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(asAna("/api/calls", "{\"to\":\"+33612345678\",\"message\":\"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(asAna("/api/calls", "no json").status()).isEqualTo(400);
    }

    @Test
    void a_call_speaks_its_message() {
        twilio.phone("+33612345678").answersAtOnce();

        assertThat(asAna("/api/calls", "{\"to\":\"0612345678\",\"message\":\"Votre table est prête.\"}")
                        .status())
                .isEqualTo(201);

        twilio.settle();
        twilio.phone("+33612345678").callHistory().get(0).hears("Votre table est prête.");
    }
}
