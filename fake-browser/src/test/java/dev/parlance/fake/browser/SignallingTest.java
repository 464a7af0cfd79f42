package dev.parlance.fake.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signalling protocol, without a browser. */
class SignallingTest {
    private static final String URL = "https://calls.example";
    private static final String OFFER = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:7\r\na=ice-options:trickle\r\n";
    private static final JsonMapper JSON = new JsonMapper();

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final OkHttpClient http = new OkHttpClient();
    private final List<Page> pages = new ArrayList<>();
    private String application;
    private AccountSettings.ApiKey key;

    @BeforeEach
    void setUp() {
        application = twilio.application(URL + "/connect");
        key = twilio.apiKey();
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.socket.cancel());
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void app(VoiceTwiml twiml) {
        twilio.mount(URL, Router.create().post("/connect", request -> WebhookResponse.of(twiml)));
    }

    /** A page that speaks the SDK's protocol. */
    private final class Page extends WebSocketListener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final CountDownLatch beats = new CountDownLatch(1);
        private final WebSocket socket;

        Page() {
            Request request = new Request.Builder()
                    .url(FakeVoiceGateway.of(twilio).plainUrl().toString().replaceFirst("^ws", "http"))
                    .build();
            socket = http.newWebSocket(request, this);
            pages.add(this);
        }

        Page listen(String token) {
            ObjectNode payload = JSON.createObjectNode().put("token", token);
            return says("listen", payload);
        }

        Page says(String type, ObjectNode payload) {
            ObjectNode message = JSON.createObjectNode().put("type", type);
            message.set("payload", payload);
            socket.send(message.toString());
            return this;
        }

        Page registered(String token) throws Exception {
            listen(token).hears("connected");
            ObjectNode payload = JSON.createObjectNode();
            payload.putObject("media").put("audio", true);
            says("register", payload).hears("ready");
            return this;
        }

        Page invites(String parameters) {
            ObjectNode payload = JSON.createObjectNode().put("callsid", "TJS1").put("sdp", OFFER);
            payload.putObject("twilio").put("params", parameters);
            return says("invite", payload);
        }

