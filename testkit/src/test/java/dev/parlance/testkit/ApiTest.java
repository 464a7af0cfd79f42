package dev.parlance.testkit;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static dev.parlance.testkit.TwilioAssertions.assertThatThrownBy;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.testkit.fault.ApiFault;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    private Rest rest;

    @BeforeEach
    void setUp() {
        twilio.number(OURS);
        rest = new Rest(twilio, "api.twilio.com");
    }

    private Answer text(String to, String from, String body) {
        return rest.post(rest.account() + "/Messages.json", "To", to, "From", from, "Body", body);
    }

    private static void isError(Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.json().path("code").asInt()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("message")).isNotBlank();
        assertThat(answer.text("more_info")).endsWith("/" + code);
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
        isError(text(ANA, "+15005550177", "hola"), 400, 21606);
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
        text(ANA, OURS, "hola");

        Answer page = rest.get(rest.account() + "/Messages.json?PageSize=1&Page=7");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("messages")).isEmpty();
        assertThat(page.json().path("next_page_uri").isNull()).isTrue();
        assertThat(page.text("previous_page_uri")).endsWith("PageSize=1&Page=6");
        assertThat(twilio.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, 90014", "0, 90014", "-1, 90014", "36001, 90007", "99999999999999999999, 90014"})
    void an_invalid_validity_period_is_refused(String period, int code) {
        Rest messaging = new Rest(twilio, "messaging.twilio.com");
        String service = "/v1/Services/" + twilio.messagingService(OURS);

        isError(messaging.post(service, "ValidityPeriod", period), 400, code);
        isError(
                rest.post(
                        rest.account() + "/Messages.json",
                        "To",
                        ANA,
                        "From",
                        OURS,
                        "Body",
                        "hola",
                        "ValidityPeriod",
                        period),
                400,
                code);
        assertThat(twilio.problems()).isEmpty();
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

    @ParameterizedTest
    @CsvSource({
        "'', +15005550100, hola, 21604",
        "+5215512345678, '', hola, 21603",
        "+5215512345678, +15005550100, '', 21602",
        "123, +15005550100, hola, 21211",
        "+15005550001, +15005550100, hola, 21211",
        "+15005550002, +15005550100, hola, 21612",
        "+15005550003, +15005550100, hola, 21408",
        "+15005550004, +15005550100, hola, 21610",
        "+15005550009, +15005550100, hola, 21614",
        "+5215512345678, +15005550001, hola, 21212",
        "+5215512345678, +15005550007, hola, 21606",
        "+5215512345678, +15005550008, hola, 21611",
        "+5215512345678, +15005550199, hola, 21606",
        "+15005550100, +15005550100, hola, 21266",
    })
    void an_invalid_text_is_refused(String to, String from, String body, int code) {
        isError(text(to, from, body), 400, code);
        assertThat(twilio.sent()).isEmpty();
    }

    @Test
    void a_text_with_a_long_body_or_too_much_media_is_refused() {
        isError(text(ANA, OURS, "x".repeat(1601)), 400, 21617);
        List<String> form = new ArrayList<>(List.of("To", ANA, "From", OURS));
        for (int i = 0; i < 11; i++) {
            form.addAll(List.of("MediaUrl", "https://app.example/" + i + ".png"));
        }
        isError(rest.post(rest.account() + "/Messages.json", form.toArray(String[]::new)), 400, 21623);
    }

    @Test
    void test_numbers_names_and_short_codes_can_send() {
        assertThat(text(ANA, "+15005550006", "hola").status()).isEqualTo(201);
        assertThat(text(ANA, "Parlance", "hola").status()).isEqualTo(201);
        assertThat(text(ANA, "12345", "hola").status()).isEqualTo(201);
    }

    @Test
    void texts_after_stop_are_refused_until_start() {
        twilio.phone(ANA).textsTo(OURS, "stop");
        isError(text(ANA, OURS, "hola"), 400, 21610);
        twilio.phone(ANA).textsTo(OURS, "start");
        assertThat(text(ANA, OURS, "hola").status()).isEqualTo(201);
    }

    @Test
    void a_trial_account_reaches_only_verified_numbers() {
        twilio.trial();
        isError(text(ANA, OURS, "hola"), 400, 21608);
        isError(rest.post(rest.account() + "/Calls.json", "To", ANA, "From", OURS, "Twiml", "<Response/>"), 400, 21219);
        twilio.verifyCallerId(ANA);
        assertThat(text(ANA, OURS, "hola").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'', +15005550100, https://app.example, 21201",
        "+5215512345678, '', https://app.example, 21213",
        "+5215512345678, +15005550100, '', 21205",
        "+5215512345678, +15005550100, nonsense, 21205",
        "+5215512345678, +15005550199, https://app.example, 21210",
        "+5215512345678, +15005550001, https://app.example, 21212",
        "nobody, +15005550100, https://app.example, 21211",
        "+15005550001, +15005550100, https://app.example, 21217",
        "+15005550002, +15005550100, https://app.example, 21214",
        "+15005550003, +15005550100, https://app.example, 21215",
        "+15005550004, +15005550100, https://app.example, 21216",
    })
    void an_invalid_call_is_refused(String to, String from, String url, int code) {
        isError(rest.post(rest.account() + "/Calls.json", "To", to, "From", from, "Url", url), 400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "PhoneNumber, +15005550000, 21422",
        "PhoneNumber, +15005550001, 21421",
        "PhoneNumber, 12, 21421",
        "PhoneNumber, +15005550100, 21422",
        "AreaCode, 533, 21452",
        "AreaCode, 1, 21451",
    })
    void an_unavailable_number_is_refused(String name, String value, int code) {
        isError(rest.post(rest.account() + "/IncomingPhoneNumbers.json", name, value), 400, code);
    }

    @Test
    void a_number_is_bought_by_area_code_and_configured() {
        Answer bought = rest.post(
                rest.account() + "/IncomingPhoneNumbers.json", "AreaCode", "510", "SmsUrl", "https://app.example/sms");

        assertThat(bought.text("phone_number")).startsWith("+1510555");
        assertThat(bought.text("sms_url")).isEqualTo("https://app.example/sms");
        isError(
                rest.post(rest.account() + "/IncomingPhoneNumbers/" + bought.sid() + ".json", "SmsUrl", "nonsense"),
                400,
                21402);
    }

    @Test
    void paging_is_stable_while_the_list_grows() {
        for (int i = 0; i < 7; i++) {
            text(ANA, OURS, "n" + i);
        }
        Answer first = rest.get(rest.account() + "/Messages.json?PageSize=3");
        text(ANA, OURS, "late");
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
        text(ANA, OURS, "one");
        twilio.settle();
        twilio.advance(Duration.ofDays(2));
        text("+33612345678", OURS, "two");
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

    @Test
    void a_rate_limit_has_a_retry_after_header() {
        twilio.failNext(2, "POST *Messages.json", ApiFault.rateLimited(Duration.ofSeconds(3)));

        Answer refused = text(ANA, OURS, "hola");
        isError(refused, 429, 20429);
        assertThat(refused.raw().headers().firstValue("Retry-After")).contains("3");
        isError(text(ANA, OURS, "hola"), 429, 20429);
        assertThat(text(ANA, OURS, "hola").status()).isEqualTo(201);
        assertThat(twilio).wasAsked(3, "POST " + rest.account() + "/Messages.json");
    }

    @Test
    void errors_and_server_failures_can_be_injected() {
        twilio.failNext("GET *", ApiFault.error(400, 20001, "no"));
        isError(rest.get(rest.account() + ".json"), 400, 20001);
        twilio.failNext("GET *", ApiFault.serverError(503));
        Answer broken = rest.get(rest.account() + ".json");
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.json().isMissingNode()).isTrue();
    }

    @Test
    void a_connection_can_drop_before_or_after_the_effect() {
        twilio.failNext("POST *", ApiFault.DROPPED_BEFORE_THE_EFFECT);
        assertThatThrownBy(() -> post("before")).isInstanceOf(IOException.class);
        assertThat(twilio.sent()).isEmpty();

        twilio.failNext("POST *", ApiFault.DROPPED_AFTER_THE_EFFECT);
        assertThatThrownBy(() -> post("after")).isInstanceOf(IOException.class);
        assertThat(twilio).sentMessageTo(ANA).withBody("after");

        twilio.failNext("POST *", ApiFault.TRUNCATED);
        assertThatThrownBy(() -> text(ANA, OURS, "truncated")).hasCauseInstanceOf(IOException.class);
        assertThat(twilio.sent()).hasSize(2);
    }

    @Test
    void a_response_can_be_delayed() throws Exception {
        twilio.failNext("POST *", ApiFault.slow(Duration.ofMillis(200)));
        long start = System.nanoTime();
        post("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    /** Does not retry, unlike the default clients of the JDK. */
    private void post(String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(twilio.url() + "/api.twilio.com" + rest.account() + "/Messages.json")
                        .toURL()
                        .openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Connection", "close");
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        byte[] form = ("To=%2B5215512345678&From=%2B15005550100&Body=" + body).getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(form.length);
        connection.getOutputStream().write(form);
        try (var in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }
}
