package dev.parlance.fake.twilio.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of requests and answers in a recording. */
class ExchangeMaskTest {
    private static final String ACCOUNT = "AC" + "a1b2c3d4".repeat(4);
    private static final String MESSAGES = "https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    private static final List<String> SECRETS = List.of(
            "5550123",
            "7700900123",
            "Ada",
            "Lovelace",
            "lovelace",
            "example.org",
            "see you",
            "sk-live",
            "918273",
            "a1b2c3d4",
            "nickname",
            "51.5074",
            "4711",
            "c2VjcmV0",
            "1815",
            "bearer",
            "tok_");

    private final ExchangeMask mask = new ExchangeMask(false);

    private String file(WebhookRequest request, WebhookResponse response) {
        String host = request.url().replaceFirst("https://([^/]+)/.*", "$1");
        return new Recording(List.of(mask.of(host, request, response))).toString();
    }

    @Test
    void nothing_personal_or_secret_is_left_of_a_message() {
        WebhookRequest request = WebhookRequest.post(MESSAGES)
                .withHeader("Authorization", "Basic c2VjcmV0")
                .withHeader("Cookie", "tok_1")
                .withForm(
                        "To", "+14155550123",
                        "From", "whatsapp:+447700900123",
                        "Body", "see you at nine, 918273",
                        "StatusCallback", "https://ada:sk-live@lovelace.example.org/status?t=sk-live",
                        "ContentVariables", "{\"1\":\"Ada\"}",
                        "Ada Lovelace", "918273");
        WebhookResponse response = WebhookResponse.json("""
                {"sid": "SMa1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4", "to": "+14155550123", "from": "whatsapp:+447700900123",
                 "body": "see you at nine, 918273", "friendly_name": "Ada Lovelace", "email": "ada@example.org",
                 "auth_token": "sk-live", "code": "918273", "pin": 4711, "latitude": 51.5074, "status": "Ada Lovelace",
                 "uri": "/2010-04-01/Accounts/ACa1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4/Messages/lovelace.json?t=sk-live",
                 "error_message": "'+14155550123' is not a number", "birth_date": "1815-12-10",
                 "attributes": {"nickname": 4711}, "Ada Lovelace": [["ada@example.org", 918273]]}""")
                .withHeader("Set-Cookie", "tok_2")
                .withHeader("Location", "https://lovelace.example.org");
        assertThat(file(request, response)).doesNotContain(SECRETS).contains("\"auth_token\" : \"text-");
    }

    @Test
    void nothing_personal_is_left_of_json_requests_and_of_what_users_name() {
        WebhookRequest content = WebhookRequest.post("https://content.twilio.com/v1/Content")
                .withBody("application/json", """
                        {"friendly_name": "Ada", "language": "Lovelace", "variables": {"nickname": "Ada"},
                         "types": {"twilio/quick-reply": {"body": "see you", "actions": [{"title": "Ada", "id": "918273"}]}}}""".getBytes(StandardCharsets.UTF_8));
        WebhookResponse template = WebhookResponse.json("""
                {"sid": "HXa1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4", "variables": {"nickname": "Ada"},
                 "types": {"twilio/quick-reply": {"body": "see you", "actions": [{"title": "Ada", "id": "918273"}]}}}""");
        assertThat(file(content, template)).doesNotContain(SECRETS).contains("twilio/quick-reply", "\"actions\"");

        WebhookRequest sync = WebhookRequest.get("https://sync.twilio.com/v1/Services/lovelace/Documents/Ada?x=918273");
        WebhookResponse document = WebhookResponse.json("{\"data\": {\"nickname\": {\"Ada\": 4711}, \"x\": [918273]}}");
        assertThat(file(sync, document)).doesNotContain(SECRETS);
    }

    @Test
    void nothing_is_left_of_other_bodies_and_of_unknown_paths() {
        WebhookRequest upload = WebhookRequest.post("https://ada.lovelace.twil.io/Ada/918273")
                .withBody("multipart/form-data; boundary=tok_3", "see you".getBytes(StandardCharsets.UTF_8));
        assertThat(file(upload, WebhookResponse.text("see you, Ada")).replace("ada.lovelace.twil.io", ""))
                .doesNotContain(SECRETS);
        assertThat(file(
                        WebhookRequest.get(MESSAGES),
                        WebhookResponse.bytes("application/json", "{\"Ada".getBytes(StandardCharsets.UTF_8))))
                .doesNotContain(SECRETS);
    }

    @Test
    void what_a_program_decides_by_is_kept() {
        WebhookResponse refused = WebhookResponse.json("{\"code\":21211,\"message\":\"Invalid 'To': +14155550123\","
                        + "\"more_info\":\"https://www.twilio.com/docs/errors/21211\",\"status\":400}")
                .withStatus(400)
                .withHeader("Retry-After", "7");
        assertThat(file(WebhookRequest.post(MESSAGES), refused))
                .contains("21211", "docs/errors/21211", "\"status\" : 400", "\"retryAfter\" : \"7\"")
                .doesNotContain(SECRETS);

        WebhookResponse page = WebhookResponse.json("""
                {"page": 0, "page_size": 50, "next_page_uri":
                   "/2010-04-01/Accounts/ACa1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4/Messages.json?PageSize=50&Page=1&PageToken=PASM918273",
                 "messages": [{"status": "queued", "direction": "outbound-api", "num_segments": "2", "price_unit": "USD",
                   "date_created": "Mon, 30 Nov 2026 07:00:00 +0000", "error_code": null}]}""");
        assertThat(file(WebhookRequest.get(MESSAGES + "?PageSize=50&DateSent%3E=2026-11-30"), page))
                .contains(
                        "\"PageSize\" : [ \"50\" ]",
                        "Messages.json?PageSize=50&Page=1&PageToken=text-2",
                        "\"status\" : \"queued\"",
                        "\"direction\" : \"outbound-api\"",
                        "\"num_segments\" : \"2\"",
                        "\"price_unit\" : \"USD\"",
                        "\"DateSent>\" : [ \"2026-11-30\" ]",
                        "Mon, 30 Nov 2026 07:00:00 +0000")
                .doesNotContain(SECRETS);
    }

    @Test
    void texts_are_kept_if_asked_to_but_not_what_looks_like_a_code_or_an_address() {
        ExchangeMask keeping = new ExchangeMask(true);
        WebhookRequest request = WebhookRequest.post(MESSAGES)
                .withForm("To", "+14155550123", "Body", "Hello! 918273 from ada@example.org");
        Exchange exchange = keeping.of("api.twilio.com", request, WebhookResponse.noContent());
        assertThat(exchange.request().form().first("Body")).contains("Hello! 000001 from person-1@example.com");

        WebhookRequest check =
                WebhookRequest.post("https://verify.twilio.com/v2/Services").withForm("FriendlyName", "Ada");
        assertThat(keeping.request("verify.twilio.com", check).form().first("FriendlyName"))
                .contains("text-1");
    }
}