        /** Expects the next message to have this type, and returns its payload. */
        JsonNode hears(String type) throws Exception {
            JsonNode message = JSON.readTree(String.valueOf(received.poll(10, TimeUnit.SECONDS)));
            assertThat(message.path("type").asText()).isEqualTo(type);
            return message.path("payload");
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            if (text.isBlank()) {
                beats.countDown();
            } else {
                received.add(text);
            }
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, Response response) {
            received.add("{\"type\":\"failure\"}");
        }
    }

    private static String jwt(ObjectNode header, ObjectNode claims, String secret) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return text + "." + base64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static ObjectNode header(String algorithm) {
        return JSON.createObjectNode().put("typ", "JWT").put("alg", algorithm);
    }

    private ObjectNode claims(long seconds) {
        return JSON.createObjectNode()
                .put("iss", key.sid())
                .put("sub", twilio.accountSid())
                .put("exp", Instant.now().getEpochSecond() + seconds);
    }

    private String access(ObjectNode claims, String algorithm, String secret) throws Exception {
        return jwt(header(algorithm).put("cty", "twilio-fpa;v=1"), claims, secret);
    }

    private String token(String identity) throws Exception {
        ObjectNode claims = claims(60);
        ObjectNode voice = claims.putObject("grants").put("identity", identity).putObject("voice");
        voice.putObject("incoming").put("allow", true);
        voice.putObject("outgoing")
                .put("application_sid", application)
                .putObject("params")
                .put("team", "sales");
        return access(claims, "HS256", key.secret().reveal());
    }

    private int refusal(String token) throws Exception {
        Page page = new Page().listen(token);
        int code = page.hears("error").at("/error/code").asInt();
        page.hears("close");
        return code;
    }

    @Test
    void an_invalid_token_is_refused_with_its_error_code() throws Exception {
        String secret = key.secret().reveal();
        ObjectNode valid = claims(60);
        valid.putObject("grants").put("identity", "ana").putObject("voice");

        assertThat(refusal("none")).isEqualTo(31204);
        assertThat(refusal("a.b.c")).isEqualTo(31204);
        assertThat(refusal(access(valid, "none", secret))).isEqualTo(31204);
        assertThat(refusal(access(valid, "HS256", "another"))).isEqualTo(31204);
        assertThat(refusal(access(valid.deepCopy().put("sub", "AC" + "9".repeat(32)), "HS256", secret)))
                .isEqualTo(31204);
        assertThat(refusal(access(valid.deepCopy().put("exp", 1), "HS256", secret)))
                .isEqualTo(31205);
        assertThat(refusal(access(claims(60), "HS256", secret))).isEqualTo(31201);
    }

    @Test
    void a_capability_token_of_the_old_sdk_is_accepted() throws Exception {
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", twilio.accountSid())
                .put("exp", Instant.now().getEpochSecond() + 60)
                .put("scope", "scope:client:incoming?clientName=ana scope:client:outgoing?appSid=" + application);

        Page page = new Page()
                .registered(jwt(header("HS256"), claims, twilio.authToken().reveal()));

        assertThat(FakeVoiceGateway.of(twilio).isRegistered("ana")).isTrue();
        app(VoiceTwiml.create().say("Welcome").hangup());
        page.invites("").hears("ringing");
        assertThat(twilio.phone("client:ana").callHistory()).hasSize(1);
    }

    @Test
    void a_page_without_a_token_cannot_call() throws Exception {
        assertThat(new Page()
                        .invites("phoneNumber=1")
                        .hears("error")
                        .at("/error/code")
                        .asInt())
                .isEqualTo(31204);
    }

    @Test
    void parameters_of_the_token_override_those_of_the_page() throws Exception {
        List<String> asked = new ArrayList<>();
        twilio.mount(URL, Router.create().post("/connect", request -> {
            asked.add(request.parameters().all("team") + " "
                    + request.parameters().required("From") + " "
                    + request.parameters().required("number"));
            return WebhookResponse.of(VoiceTwiml.create().reject());
        }));

        Page page = new Page().registered(token("ana")).invites("team=bosses&number=%2B1%202&From=client%3Aboss");

        page.hears("ringing");
        page.hears("hangup");
        assertThat(asked).containsExactly("[sales] client:ana +1 2");
    }

    @Test
    void a_page_gets_an_answer_from_a_silent_phone_and_hears_the_document() throws Exception {
        app(VoiceTwiml.create()
                .say("Welcome")
                .gather(gather -> gather.action("/connect").digits(1)));

        Page page = new Page().registered(token("ana")).invites("");

        String sid = page.hears("ringing").path("callsid").asText();
        String answer = page.hears("answer").path("sdp").asText();
        assertThat(answer)
                .contains("a=mid:7")
                .contains("a=ice-lite")
                .contains("127.0.0.1")
                .doesNotContain("telephone-event");
        FakeCall call = twilio.phone("client:ana").callHistory().get(0);
        call.hears("Welcome");
        page.says("hangup", JSON.createObjectNode().put("callsid", sid));
        page.says("message", JSON.createObjectNode()).hears("ack"); // so the hangup has arrived
        twilio.settle();
        assertThat(call.status()).isEqualTo("completed");
    }

    @Test
    void two_pages_are_connected_only_through_ports_of_this_machine() throws Exception {
        app(VoiceTwiml.create().dial(dial -> dial.client("luc")));
        Page luc = new Page().registered(token("luc"));
        Page ana = new Page().registered(token("ana")).invites("");
        String outgoing = ana.hears("ringing").path("callsid").asText();

        JsonNode invite = luc.hears("invite");
        assertThat(invite.path("sdp").asText())
                .startsWith(
                        "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:7\r\na=candidate:1 1 udp 2130706431 127.0.0.1 ")
                .doesNotContain("trickle");
        assertThat(invite.at("/parameters/From").asText()).isEqualTo("client:ana");
        luc.says(
                "answer",
                JSON.createObjectNode()
                        .put("callsid", invite.path("callsid").asText())
                        .put("sdp", "v=0\r\n"));

        JsonNode answer = ana.hears("answer");
        assertThat(answer.path("callsid").asText()).isEqualTo(outgoing);
        assertThat(answer.path("sdp").asText()).startsWith("v=0\r\na=candidate:1 1 udp 2130706431 127.0.0.1 ");
        luc.hears("answer");
        luc.says(
                "hangup",
                JSON.createObjectNode().put("callsid", invite.path("callsid").asText()));
        ana.hears("hangup");
    }

    @Test
    void a_closed_page_does_not_ring() throws Exception {
        app(VoiceTwiml.create().dial(dial -> dial.client("luc")).say("Nobody"));
        Page luc = new Page().registered(token("luc"));
        luc.socket.close(1000, null);
        FakeVoiceGateway.of(twilio).awaitsGone("luc");

        Page ana = new Page().registered(token("ana")).invites("");

        ana.hears("ringing");
        ana.hears("answer");
        ana.hears("hangup");
        assertThat(twilio.phone("client:ana").callHistory().get(0).said())
                .extracting(FakeCall.Said::text)
                .containsExactly("Nobody");
    }

    @Test
    void a_call_with_answer_on_bridge_is_answered_when_the_other_person_answers() throws Exception {
        twilio.number("+33123456789");
        app(VoiceTwiml.create()
                .dial(dial -> dial.callerId("+33123456789").answerOnBridge(true).number("+33612345678")));
        FakePhone eve = twilio.phone("+33612345678");

        Page ana = new Page().registered(token("ana")).invites("To=x");
        ana.hears("ringing");
        twilio.settle();
        assertThat(twilio.phone("client:ana").callHistory().get(0).status()).isEqualTo("ringing");
        eve.answers();

        ana.hears("answer");
        assertThat(twilio.phone("client:ana").callHistory().get(0).status()).isEqualTo("in-progress");
    }

    @Test
    void a_page_cannot_control_a_call_of_another_page() throws Exception {
        app(VoiceTwiml.create().dial(dial -> dial.client("luc")));
        Page luc = new Page().registered(token("luc"));
        Page eve = new Page().registered(token("eve"));
        Page ana = new Page().registered(token("ana")).invites("");
        String outgoing = ana.hears("ringing").path("callsid").asText();
        String incoming = luc.hears("invite").path("callsid").asText();

        for (String type : List.of("answer", "reject", "hangup", "dtmf")) {
            for (String sid : List.of(outgoing, incoming, "TJS1")) {
                eve.says(
                        type,
                        JSON.createObjectNode()
                                .put("callsid", sid)
                                .put("sdp", "v=0")
                                .put("dtmf", "1"));
            }
        }
        eve.says("message", JSON.createObjectNode()).hears("ack");
        twilio.settle();

        assertThat(twilio.phone("client:ana").callHistory().get(0).isOver()).isFalse();
        assertThat(twilio.phone("client:luc").isRinging()).isTrue();
        luc.says("answer", JSON.createObjectNode().put("callsid", incoming).put("sdp", "v=0\r\n"))
                .hears("answer");
        ana.hears("answer");
    }

    @Test
    void malformed_parameters_are_reported_and_the_page_stays_connected() throws Exception {
        Page page = new Page().registered(token("ana")).invites("a=%ZZ");

        assertThat(page.hears("error").at("/error/code").asInt()).isEqualTo(31100);
        page.says("message", JSON.createObjectNode()).hears("ack");
    }

    @Test
    void keys_and_messages_are_handled() throws Exception {
        twilio.number("+33123456789");
        app(VoiceTwiml.create().dial(dial -> dial.callerId("+33123456789").number("+33612345678")));
        FakePhone eve = twilio.phone("+33612345678");
        Page ana = new Page().registered(token("ana")).invites("");
        String sid = ana.hears("ringing").path("callsid").asText();
        ana.hears("answer");
        FakeCall call = eve.answers();

        ana.says("dtmf", JSON.createObjectNode().put("callsid", sid).put("dtmf", "1w2#"));
        ana.says("message", JSON.createObjectNode().put("callsid", sid).put("voiceeventsid", "KX1"));

        assertThat(ana.hears("ack").path("voiceeventsid").asText()).isEqualTo("KX1");
        twilio.settle();
        assertThat(call.transcript()).contains("client:ana presses 12#");
    }

    @Test
    void a_page_gets_a_heartbeat_in_time() throws Exception {
        Page page = new Page().registered(token("ana"));

        assertThat(page.beats.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_unknown_application_is_reported() throws Exception {
        ObjectNode claims = claims(60);
        claims.putObject("grants").put("identity", "ana").putObject("voice");
        Page page = new Page().registered(access(claims, "HS256", key.secret().reveal()));

        assertThat(page.invites("").hears("hangup").at("/error/code").asInt()).isEqualTo(31100);
    }
}
