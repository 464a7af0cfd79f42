package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.testkit.log.WebhookExchange;
import dev.parlance.testkit.log.WebhookExchange.Seal;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator by what its page asks for; the page itself is looked at in a browser by the tests of an example. */
@Timeout(60)
class SimulatorTest {
    private static final String ANA = "+5215512345678";
    private static final String SHOP = "+15005550100";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeTwilio twilio = FakeTwilio.start();
    private final List<Instant> timePassed = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Simulator simulator;

    @BeforeEach
    void open() {
        Signed signed = Signed.by(TwilioSignature.withToken(twilio.authToken())).publicUrl("https://shop.example");
        twilio.app(
                "https://shop.example",
                Router.create()
                        .post(
                                "/sms",
                                signed.handler(request -> WebhookResponse.of(MessageTwiml.reply(
                                        "echo: " + IncomingMessage.of(request).body()))))
                        .post(
                                "/voice",
                                request -> WebhookResponse.of(VoiceTwiml.create()
                                        .gather(gather ->
                                                gather.action("/heard").say("Press some keys."))))
                        .post(
                                "/heard",
                                request -> WebhookResponse.of(VoiceTwiml.create()
                                        .say("You pressed "
                                                + GatherResult.of(request)
                                                        .digits()
                                                        .orElse("nothing"))
                                        .hangup())));
        twilio.number(SHOP).texts("https://shop.example/sms").calls("https://shop.example/voice");
        simulator = Simulator.of(twilio)
                .person(ANA, "Ana")
                .link("Elsewhere", URI.create("http://localhost:9/"))
                .segmentPrice(0.5)
                .whenTimePasses(timePassed::add)
                .open(0);
    }

