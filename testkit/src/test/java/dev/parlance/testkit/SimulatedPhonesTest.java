package dev.parlance.testkit;

import static dev.parlance.testkit.OpenSimulator.ANA;
import static dev.parlance.testkit.OpenSimulator.SHOP;
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

/** What a person does with the simulator's phones, and what is seen of it. */
@Timeout(60)
class SimulatedPhonesTest {
    private final OpenSimulator page = new OpenSimulator();

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void a_text_and_its_answer_are_shown_with_what_they_cost() throws Exception {
        page.texts("hola");

        JsonNode messages = page.phone(ANA).path("messages");
        assertThat(messages.findValuesAsText("body")).containsExactly("hola", "echo: hola");
        assertThat(messages.findValuesAsText("status")).containsExactly("received", "delivered");
        assertThat(messages.path(1).path("cost").asDouble()).isEqualTo(0.5);
        assertThat(messages.path(1).path("encoding").asText()).isEqualTo("GSM-7");
    }

    @Test
    void whoever_the_application_texts_has_a_phone() throws Exception {
        page.twilio.phone("+15005550006").texts("from a test");

        assertThat(page.phone("+15005550006").path("messages").findValuesAsText("body"))
                .containsExactly("from a test", "echo: from a test");
    }

    @Test
    void a_phone_can_be_added_and_one_whose_number_is_none_is_not() throws Exception {
        page.does("/api/phones", "{'number': 'whatsapp:+15005550009', 'name': 'Zoe'}");
        assertThat(page.phone("whatsapp:+15005550009").path("name").asText()).isEqualTo("Zoe");

        assertThat(page.post("/api/phones", "{'number': ''}").statusCode()).isEqualTo(409);
    }

    @Test
    void a_text_that_does_not_arrive_is_shown_with_its_error() throws Exception {
        page.does("/api/phones/settings", "{'number': '%s', 'reception': false}".formatted(ANA));
        page.texts("hola");

        JsonNode answer = page.phone(ANA).path("messages").path(1);
        assertThat(answer.path("status").asText()).isEqualTo("undelivered");
        assertThat(answer.path("error").asText()).isEqualTo("error 30003: Unreachable destination handset");
    }

    @Test
    void what_twilio_itself_answers_stands_in_its_place() throws Exception {
        page.texts("HELP");
        page.texts("hola");

        assertThat(page.phone(ANA).path("messages").findValuesAsText("body"))
                .hasSize(5)
                .startsWith("HELP", "Reply STOP to unsubscribe. Msg&Data Rates May Apply.")
                .endsWith("hola", "echo: hola");
    }

    @Test
    void a_picture_is_sent_and_shown_and_what_a_browser_would_run_is_not() throws Exception {
        String picture = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        for (String type : List.of("image/png", "text/html")) {
            page.does(
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
    void a_call_is_talked_key_by_key_until_no_further_one_comes() throws Exception {
        String sid = page.calls();
        page.inCall(sid, "'keys', 'keys': '4'");
        page.inCall(sid, "'keys', 'keys': '2'");
        assertThat(page.phone(ANA).path("calls").path(0).path("state").asText()).isEqualTo("waiting for keys");

        page.inCall(sid, "'listen'");

        JsonNode call = page.phone(ANA).path("calls").path(0);
        assertThat(call.path("over").asBoolean()).isTrue();
        assertThat(call.path("lines").findValuesAsText("text"))
                .contains("Press some keys.", "4", "2", "You pressed 42");
        assertThat(page.post("/api/calls/deeds", "{'call': '%s', 'deed': 'hangUp'}".formatted(sid))
                        .body())
                .isEqualTo("The call is over.");
    }

    @Test
    void who_loses_the_connection_is_out_of_reach_until_it_is_back() throws Exception {
        page.inCall(page.calls(), "'loseConnection'");

        assertThat(page.phone(ANA).path("reception").asBoolean()).isFalse();
        assertThat(page.phone(ANA).path("answering").asText()).isEqualTo("failed");

        page.does("/api/phones/settings", "{'number': '%s', 'reception': true}".formatted(ANA));
        assertThat(page.phone(ANA).path("answering").asText()).isEqualTo("rings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'call': 'CA0', 'deed': 'hangUp'}",
                "{'call': 'SID', 'deed': 'sing'}",
                "{'call': 'SID', 'deed': 'keys', 'keys': 'x'}",
                "{'call': 'SID'}",
                "nothing"
            })
    void what_cannot_be_done_in_a_call_is_said_in_a_sentence(String wish) throws Exception {
        HttpResponse<String> response = page.post("/api/calls/deeds", wish.replace("SID", page.calls()));

        assertThat(response.statusCode()).isIn(400, 409);
        assertThat(response.body()).endsWith(wish.contains("CA0") ? "CA0" : wish.contains("sing") ? "sing" : ".");
    }
}
