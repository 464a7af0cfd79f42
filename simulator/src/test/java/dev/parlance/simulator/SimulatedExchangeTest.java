package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.JSON;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulator's view of the traffic between Twilio and the application, and its injected faults. */
@Timeout(60)
class SimulatedExchangeTest {
    private final SimulatorFixture page = new SimulatorFixture();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void a_webhook_is_shown_with_its_request_and_response() throws Exception {
        page.texts("hola");
        JsonNode row = page.state().path("rows").path(0);
        JsonNode detail =
                JSON.readTree(page.get("/api/exchanges/" + row.path("number")).body());

        assertThat(row.path("path").asText()).isEqualTo("/sms");
        assertThat(row.path("seal").asText()).isEqualTo("valid");
        assertThat(detail.path("body").asText()).contains("<Message>echo: hola</Message>");
        assertThat(detail.path("parameters").toString()).contains("[\"Body\",\"hola\"]");
        assertThat(detail.path("idempotency").asText()).isNotEmpty();
        assertThat(page.get("/api/exchanges/999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_webhook_can_be_sent_again_unchanged_edited_forged_and_several_times() throws Exception {
        page.texts("hola");
        WebhookExchange first = page.twilio.log().webhooks().get(0);
        String number = "{'number': '" + first.number() + "'";

        page.submit("/api/exchanges/again", number + "}");
        page.submit(
                "/api/exchanges/again", number + ", 'parameters': [['From', '+1'], ['Body', 'other']], 'asNew': true}");
        page.submit("/api/exchanges/again", number + ", 'seal': 'forged'}");
        page.submit("/api/exchanges/again", number + ", 'seal': 'none', 'copies': 2}");

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
    }

    @Test
    void an_injected_fault_is_shown_with_its_alert_and_a_remedy() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'unreachable', 'times': 2}");
        page.texts("hola");

        JsonNode rows = page.state().path("rows");
        assertThat(rows.findValuesAsText("text")).anyMatch(text -> text.startsWith("11200"));
        assertThat(rows.findValuesAsText("remedy")).anyMatch(text -> text.contains("Does it run"));
        assertThat(page.post("/api/faults", "{'where': 'api', 'fault': 'gone'}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_text_that_is_held_back_can_be_released() throws Exception {
        page.submit("/api/faults", "{'where': 'webhook', 'fault': 'held'}");
        page.texts("first");
        page.texts("second");
        assertThat(page.state().path("held").path(0).asText()).isEqualTo(ANA + ": first");

        page.submit("/api/faults/release", "{}");

        assertThat(page.state().path("held")).isEmpty();
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

        JsonNode row = page.state().path("rows").path(0);
        assertThat(row.path("text").asText()).contains("-> 400, 21211: ");
        assertThat(row.path("remedy").asText()).contains("country code");
    }
}