    @AfterEach
    void close() {
        simulator.close();
        twilio.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    private void does(String path, String json) throws Exception {
        HttpResponse<String> response = post(path, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private URI at(String path) {
        return simulator.url().resolve(path);
    }

    private JsonNode state() throws Exception {
        return JSON.readTree(get("/api/state").body());
    }

    private JsonNode phone(String number) throws Exception {
        for (JsonNode phone : state().path("phones")) {
            if (phone.path("number").asText().equals(number)) {
                return phone;
            }
        }
        throw new AssertionError("no phone " + number);
    }

    private void texts(String body) throws Exception {
        does("/api/texts", "{'from': '%s', 'to': '%s', 'body': '%s'}".formatted(ANA, SHOP, body));
    }

    private String calls() throws Exception {
        does("/api/calls", "{'from': '%s', 'to': '%s'}".formatted(ANA, SHOP));
        return phone(ANA).path("calls").path(0).path("sid").asText();
    }

    private void inCall(String sid, String deed) throws Exception {
        does("/api/calls/deeds", "{'call': '%s', 'deed': %s}".formatted(sid, deed));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html", "/simulator.css, text/css", "/simulator.js, text/javascript", "/phones.js, text/javascript",
        "/calls.js, text/javascript", "/exchanges.js, text/javascript", "/dom.js, text/javascript",
                "/icon.svg, image/svg"
    })
    void the_page_is_there_with_all_that_belongs_to_it(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).doesNotContain("https://");
    }

    @Test
    void the_page_may_load_nothing_from_elsewhere() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void another_name_for_this_machine_is_refused() throws Exception {
        try (Socket socket = new Socket("localhost", simulator.url().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/plain, ''", "application/x-www-form-urlencoded, ''", "application/json, http://evil.example"})
    void another_site_can_do_nothing(String type, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/api/clock"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"seconds\": 60}"));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(timePassed).isEmpty();
    }

    @Test
    void a_text_and_its_answer_are_shown_with_what_they_cost() throws Exception {
        texts("hola");

        JsonNode messages = phone(ANA).path("messages");
        assertThat(messages.findValuesAsText("body")).containsExactly("hola", "echo: hola");
        assertThat(messages.findValuesAsText("status")).containsExactly("received", "delivered");
        assertThat(messages.path(1).path("cost").asDouble()).isEqualTo(0.5);
        assertThat(messages.path(1).path("encoding").asText()).isEqualTo("GSM-7");
    }

    @Test
    void whoever_the_application_texts_has_a_phone() throws Exception {
        twilio.phone("+15005550006").texts("from a test");

        assertThat(phone("+15005550006").path("messages").findValuesAsText("body"))
                .containsExactly("from a test", "echo: from a test");
    }

    @Test
    void a_phone_can_be_added_and_one_whose_number_is_none_is_not() throws Exception {
        does("/api/phones", "{'number': 'whatsapp:+15005550009', 'name': 'Zoe'}");
        assertThat(phone("whatsapp:+15005550009").path("name").asText()).isEqualTo("Zoe");

        assertThat(post("/api/phones", "{'number': ''}").statusCode()).isEqualTo(409);
    }

    @Test
    void a_text_that_does_not_arrive_is_shown_with_its_error() throws Exception {
        does("/api/phones/settings", "{'number': '%s', 'reception': false}".formatted(ANA));
        texts("hola");

        JsonNode answer = phone(ANA).path("messages").path(1);
        assertThat(answer.path("status").asText()).isEqualTo("undelivered");
        assertThat(answer.path("error").asText()).isEqualTo("30003");
    }

    @Test
    void what_twilio_itself_answers_stands_in_its_place() throws Exception {
        texts("HELP");
        texts("hola");

        assertThat(phone(ANA).path("messages").findValuesAsText("body"))
                .hasSize(5)
                .startsWith("HELP", "Reply STOP to unsubscribe. Msg&Data Rates May Apply.")
                .endsWith("hola", "echo: hola");
    }

    @Test
    void a_picture_is_sent_and_shown_and_what_a_browser_would_run_is_not() throws Exception {
        String picture = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        for (String type : List.of("image/png", "text/html")) {
            does(
                    "/api/texts",
                    "{'from': '%s', 'to': '%s', 'body': '', 'media': [{'type': '%s', 'base64': '%s'}]}"
                            .formatted(ANA, SHOP, type, picture));
        }

        List<String> urls = phone(ANA).path("messages").findValuesAsText("url");
        HttpResponse<byte[]> shown =
                client.send(HttpRequest.newBuilder(at(urls.get(0))).build(), BodyHandlers.ofByteArray());
        assertThat(shown.body()).containsExactly(1, 2, 3);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get(urls.get(1)).headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(get("/api/media/ME0").statusCode()).isEqualTo(404);
    }

    @Test
    void a_call_is_talked_key_by_key_until_no_further_one_comes() throws Exception {
        String sid = calls();
        inCall(sid, "'keys', 'keys': '4'");
        inCall(sid, "'keys', 'keys': '2'");
        assertThat(phone(ANA).path("calls").path(0).path("state").asText()).isEqualTo("waiting for keys");

        inCall(sid, "'listen'");

        JsonNode call = phone(ANA).path("calls").path(0);
        assertThat(call.path("over").asBoolean()).isTrue();
        assertThat(call.path("lines").findValuesAsText("text"))
                .contains("Press some keys.", "4", "2", "You pressed 42");
        assertThat(post("/api/calls/deeds", "{'call': '%s', 'deed': 'hangUp'}".formatted(sid))
                        .body())
                .isEqualTo("The call is over.");
    }

    @Test
    void who_loses_the_connection_is_out_of_reach_until_it_is_back() throws Exception {
        inCall(calls(), "'loseConnection'");

        assertThat(phone(ANA).path("reception").asBoolean()).isFalse();
        assertThat(phone(ANA).path("answering").asText()).isEqualTo("failed");

        does("/api/phones/settings", "{'number': '%s', 'reception': true}".formatted(ANA));
        assertThat(phone(ANA).path("answering").asText()).isEqualTo("rings");
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
        HttpResponse<String> response = post("/api/calls/deeds", wish.replace("SID", calls()));

        assertThat(response.statusCode()).isIn(400, 409);
        assertThat(response.body()).endsWith(wish.contains("CA0") ? "CA0" : wish.contains("sing") ? "sing" : ".");
    }

    @Test
    void the_clock_goes_on_by_itself_and_by_a_jump_that_the_application_is_told_of() throws Exception {
        Instant before = Instant.parse(get("/clock").body());
        assertThat(before)
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

        does("/api/clock", "{'seconds': 86400}");

        assertThat(timePassed)
                .singleElement()
                .satisfies(now -> assertThat(now).isAfterOrEqualTo(before.plus(Duration.ofDays(1))));
        Instant jumped = Instant.parse(get("/clock").body());
        while (!Instant.parse(get("/clock").body()).isAfter(jumped)) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99999999999"})
    void the_clock_cannot_be_set_back_nor_out_of_sight(String seconds) throws Exception {
        assertThat(post("/api/clock", "{'seconds': " + seconds + "}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_webhook_is_shown_with_all_that_was_sent_and_answered() throws Exception {
        texts("hola");
        JsonNode row = state().path("rows").path(0);
        JsonNode detail =
                JSON.readTree(get("/api/exchanges/" + row.path("number")).body());

        assertThat(row.path("path").asText()).isEqualTo("/sms");
        assertThat(row.path("seal").asText()).isEqualTo("valid");
        assertThat(detail.path("body").asText()).contains("<Message>echo: hola</Message>");
        assertThat(detail.path("parameters").toString()).contains("[\"Body\",\"hola\"]");
        assertThat(detail.path("idempotency").asText()).isNotEmpty();
        assertThat(get("/api/exchanges/999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_webhook_is_sent_again_as_it_was_altered_forged_and_several_times() throws Exception {
        texts("hola");
        WebhookExchange first = twilio.log().webhooks().get(0);
        String number = "{'number': '" + first.number() + "'";

        does("/api/exchanges/again", number + "}");
        does("/api/exchanges/again", number + ", 'parameters': [['From', '+1'], ['Body', 'other']], 'asNew': true}");
        does("/api/exchanges/again", number + ", 'seal': 'forged'}");
        does("/api/exchanges/again", number + ", 'seal': 'none', 'copies': 2}");

        List<WebhookExchange> all = twilio.log().webhooks();
        assertThat(all)
                .extracting(WebhookExchange::seal)
                .containsExactly(Seal.VALID, Seal.VALID, Seal.VALID, Seal.FORGED, Seal.NONE, Seal.NONE);
        assertThat(all).extracting(WebhookExchange::status).containsExactly(200, 200, 400, 403, 403, 403);
        assertThat(all.get(1).request().header("I-Twilio-Idempotency-Token"))
                .isEqualTo(first.request().header("I-Twilio-Idempotency-Token"));
        assertThat(all.get(2).request().header("I-Twilio-Idempotency-Token"))
                .isNotEqualTo(first.request().header("I-Twilio-Idempotency-Token"));
        assertThat(phone(ANA).path("messages")).hasSize(2);
    }

    @Test
    void a_fault_is_asked_for_and_what_comes_of_it_is_told_in_words() throws Exception {
        does("/api/faults", "{'where': 'webhook', 'fault': 'unreachable', 'times': 2}");
        texts("hola");

        JsonNode rows = state().path("rows");
        assertThat(rows.findValuesAsText("text")).anyMatch(text -> text.startsWith("11200"));
        assertThat(rows.findValuesAsText("remedy")).anyMatch(text -> text.contains("Does it run"));
        assertThat(post("/api/faults", "{'where': 'api', 'fault': 'gone'}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_text_that_is_held_back_is_let_go_later() throws Exception {
        does("/api/faults", "{'where': 'webhook', 'fault': 'held'}");
        texts("first");
        texts("second");
        assertThat(state().path("held").asInt()).isEqualTo(1);

        does("/api/faults/release", "{}");

        assertThat(state().path("held").asInt()).isZero();
        assertThat(phone(ANA).path("messages").findValuesAsText("body"))
                .containsExactly("first", "second", "echo: second", "echo: first");
    }

    @Test
    void a_page_is_told_when_something_has_happened() throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) at("/api/news").toURL().openConnection();
        try (InputStream in = connection.getInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            texts("hola");

            assertThat(nextEvent(lines)).containsExactly("event: changed", "data:");
        }
    }

    private static List<String> nextEvent(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        while (event.isEmpty()) {
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                if (!line.equals(":")) {
                    event.add(line);
                }
            }
        }
        return event;
    }
}
