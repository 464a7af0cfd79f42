package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings.ApiKey;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Who can do what: suspended accounts, standard and restricted keys, OAuth apps, and auth tokens that are replaced. */
class AccountsTest {
    private static final String ANA = "+5215512345678";
    private static final String OURS = "+15005550100";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");
    private final Rest iam = new Rest(twilio, "iam.twilio.com");
    private final Rest accounts = new Rest(twilio, "accounts.twilio.com");

    @Test
    void a_suspended_account_cannot_text_or_call() {
        twilio.number(OURS);
        api.post(api.account() + ".json", "Status", "suspended");

        isError(api.text(ANA, OURS, "hola"), 401, 20005);
        isError(api.post(api.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response/>"), 401, 20005);
        assertThat(api.get(api.account() + "/Messages.json").status()).isEqualTo(200);
        api.post(api.account() + ".json", "Status", "active");
        assertThat(api.text(ANA, OURS, "hola").status()).isEqualTo(201);
    }

    @Test
    void a_suspended_account_suspends_its_subaccounts() {
        Answer shop = api.post("/2010-04-01/Accounts.json", "FriendlyName", "Shop");
        String path = "/2010-04-01/Accounts/" + shop.sid();
        api.post(api.account() + ".json", "Status", "suspended");

        isError(api.post(path + "/Applications.json", "FriendlyName", "Orders"), 401, 20005);
    }

    @Test
    void the_application_of_a_suspended_account_gets_no_texts_and_calls() {
        List<String> requests = new CopyOnWriteArrayList<>();
        twilio.mount("https://app.example", request -> {
            requests.add(request.path());
            return WebhookResponse.text("").withStatus(200);
        });
        twilio.number(OURS).onText("https://app.example/sms").onCall("https://app.example/call");
        api.post(api.account() + ".json", "Status", "suspended");
        twilio.phone(ANA).textsTo(OURS, "hola");
        twilio.phone(ANA).calls(OURS);

        assertThat(requests).isEmpty();
        assertThat(api.get(api.account() + "/Messages.json").json().path("messages"))
                .isEmpty();
    }

    @Test
    void a_scheduled_text_fails_if_the_account_is_suspended_in_the_meantime() {
        String service = twilio.messagingService(OURS);
        Answer text = api.post(
                api.account() + "/Messages.json",
                "To",
                ANA,
                "MessagingServiceSid",
                service,
                "Body",
                "hola",
                "ScheduleType",
                "fixed",
                "SendAt",
                "2026-03-01T13:00:00Z");
        api.post(api.account() + ".json", "Status", "suspended");
        twilio.advance(Duration.ofHours(2));

        Answer failed = api.get(api.account() + "/Messages/" + text.sid() + ".json");
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.text("error_code")).isEqualTo("30002");
    }

    @Test
    void a_standard_key_cannot_manage_accounts_and_keys() {
        ApiKey key = twilio.apiKey();
        twilio.number(OURS);
        api.as(key.sid(), key.secret().reveal());
        iam.as(key.sid(), key.secret().reveal());

        assertThat(api.text(ANA, OURS, "hola").status()).isEqualTo(201);
        isError(api.post("/2010-04-01/Accounts.json", "FriendlyName", "Shop"), 401, 20003);
        isError(api.post(api.account() + "/Keys.json", "FriendlyName", "More"), 401, 20003);
        isError(iam.post("/v1/Keys", "AccountSid", twilio.accountSid()), 401, 20003);
    }

    @Test
    void a_restricted_key_is_held_to_its_policy() {
        twilio.number(OURS);
        Answer key = iam.post(
                "/v1/Keys",
                "AccountSid",
                twilio.accountSid(),
                "KeyType",
                "restricted",
                "FriendlyName",
                "Sender",
                "Policy",
                "{\"allow\": [\"/twilio/messaging/messages/create\"]}");
        api.as(key.sid(), key.text("secret"));

        assertThat(api.text(ANA, OURS, "hola").status()).isEqualTo(201);
        isError(api.get(api.account() + "/Messages.json"), 403, 70051);
        isError(api.post(api.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response/>"), 403, 70051);
    }

    @Test
    void a_policy_is_shown_and_can_be_changed_and_the_secret_is_shown_once() {
        String key = "/v1/Keys/"
                + iam.post("/v1/Keys", "AccountSid", twilio.accountSid(), "FriendlyName", "Sender")
                        .sid();
        Answer changed = iam.post(key, "Policy", "{\"allow\": [\"/twilio/voice/calls/read\"]}");

        assertThat(changed.json().path("policy").path("allow").path(0).asText()).isEqualTo("/twilio/voice/calls/read");
        assertThat(changed.text("friendly_name")).isEqualTo("Sender");
        assertThat(changed.json().has("secret")).isFalse();
        isError(iam.post(key, "Policy", "{}"), 400, 20001);
        isError(iam.post("/v1/Keys", "AccountSid", twilio.accountSid(), "KeyType", "restricted"), 400, 20001);
    }

    @Test
    void an_oauth_app_gets_access_tokens_that_expire() {
        Answer app = iam.postBody("/v1/Account/OAuthApps", "application/json", "{\"friendly_name\": \"Shop\"}");
        Answer token = token(app.sid(), app.text("secret"));

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.text("token_type")).isEqualTo("Bearer");
        assertThat(token.json().path("expires_in").asInt()).isEqualTo(3600);
        api.withBearer(token.text("access_token"));
        assertThat(api.get(api.account() + "/Messages.json").status()).isEqualTo(200);
        twilio.advance(Duration.ofHours(1));
        isError(api.get(api.account() + "/Messages.json"), 401, 20003);
    }

    @Test
    void wrong_credentials_of_an_oauth_app_get_no_token() {
        Answer app = iam.postBody("/v1/Account/OAuthApps", "application/json", "{\"friendly_name\": \"Shop\"}");

        isError(token(app.sid(), "wrong"), 401, 20003);
        isError(token("OQ" + "0".repeat(31) + "f", app.text("secret")), 401, 20003);
        api.withBearer("invented");
        isError(api.get(api.account() + "/Messages.json"), 401, 20003);
    }

    private static Answer token(String client, String secret) {
        return new Rest(twilio, "oauth.twilio.com")
                .post("/v2/token", "grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    @Test
    void an_oauth_app_is_held_to_its_policy() {
        Answer app = iam.postBody(
                "/v1/Account/OAuthApps",
                "application/json",
                "{\"friendly_name\": \"Shop\", \"policy\": {\"allow\": [\"/twilio/messaging/messages/read\"]}}");
        api.withBearer(token(app.sid(), app.text("secret")).text("access_token"));

        assertThat(api.get(api.account() + "/Messages.json").status()).isEqualTo(200);
        isError(api.get(api.account() + "/Calls.json"), 403, 70051);
    }

    @Test
    void a_promoted_auth_token_replaces_the_old_one() {
        List<String> tokens = new CopyOnWriteArrayList<>();
        String old = twilio.authToken().reveal();
        twilio.mount("https://app.example", request -> {
            tokens.add(signer(request, old));
            return WebhookResponse.text("").withStatus(200);
        });
        twilio.number(OURS).onText("https://app.example/sms");
        String next = accounts.post("/v1/AuthTokens/Secondary").text("secondary_auth_token");
        twilio.phone(ANA).textsTo(OURS, "uno");

        assertThat(api.as(twilio.accountSid(), next)
                        .get(api.account() + ".json")
                        .status())
                .isEqualTo(200);
        assertThat(accounts.post("/v1/AuthTokens/Promote").text("auth_token")).isEqualTo(next);
        twilio.phone(ANA).textsTo(OURS, "dos");

        assertThat(tokens).containsExactly("old", "new");
        assertThat(twilio.authToken().reveal()).isEqualTo(next);
        assertThat(api.get(api.account() + ".json").status()).isEqualTo(200);
        isError(api.as(twilio.accountSid(), old).get(api.account() + ".json"), 401, 20003);
    }

    /** Which token signed a webhook. */
    private static String signer(WebhookRequest request, String old) {
        StringBuilder text = new StringBuilder(request.url());
        request.formParameters().entries().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(parameter -> text.append(parameter.name()).append(parameter.value()));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(old.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            String signature = Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
            return request.header("X-Twilio-Signature").orElseThrow().equals(signature) ? "old" : "new";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_a_secondary_auth_token_there_is_nothing_to_promote() {
        accounts.post("/v1/AuthTokens/Secondary");
        accounts.delete("/v1/AuthTokens/Secondary");

        isError(accounts.post("/v1/AuthTokens/Promote"), 404, 20404);
        isError(accounts.delete("/v1/AuthTokens/Secondary"), 404, 20404);
    }
}
