package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.JSON;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.webhook.WebhookResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's view of the traffic between Twilio and the application, and its injected faults. */
@Timeout(60)
class SimulatedTrafficTest {
    private final SimulatorFixture page = new SimulatorFixture();

    @AfterEach
    void close() {
        page.close();
    }

    private JsonNode feed(String query) throws Exception {
        return JSON.readTree(page.get("/api/traffic" + query).body());
    }

    private List<JsonNode> rows() throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        feed("").path("rows").forEach(rows::add);
        return rows;
    }

    private JsonNode row(int fromEnd) throws Exception {
        List<JsonNode> rows = rows();
        return rows.get(rows.size() - 1 - fromEnd);
    }

    private JsonNode detail(JsonNode row) throws Exception {
        return JSON.readTree(
                page.get("/api/traffic/entries/" + row.path("number")).body());
    }

    @Test
    void a_webhook_is_shown_with_its_request_and_response() throws Exception {
        page.texts("hola");

        JsonNode row = row(0);
        assertThat(row.path("kind").asText()).isEqualTo("webhook");
        assertThat(row.path("path").asText()).isEqualTo("/sms");
        assertThat(row.path("signature").asText()).isEqualTo("valid");
        assertThat(row.path("person").asText()).isEqualTo(ANA);
        assertThat(row.path("text").asText()).isEqualTo("hola");
        JsonNode detail = detail(row);
        assertThat(detail.path("answer").path("body").asText()).contains("<Message>echo: hola</Message>");
        assertThat(detail.path("answer").path("isXml").asBoolean()).isTrue();
        assertThat(detail.path("form").toString()).contains("[\"Body\",\"hola\"]");
        assertThat(detail.path("idempotency").asText()).isNotEmpty();
        assertThat(page.get("/api/traffic/entries/999").statusCode()).isEqualTo(404);
        assertThat(page.get("/api/traffic/entries/x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_signature_is_explained_without_the_auth_token() throws Exception {
        page.texts("hola");

        JsonNode signing = detail(row(0)).path("signing");
        assertThat(signing.path("sent").asText())
                .isNotEmpty()
                .isEqualTo(signing.path("expected").asText());
        assertThat(signing.path("text").asText())
                .startsWith("https://shop.example/smsAccountSid" + page.twilio.accountSid())
                .contains("Bodyhola", "From" + ANA);

        page.submit("/api/traffic/again", "{'webhooks': [{'number': 1, 'signature': 'forged'}]}");

        JsonNode forged = detail(row(0)).path("signing");
        assertThat(forged.path("expected")).isEqualTo(signing.path("expected"));
        assertThat(forged.path("sent")).isNotEqualTo(signing.path("sent"));
        assertThat(forged.toString())
                .doesNotContain("\"" + page.twilio.authToken().reveal());
    }

    @Test
    void after_a_change_only_what_has_changed_is_sent() throws Exception {
        page.texts("one");
        JsonNode before = feed("");
        page.texts("two");

        JsonNode after = feed("?after=" + before.path("change"));

        assertThat(after.path("rows").findValuesAsText("text")).containsExactly("two");
        assertThat(after.path("run")).isEqualTo(before.path("run"));
        assertThat(after.path("total").asInt()).isEqualTo(before.path("total").asInt() + 1);
        assertThat(feed("?after=" + after.path("change")).path("rows")).isEmpty();
        assertThat(feed("?before=2").path("rows").findValuesAsText("text")).containsExactly("one");
        assertThat(feed("?count=1").path("rows").findValuesAsText("text")).containsExactly("two");
    }

    @Test
    void a_webhook_without_a_response_yet_is_shown_and_completed_later() throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        page.twilio.mount("https://slow.example", request -> {
            asked.complete(null);
            answer.join();
            return WebhookResponse.noContent();
        });
        page.twilio.number(SHOP).onText("https://slow.example/sms");
        CompletableFuture<Void> texting =
                CompletableFuture.runAsync(() -> page.twilio.phone(ANA).texts("hola"));
        asked.join();

        JsonNode begun = feed("");
        assertThat(begun.path("rows").path(0).has("status")).isFalse();
        answer.complete(null);
        texting.join();

        JsonNode ended = feed("?after=" + begun.path("change")).path("rows").path(0);
        assertThat(ended.path("number")).isEqualTo(begun.path("rows").path(0).path("number"));
        assertThat(ended.path("status").asInt()).isEqualTo(204);
    }

    @Test
    void a_webhook_can_be_sent_again_unchanged_edited_forged_and_several_times() throws Exception {
        page.texts("hola");
        WebhookExchange first = page.twilio.log().webhooks().get(0);
        String again = "{'webhooks': [%s]}";
        String number = "{'number': " + row(0).path("number");

        page.submit("/api/traffic/again", again.formatted(number + "}"));
        page.submit(
                "/api/traffic/again",
                again.formatted(number + ", 'parameters': [['From', '+1'], ['Body', 'other']], 'asNew': true}"));
        page.submit("/api/traffic/again", again.formatted(number + ", 'signature': 'forged'}"));
        String unsigned = number + ", 'signature': 'none'}";
        page.submit("/api/traffic/again", "{'atOnce': true, 'webhooks': [" + unsigned + ", " + unsigned + "]}");

        List<WebhookExchange> all = page.twilio.log().webhooks();
        assertThat(all)
                .extracting(WebhookExchange::signing)
                .containsExactly(
                        Signing.VALID, Signing.VALID, Signing.VALID, Signing.FORGED, Signing.NONE, Signing.NONE);
        assertThat(all).extracting(WebhookExchange::status).containsExactly(200, 200, 400, 403, 403, 403);
        assertThat(all.get(1).request().header("I-Twilio-Idempotency-Token"))
                .isEqualTo(first.request().header("I-Twilio-Idempotency-Token"));
        assertThat(all.get(2).request().header("I-Twilio-Idempotency-Token"))
                .isNotEqualTo(first.request().header("I-Twilio-Idempotency-Token"));
        assertThat(page.phone(ANA).path("messages")).hasSize(2);
        assertThat(row(0).path("repeats")).isEqualTo(rows().get(0).path("number"));
    }

    @Test
    void several_webhooks_are_sent_in_the_order_of_the_request() throws Exception {
        page.texts("one");
        page.texts("two");
        page.received.clear();

        page.submit("/api/traffic/again", "{'webhooks': [{'number': 2}, {'number': 1}]}");

        assertThat(page.received)
                .extracting(request -> request.formParameters().required("Body"))
                .containsExactly("two", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'webhooks': []}", "{}"})
    void sending_nothing_is_refused(String request) throws Exception {
        assertThat(page.post("/api/traffic/again", request).statusCode()).isEqualTo(409);
    }

    @Test
    void only_webhooks_can_be_sent_again() throws Exception {
        page.applicationTexts("To", ANA, "From", SHOP, "Body", "hola");

        assertThat(page.post("/api/traffic/again", "{'webhooks': [{'number': 1}]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_status_callback_shows_its_event_and_the_request_that_caused_it() throws Exception {
        page.twilio.mount("https://status.example", request -> WebhookResponse.noContent());
        page.applicationTexts(
                "To", ANA, "From", SHOP, "Body", "hola", "StatusCallback", "https://status.example/messages");
        page.twilio.settle();

        JsonNode callback = row(0);
        assertThat(callback.path("kind").asText()).isEqualTo("callback");
        assertThat(callback.path("event").asText()).isEqualTo("delivered");
        assertThat(callback.path("person").asText()).isEqualTo(ANA);
        JsonNode request = detail(callback).path("related").path(0);
        assertThat(request.path("reason").asText()).isEqualTo("API request that caused it");
        assertThat(request.path("path").asText()).isEqualTo("/Messages");
        assertThat(detail(request).path("related").findValuesAsText("reason"))
                .containsExactly("this one", "sent reported", "delivered reported");
    }

    @Test
    void a_request_that_only_reads_is_not_the_cause_of_a_callback() throws Exception {
        page.twilio.mount("https://status.example", request -> WebhookResponse.noContent());
        page.applicationCalls(ANA);
        String sid = page.phone(ANA).path("calls").path(0).path("sid").asText();
        page.getFromApi("/Calls/" + sid + ".json");
        page.inCall(sid, "'answer'");
        page.twilio.settle();

        assertThat(detail(row(0)).path("related").findValuesAsText("reason"))
                .containsExactly("API request that caused it", "same call", "this one");
    }

    @Test
    void an_injected_fault_is_shown_with_its_alert_and_a_remedy() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'unreachable', 'times': 2}");
        page.texts("hola");

        List<JsonNode> rows = rows();
        assertThat(rows).extracting(row -> row.path("kind").asText()).contains("fault", "alert");
        JsonNode failed = rows.stream()
                .filter(row -> row.path("kind").asText().equals("webhook"))
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(failed.path("fault").asText()).isEqualTo("unreachable");
        assertThat(rows.get(rows.size() - 3).path("kind").asText()).isEqualTo("fault");
        assertThat(rows.get(rows.size() - 3).path("person").asText()).isEqualTo(ANA);
        assertThat(failed.path("outcome").asText()).isEqualTo("no connection");
        assertThat(detail(failed).path("problems").path(0).path("text").asText())
                .startsWith("11200");
        assertThat(detail(failed).path("problems").path(0).path("remedy").asText())
                .contains("Does it run");
        assertThat(page.post("/api/faults", "{'where': 'api', 'fault': 'gone'}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_text_that_is_held_back_can_be_released() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'held'}");
        page.texts("first");
        page.texts("second");
        assertThat(feed("").path("held").asInt()).isEqualTo(1);

        page.submit("/api/faults/release", "{}");

        assertThat(feed("").path("held").asInt()).isZero();
        assertThat(page.phone(ANA).path("messages").findValuesAsText("body"))
                .containsExactly("first", "second", "echo: second", "echo: first");
    }

    @Test
    void one_held_text_can_be_released() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'held', 'times': 2}");
        page.texts("first");
        page.texts("second");

        page.submit("/api/faults/release", "{'position': 1}");

        assertThat(page.phone(ANA).path("messages").findValuesAsText("body"))
                .containsExactly("first", "second", "echo: second");
        assertThat(page.post("/api/faults/release", "{'position': 1}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void armed_faults_are_shown_and_disarmed() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'twice', 'times': 3}");
        page.submit("/api/faults", "{'where': 'api', 'fault': 'down'}");
        page.texts("hola");

        JsonNode armed = page.state().path("armed");
        assertThat(armed.findValuesAsText("name")).containsExactly("twice", "down");
        assertThat(armed.findValuesAsText("left")).containsExactly("2", "1");

        page.submit("/api/faults/disarm", "{'where': 'webhook', 'pattern': '*', 'fault': 'TWICE'}");

        assertThat(page.state().path("armed").findValuesAsText("name")).containsExactly("down");
    }

    @Test
    void a_late_webhook_arrives_after_its_delay() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'late'}");
        CompletableFuture<Integer> texting = CompletableFuture.supplyAsync(() -> {
            page.twilio.phone(ANA).texts("hola");
            return page.twilio.log().webhooks().size();
        });
        Instant asked = page.twilio.clock().instant();

        assertThat(texting.join()).isEqualTo(1);
        assertThat(page.twilio.clock().instant()).isAfterOrEqualTo(asked.plusSeconds(1));
    }

    @Test
    void a_request_that_the_api_refuses_is_shown_with_a_remedy() throws Exception {
        page.applicationTexts("To", "+15005550001", "From", SHOP, "Body", "hola");

        JsonNode row = row(0);
        assertThat(row.path("kind").asText()).isEqualTo("api");
        assertThat(row.path("path").asText()).isEqualTo("/Messages");
        assertThat(row.path("status").asInt()).isEqualTo(400);
        assertThat(row.path("isProblem").asBoolean()).isTrue();
        JsonNode problem = detail(row).path("problems").path(0);
        assertThat(problem.path("text").asText()).startsWith("21211: ");
        assertThat(problem.path("remedy").asText()).contains("country code");
    }

    @Test
    void everything_can_be_searched() throws Exception {
        page.texts("one Tee please");
        page.texts("two");
        String sid = detail(rows().get(1)).path("form").toString().replaceAll("(?s).*\"(SM[0-9a-f]{32})\".*", "$1");

        assertThat(search("TEE")).containsExactly(1L);
        assertThat(search("echo+two")).containsExactly(2L);
        assertThat(search("two+tee")).isEmpty();
        assertThat(search(sid)).containsExactly(2L);
        assertThat(search("/sms")).containsExactly(1L, 2L);
    }

    private List<Long> search(String words) throws Exception {
        List<Long> numbers = new ArrayList<>();
        JSON.readTree(page.get("/api/traffic/search?words=" + words).body())
                .path("numbers")
                .forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    @Test
    void a_call_shows_which_verb_runs_now() throws Exception {
        String call = page.calls();

        JsonNode running = feed("").path("running").path(0);
        assertThat(running.path("number")).isEqualTo(row(0).path("number"));
        assertThat(running.path("verb").asInt()).isZero();
        assertThat(row(0).path("call").asText()).isEqualTo(call);

        page.inCall(call, "'hangUp'");

        assertThat(feed("").path("running")).isEmpty();
    }

    @Test
    void the_list_can_be_cleared() throws Exception {
        page.texts("hola");

        page.submit("/api/traffic/clear", "{}");

        assertThat(feed("").path("rows")).isEmpty();
        assertThat(feed("").path("first").asLong()).isEqualTo(2);
        page.texts("again");
        assertThat(rows()).extracting(row -> row.path("number").asLong()).containsExactly(2L);
    }

    @Test
    void what_happened_before_the_simulator_was_opened_is_there() throws Exception {
        page.texts("hola");
        page.applicationTexts("To", "+15005550001", "From", SHOP, "Body", "hola");
        page.simulator.close();

        try (Simulator later = Simulator.of(page.twilio).open(0)) {
            JsonNode rows = JSON.readTree(
                            page.get(later.url().resolve("/api/traffic")).body())
                    .path("rows");
            assertThat(rows.findValuesAsText("kind")).containsExactly("webhook", "api");
            assertThat(rows.path(1).path("text").asText()).isEqualTo("hola");
            assertThat(rows.path(1).path("status").asInt()).isEqualTo(400);
        }
    }
}
