package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.JSON;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is copied and exported from the traffic does what it says. */
@Timeout(120)
class TrafficCopiesTest {
    private final SimulatorFixture page = new SimulatorFixture();
    private final WebhookServer application = WebhookServer.start(0, application());

    private Router application() {
        SignedWebhooks signed = SignedWebhooks.verifiedBy(TwilioSignature.of(page.twilio.authToken()));
        return Router.create()
                .post(
                        "/sms",
                        signed.handler(request -> WebhookResponse.of(MessageTwiml.reply("You said \""
                                + IncomingMessage.of(request).body() + "\"\nThank you, ¡gracias! شكرًا"))))
                .post(
                        "/voice",
                        request -> WebhookResponse.of(VoiceTwiml.create()
                                .gather(gather -> gather.action("/heard").say("Press some keys."))))
                .post(
                        "/heard",
                        request -> WebhookResponse.of(VoiceTwiml.create()
                                .say("You pressed "
                                        + GatherResult.of(request).digits().orElse("nothing"))
                                .hangup()))
                .post("/status", signed.handler(request -> WebhookResponse.noContent()));
    }

    private String at(String path) {
        return application.url().resolve(path).toString();
    }

    @AfterEach
    void close() {
        application.close();
        page.close();
    }

    private String copy(long number, String form) throws Exception {
        return page.get("/api/traffic/entries/" + number + "/" + form).body();
    }

    private long last() throws Exception {
        JsonNode rows = JSON.readTree(page.get("/api/traffic").body()).path("rows");
        return rows.path(rows.size() - 1).path("number").asLong();
    }

    @Test
    void a_text_becomes_a_test_that_passes() throws Exception {
        page.twilio.number(SHOP).onText(at("/sms"));
        page.texts("C:\\\\temp, ¿sí?");

        String source = copy(last(), "test");

        assertThat(source).contains(".texts(\"C:\\\\temp, ¿sí?\")", ".receives(\"You said");
        CopiedTest.passes(source);
    }

    @Test
    void a_copied_test_fails_when_the_application_answers_something_else() throws Exception {
        page.twilio.number(SHOP).onText(at("/sms"));
        page.texts("hola");

        CopiedTest.fails(copy(last(), "test").replace("Thank you", "Go away"));
    }

    @Test
    void a_call_becomes_a_test_that_passes() throws Exception {
        page.twilio.number(SHOP).onCall(at("/voice"));
        String call = page.calls();
        page.submit("/api/calls/actions", "{'call': '%s', 'action': 'keys', 'keys': '12#'}".formatted(call));

        String source = copy(last(), "test");

        assertThat(source).contains(".hears(\"Press some keys.\")", ".presses(\"12#\")", ".hears(\"You pressed 12\");");
        CopiedTest.passes(source);
    }

    @Test
    void a_status_callback_a_forged_webhook_and_an_api_request_become_tests_that_pass() throws Exception {
        page.applicationTexts("To", ANA, "From", SHOP, "Body", "hola", "StatusCallback", at("/status"));
        page.twilio.settle();
        long callback = last();
        page.submit("/api/traffic/again", "{'webhooks': [{'number': " + callback + ", 'signature': 'forged'}]}");
        long forged = last();
        page.submit("/api/traffic/again", "{'webhooks': [{'number': " + callback + ", 'signature': 'none'}]}");
        page.applicationTexts("To", "+15005550001", "From", SHOP, "Body", "hola");

        String refused = copy(forged, "test");
        assertThat(refused).contains("Secret.of(", "isEqualTo(403)");
        for (String source : List.of(copy(callback, "test"), refused, copy(forged + 1, "test"), copy(last(), "test"))) {
            CopiedTest.passes(source);
        }
    }

    @Test
    void a_webhook_becomes_a_curl_command_with_its_signature() throws Exception {
        page.texts("it''s 5 o''clock".replace("''", "\\u0027"));

        String curl = copy(last(), "curl");

        assertThat(curl)
                .startsWith("curl -X POST 'https://shop.example/sms' \\\n")
                .containsPattern("-H 'X-Twilio-Signature: [\\w+/]{27}='")
                .contains("--data-raw '", "Body=it%27s+5+o%27clock");
    }

    @Test
    void an_api_request_becomes_a_curl_command_that_takes_the_login_from_the_environment() throws Exception {
        page.applicationTexts("To", ANA, "From", SHOP, "Body", "hola");

        String curl = copy(last(), "curl");

        assertThat(curl)
                .startsWith("curl -X POST '" + page.twilio.url() + "/api.twilio.com/2010-04-01/Accounts/")
                .contains("-u \"$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN\"")
                .doesNotContain("Authorization", "Basic");
    }

    @Test
    void only_requests_can_be_copied() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'late'}");

        assertThat(page.get("/api/traffic/entries/1/curl").statusCode()).isEqualTo(404);
        assertThat(page.get("/api/traffic/entries/1/test").statusCode()).isEqualTo(404);
    }

    @Test
    void all_requests_are_exported_as_a_valid_http_archive() throws Exception {
        haveTraffic();

        JsonNode har = JSON.readTree(
                page.post("/api/traffic/export", "{'format': 'har'}").body());

        assertThat(HarRules.violations(har)).isEmpty();
        JsonNode entries = har.path("log").path("entries");
        assertThat(entries.findValuesAsText("url")).contains("https://shop.example/sms");
        assertThat(entries.path(0)
                        .path("request")
                        .path("postData")
                        .path("params")
                        .toString())
                .contains("{\"name\":\"Body\",\"value\":\"hola\"}");
        assertThat(entries.toString()).contains("Injected fault: unreachable", "21211: ");
    }

    @Test
    void chosen_entries_are_exported_one_a_line() throws Exception {
        haveTraffic();

        String lines = page.post("/api/traffic/export", "{'format': 'ndjson', 'numbers': [1, 2]}")
                .body();

        assertThat(lines.lines()).hasSize(2);
        JsonNode first = JSON.readTree(lines.lines().findFirst().orElseThrow());
        assertThat(first.path("kind").asText()).isEqualTo("webhook");
        assertThat(first.path("form").toString()).contains("[\"Body\",\"hola\"]");
    }

    @Test
    void no_export_copy_or_detail_has_the_auth_token() throws Exception {
        page.postToApi("Keys.json", "FriendlyName", "mine");
        page.getFromApi(".json");
        haveTraffic();
        String token = page.twilio.authToken().reveal();

        String all = page.post("/api/traffic/export", "{'format': 'har'}").body()
                + page.post("/api/traffic/export", "{'format': 'ndjson'}").body()
                + copy(1, "test")
                + copy(1, "curl")
                + copy(2, "test");

        assertThat(all).contains("\\\"auth_token\\\":\\\"•••\\\"", "\\\"secret\\\":\\\"•••\\\"", ":•••");
        assertThat(all.replace("SM" + token, "").replace("AC" + token, "")).doesNotContain("\"" + token);
    }

    /** A text, a refused request and a fault. */
    private void haveTraffic() throws Exception {
        page.texts("hola");
        page.applicationTexts("To", "+15005550001", "From", SHOP, "Body", "hola");
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'unreachable', 'times': 2}");
        page.texts("again");
    }
}
