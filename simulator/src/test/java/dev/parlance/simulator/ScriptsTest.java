package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.JSON;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.testkit.ConversationScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done on the page becomes a conversation script, which runs on the page and in tests. */
@Timeout(60)
class ScriptsTest {
    private static final String BEN = "+15005550006";

    private final SimulatorFixture page = new SimulatorFixture();

    @AfterEach
    void close() {
        page.close();
    }

    private String recorded() throws Exception {
        page.submit("/api/scripts/record", "{'on': false}");
        return JSON.readTree(page.get("/api/scripts/recorded").body())
                .path("text")
                .asText();
    }

    private JsonNode run(String script) throws Exception {
        String request = JsonNodeFactory.instance
                .objectNode()
                .put("name", "talk.txt")
                .put("text", script)
                .toString();
        page.submit("/api/scripts/run", request);
        JsonNode run = page.state().path("scripts").path("run");
        while (run.path("running").asBoolean()) {
            run = page.state().path("scripts").path("run");
        }
        return run;
    }

    @Test
    void texts_calls_and_passing_time_are_recorded_with_the_replies() throws Exception {
        page.texts("before");
        page.submit("/api/scripts/record", "{'on': true}");
        page.texts("hola,   Ana");
        String sid = page.calls();
        page.inCall(sid, "'keys', 'keys': '4'");
        page.inCall(sid, "'keys', 'keys': '2'");
        page.inCall(sid, "'listen'");
        page.submit("/api/clock", "{'seconds': 7200}");
        page.submit("/api/texts", "{'from': '%s', 'to': '%s', 'body': 'hi'}".formatted(BEN, SHOP));

        assertThat(recorded()).isEqualTo("""
                # Recorded in the simulator.
                +5215512345678 > hola, Ana
                               < echo: hola, Ana
                +5215512345678 calls +15005550100
                               < Press some keys.
                               > [presses 42]
                               < You pressed 42
                [2 hours pass]
                +15005550006 > hi
                             < echo: hi
                """);
    }

    @Test
    void what_was_recorded_runs_on_the_page_and_in_a_test() throws Exception {
        page.submit("/api/scripts/record", "{'on': true}");
        page.texts("hola");
        String sid = page.calls();
        page.texts("in the call");
        page.inCall(sid, "'keys', 'keys': '4'");
        page.inCall(sid, "'listen'");
        String script = recorded();

        JsonNode run = run(script);

        assertThat(script).contains("+5215512345678 in call > [presses 4]");
        assertThat(run.path("failure").asText()).isEmpty();
        assertThat(run.path("steps").findValuesAsText("state")).containsOnly("passed");
        ConversationScript.parse("talk.txt", script).play(page.twilio);
    }

    @Test
    void a_declined_call_and_a_call_that_is_answered_are_recorded() throws Exception {
        page.submit("/api/scripts/record", "{'on': true}");
        for (String action : new String[] {"'decline'", "'answer'"}) {
            page.applicationCalls(ANA);
            page.twilio.settle();
            JsonNode calls = page.phone(ANA).path("calls");
            page.inCall(calls.path(calls.size() - 1).path("sid").asText(), action);
        }

        assertThat(recorded()).isEqualTo("""
                # Recorded in the simulator.
                +5215512345678 declines
                +5215512345678 answers
                               < Press some keys.
                """);
    }

    @Test
    void a_failed_step_is_shown_where_it_failed() throws Exception {
        JsonNode run = run("+5215512345678 > hola\n < echo: hola\n > adios\n < echo: adiós\n > more\n");

        assertThat(run.path("steps").findValuesAsText("state")).containsExactly("passed", "failed", "waiting");
        assertThat(run.path("steps").path(1).path("line").asInt()).isEqualTo(3);
        assertThat(run.path("failure").asText()).isEqualTo("-   < echo: adiós\n+   < echo: adios");
    }

    @Test
    void an_invalid_script_and_a_step_that_is_impossible_are_reported() throws Exception {
        assertThat(page.post("/api/scripts/run", "{'name': 'x.txt', 'text': 'hello'}")
                        .body())
                .startsWith("x.txt:1: \"hello\": expected +NUMBER > text");
        assertThat(page.post("/api/scripts/run", "{'name': 'x.txt', 'text': '# nothing'}")
                        .body())
                .isEqualTo("The script has no steps.");
        assertThat(run("+5215512345678 in call > [hangs up]").path("failure").asText())
                .contains("has not been in a call");
    }

    @Test
    void a_button_is_recorded_by_its_title() throws Exception {
        String shop = "whatsapp:" + SHOP;
        String ana = "whatsapp:" + ANA;
        page.twilio.number(shop).onText("https://shop.example/sms");
        page.submit("/api/texts", "{'from': '%s', 'to': '%s', 'body': 'hola'}".formatted(ana, shop));
        page.applicationSends(
                shop,
                ana,
                "twilio/quick-reply",
                "{'body': 'Tea?', 'actions': [{'title': 'Yes', 'id': 'y'}, {'title': 'No', 'id': 'n'}]}");
        page.submit("/api/scripts/record", "{'on': true}");
        JsonNode messages = page.phone(ana).path("messages");
        page.submit(
                "/api/texts/replies",
                "{'number': '%s', 'message': '%s', 'button': 0}"
                        .formatted(
                                ana,
                                messages.path(messages.size() - 1).path("key").asText()));
        String script = recorded();

        assertThat(script).contains(ana + " > [taps Yes]\n", " < echo: Yes\n");
        assertThat(run(script).path("failure").asText()).isEmpty();
    }
}
