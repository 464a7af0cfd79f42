package dev.parlance.simulator;

import static dev.parlance.simulator.SimulatorFixture.ANA;
import static dev.parlance.simulator.SimulatorFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Using the simulator's phones. */
@Timeout(60)
class SimulatedPhonesTest {
    private final SimulatorFixture page = new SimulatorFixture();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void a_text_and_its_reply_are_shown_with_their_size() throws Exception {
        page.texts("hola");

        JsonNode messages = page.phone(ANA).path("messages");
        assertThat(messages.findValuesAsText("body")).containsExactly("hola", "echo: hola");
        assertThat(messages.findValuesAsText("status")).containsExactly("received", "delivered");
        assertThat(messages.path(1).path("segments").asInt()).isEqualTo(1);
        assertThat(messages.path(1).path("encoding").asText()).isEqualTo("GSM-7");
    }

    @Test
    void only_phones_in_view_have_their_whole_conversations() throws Exception {
        page.texts("hola");

        JsonNode brief = SimulatorFixture.JSON
                .readTree(page.get("/api/state?open=%2B15005550006").body())
                .path("phones")
                .path(0);

        assertThat(brief.path("whole").asBoolean()).isFalse();
        assertThat(brief.path("messages").findValuesAsText("body")).containsExactly("echo: hola");
        assertThat(brief.path("received").asInt()).isEqualTo(1);
        assertThat(page.phone(ANA).path("messages")).hasSize(2);
    }

    @Test
    void a_person_who_texts_the_application_gets_a_phone() throws Exception {
        page.twilio.phone("+15005550006").texts("from a test");

        assertThat(page.phone("+15005550006").path("messages").findValuesAsText("body"))
                .containsExactly("from a test", "echo: from a test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody:"})
    void a_text_and_a_call_from_an_invalid_number_are_refused(String from) throws Exception {
        String json = "{'from': '%s', 'to': '%s', 'body': 'hello'}".formatted(from, SHOP);

        assertThat(page.post("/api/texts", json).statusCode()).isEqualTo(409);
        assertThat(page.post("/api/calls", json).statusCode()).isEqualTo(409);
        assertThat(page.get("/api/state").statusCode()).isEqualTo(200);
    }

    @Test
    void a_phone_can_be_added_unless_its_number_is_invalid() throws Exception {
        page.submit("/api/phones", "{'number': 'whatsapp:+15005550009', 'name': 'Zoe'}");
        assertThat(page.phone("whatsapp:+15005550009").path("name").asText()).isEqualTo("Zoe");

        assertThat(page.post("/api/phones", "{'number': ''}").statusCode()).isEqualTo(409);
    }

    @Test
    void an_undelivered_text_is_shown_with_its_error() throws Exception {
        page.submit("/api/phones/settings", "{'number': '%s', 'reception': false}".formatted(ANA));
        page.texts("hola");

        JsonNode answer = page.phone(ANA).path("messages").path(1);
        assertThat(answer.path("status").asText()).isEqualTo("undelivered");
        assertThat(answer.path("error").asText()).isEqualTo("error 30003: Unreachable destination handset");
    }

    @Test
    void replies_by_twilio_are_shown_in_order() throws Exception {
        page.texts("HELP");
        page.texts("hola");

        assertThat(page.phone(ANA).path("messages").findValuesAsText("body"))
                .hasSize(5)
                .startsWith("HELP", "Reply STOP to unsubscribe. Msg&Data Rates May Apply.")
                .endsWith("hola", "echo: hola");
    }

    @Test
    void pictures_are_shown_but_html_is_not_rendered() throws Exception {
        String picture = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        for (String type : List.of("image/png", "text/html")) {
            page.submit(
                    "/api/texts",
                    "{'from': '%s', 'to': '%s', 'body': '', 'media': [{'type': '%s', 'base64': '%s'}]}"
                            .formatted(ANA, SHOP, type, picture));
        }

        List<String> urls = page.phone(ANA).path("messages").findValuesAsText("url");
        HttpResponse<byte[]> shown =
                page.client.send(HttpRequest.newBuilder(page.at(urls.get(0))).build(), BodyHandlers.ofByteArray());
        assertThat(shown.body()).containsExactly(1, 2, 3);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(page.get(urls.get(1)).headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(page.get("/api/media/ME0").statusCode()).isEqualTo(404);
    }

    @Test
    void keys_of_a_call_are_collected_until_the_person_listens() throws Exception {
        String sid = page.calls();
        page.inCall(sid, "'keys', 'keys': '4'");
        page.inCall(sid, "'keys', 'keys': '2'");
        assertThat(page.phone(ANA).path("calls").path(0).path("state").asText()).isEqualTo("waiting for keys");

        page.inCall(sid, "'listen'");

        JsonNode call = page.phone(ANA).path("calls").path(0);
        assertThat(call.path("over").asBoolean()).isTrue();
        assertThat(call.path("lines").findValuesAsText("text"))
                .contains("Press some keys.", "4", "2", "You pressed 42");
        assertThat(page.post("/api/calls/actions", "{'call': '%s', 'action': 'hangUp'}".formatted(sid))
                        .body())
                .isEqualTo("The call is over.");
    }

    @Test
    void after_a_lost_connection_the_phone_has_no_reception_until_it_is_turned_on_again() throws Exception {
        page.inCall(page.calls(), "'loseConnection'");

        assertThat(page.phone(ANA).path("reception").asBoolean()).isFalse();
        assertThat(page.phone(ANA).path("answering").asText()).isEqualTo("failed");

        page.submit("/api/phones/settings", "{'number': '%s', 'reception': true}".formatted(ANA));
        assertThat(page.phone(ANA).path("answering").asText()).isEqualTo("rings");
    }

    @Test
    void a_call_that_the_fake_has_forgotten_is_over() throws Exception {
        page.twilio.remembers(1);
        String sid = page.calls();
        page.inCall(sid, "'hangUp'");
        page.twilio.phone("+15005550009").calls(SHOP).hangsUp();

        assertThat(page.post("/api/calls/actions", "{'call': '%s', 'action': 'hangUp'}".formatted(sid))
                        .body())
                .isEqualTo("The call is over, or there is no call " + sid);
        assertThat(page.phone(ANA).path("calls")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'call': 'CA0', 'action': 'hangUp'}",
                "{'call': 'SID', 'action': 'sing'}",
                "{'call': 'SID', 'action': 'keys', 'keys': 'x'}",
                "{'call': 'SID'}",
                "nothing"
            })
    void an_impossible_action_in_a_call_is_refused_with_a_message(String request) throws Exception {
        HttpResponse<String> response = page.post("/api/calls/actions", request.replace("SID", page.calls()));

        assertThat(response.statusCode()).isIn(400, 409);
        assertThat(response.body()).endsWith(request.contains("CA0") ? "CA0" : request.contains("sing") ? "sing" : ".");
    }
}
