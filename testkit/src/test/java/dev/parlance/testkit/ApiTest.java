package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials, accounts, pages and hosts of the API. */
class ApiTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private Rest rest;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        rest = new Rest(twilio, "api.twilio.com");
    }

    @Test
    void wrong_credentials_are_refused() {
        isError(rest.as("AC" + "f".repeat(32), "x").get(rest.account() + "/Messages.json"), 401, 20003);
        isError(rest.as(twilio.accountSid(), "wrong").get(rest.account() + "/Messages.json"), 401, 20003);
        isError(rest.as("SK" + "f".repeat(32), "x").get(rest.account() + "/Messages.json"), 401, 20003);
    }

    @Test
    void an_account_can_access_its_subaccounts_but_not_the_reverse() {
        Answer sub = rest.post("/2010-04-01/Accounts.json", "FriendlyName", "branch");
        String messages = "/2010-04-01/Accounts/" + sub.sid() + "/Messages.json";
        assertThat(rest.get(messages).status()).isEqualTo(200);

        rest.as(sub.sid(), sub.text("auth_token"));
        assertThat(rest.get(messages).status()).isEqualTo(200);
        isError(rest.get(rest.account() + "/Messages.json"), 401, 20003);
    }

    @Test
    void resources_created_in_a_subaccount_belong_to_it() {
        Answer sub = rest.post("/2010-04-01/Accounts.json", "FriendlyName", "branch");
        String branch = "/2010-04-01/Accounts/" + sub.sid();
        Answer number = rest.post(
                branch + "/IncomingPhoneNumbers.json",
                "PhoneNumber",
                "+15005550177",
                "SmsUrl",
                "https://branch.example");
        twilio.mount(
                "https://branch.example",
                SignedWebhooks.verifiedBy(TwilioSignature.of(Secret.of(sub.text("auth_token"))))
                        .handler(request ->
                                WebhookResponse.text(request.formParameters().required("AccountSid"))));

        Answer sent = rest.post(branch + "/Messages.json", "To", ANA, "From", "+15005550177", "Body", "hola");

        assertThat(number.text("account_sid")).isEqualTo(sub.sid());
        assertThat(sent.text("account_sid")).isEqualTo(sub.sid());
        assertThat(rest.get(rest.account() + "/Messages/" + sent.sid() + ".json")
                        .status())
                .isEqualTo(404);
        isError(rest.text(ANA, "+15005550177", "hola"), 400, 21606);
        twilio.phone(ANA).receives("hola").texts("hi").receives(sub.sid());
    }

    @Test
    void a_resource_of_another_account_is_not_found() {
        Rest serverless = new Rest(twilio, "serverless.twilio.com");
        Answer sub = rest.post("/2010-04-01/Accounts.json", "FriendlyName", "branch");
        Answer service = serverless.post("/v1/Services", "UniqueName", "mine", "FriendlyName", "mine");
        serverless.as(sub.sid(), sub.text("auth_token"));

        isError(serverless.get("/v1/Services/" + service.sid()), 404, 20404);
        isError(serverless.get("/v1/Services/mine/Functions"), 404, 20404);
        assertThat(serverless.get("/v1/Services").json().path("services")).isEmpty();
    }

    @Test
    void a_page_past_the_end_is_empty() {
        rest.text(ANA, OURS, "hola");

        Answer page = rest.get(rest.account() + "/Messages.json?PageSize=1&Page=7");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("messages")).isEmpty();
        assertThat(page.json().path("next_page_uri").isNull()).isTrue();
        assertThat(page.text("previous_page_uri")).endsWith("PageSize=1&Page=6");
        assertThat(twilio.alerts()).isEmpty();
    }

    @Test
    void a_form_can_not_set_internal_fields() {
        Rest messaging = new Rest(twilio, "messaging.twilio.com");
        String service = twilio.messagingService(OURS);

        messaging.post("/v1/Services/" + service, "_senders", "nobody", "Links", "none");

        assertThat(rest.post(
                                rest.account() + "/Messages.json",
                                "To",
                                ANA,
                                "MessagingServiceSid",
                                service,
                                "Body",
                                "hola")
                        .status())
                .isEqualTo(201);
        assertThat(messaging.get("/v1/Services/" + service).json().path("links").isObject())
                .isTrue();
    }

    @Test
    void a_missing_resource_is_not_found() {
        isError(rest.get(rest.account() + "/Messages/SM" + "f".repeat(32) + ".json"), 404, 20404);
        isError(rest.get("/2010-04-01/Accounts/AC" + "f".repeat(32) + "/Messages.json"), 404, 20404);
        assertThat(rest.get(rest.account() + "/Calls/CA1.json").text("message"))
                .isEqualTo("The requested resource " + rest.account() + "/Calls/CA1.json was not found");
    }

    @Test
    void paging_is_stable_while_the_list_grows() {
        for (int i = 0; i < 7; i++) {
            rest.text(ANA, OURS, "n" + i);
        }
        Answer first = rest.get(rest.account() + "/Messages.json?PageSize=3");
        rest.text(ANA, OURS, "late");
        Answer second = rest.get(first.text("next_page_uri"));
        Answer third = rest.get(second.text("next_page_uri"));

        assertThat(bodies(first)).containsExactly("n6", "n5", "n4");
        assertThat(bodies(second)).containsExactly("n3", "n2", "n1");
        assertThat(bodies(third)).containsExactly("n0");
        assertThat(third.json().path("next_page_uri").isNull()).isTrue();
        assertThat(bodies(rest.get(third.text("previous_page_uri")))).containsExactly("n3", "n2", "n1");
        assertThat(first.json().path("start").asInt()).isZero();
        assertThat(first.json().path("end").asInt()).isEqualTo(2);
        isError(rest.get(rest.account() + "/Messages.json?PageSize=many"), 400, 20001);
    }

    private static List<String> bodies(Answer page) {
        return page.json().findValuesAsText("body");
    }

    @Test
    void messages_are_filtered_by_recipient_and_date() {
        rest.text(ANA, OURS, "one");
        twilio.settle();
        twilio.advance(Duration.ofDays(2));
        rest.text("+33612345678", OURS, "two");
        twilio.settle();
        String messages = rest.account() + "/Messages.json?";

        assertThat(bodies(rest.get(messages + "To=%2B33612345678"))).containsExactly("two");
        assertThat(bodies(rest.get(messages + "DateSent=2026-03-01"))).containsExactly("one");
        assertThat(bodies(rest.get(messages + "DateSent%3E=2026-03-02"))).containsExactly("two");
        assertThat(bodies(rest.get(messages + "DateSent%3C=2026-03-01T12:00:00Z")))
                .containsExactly("one");
        isError(rest.get(messages + "DateSent=yesterday"), 400, 20001);
    }

    @Test
    void page_urls_of_newer_apis_lead_back_to_the_fake() {
        Rest conversations = new Rest(twilio, "conversations.twilio.com");
        for (int i = 0; i < 3; i++) {
            conversations.post("/v1/Conversations", "FriendlyName", "c" + i);
        }

        Answer first = conversations.get("/v1/Conversations?PageSize=2");
        String next = first.json().path("meta").path("next_page_url").asText();

        assertThat(next)
                .startsWith(twilio.url() + "/conversations.twilio.com/v1/Conversations?PageSize=2&Page=1&PageToken=");
        assertThat(conversations.get(next).json().path("conversations")).hasSize(1);
    }

    @Test
    void the_host_is_guessed_from_the_path() {
        assertThat(new Rest(twilio, "")
                        .get(twilio.url() + rest.account() + ".json")
                        .sid())
                .isEqualTo(twilio.accountSid());
        assertThat(new Rest(twilio, "")
                        .get(twilio.url() + "/v1/Services")
                        .json()
                        .has("services"))
                .isTrue();
        assertThat(new Rest(twilio, "")
                        .get(twilio.url() + "/v1/Conversations")
                        .json()
                        .has("conversations"))
                .isTrue();
    }

    @Test
    void the_api_works_over_tls() throws Exception {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create(twilio.secureUrl() + "/api.twilio.com" + rest.account() + ".json")
                        .toURL()
                        .openConnection();
        connection.setSSLSocketFactory(twilio.sslContext().getSocketFactory());

        assertThat(connection.getResponseCode()).isEqualTo(401);
        assertThat(twilio.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void clients_that_prefer_http_2_work_too() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(twilio.sslContext())
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.secureUrl() + "/v1/Services"))
                .build();

        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
    }
}
