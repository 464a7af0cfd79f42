package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open simulator with an echo application, used through the requests that its page sends. */
final class SimulatorFixture implements AutoCloseable {
    static final String ANA = "+5215512345678";
    static final String SHOP = "+15005550100";
    static final ObjectMapper JSON = new ObjectMapper();

    final FakeTwilio twilio = FakeTwilio.start();
    final List<Instant> timePassed = new CopyOnWriteArrayList<>();
    final List<Upcoming> upcoming = new CopyOnWriteArrayList<>();
    final List<WebhookRequest> received = new CopyOnWriteArrayList<>();
    final HttpClient client = HttpClient.newHttpClient();
    final Simulator simulator;

    SimulatorFixture() {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                .withPublicUrl(URI.create("https://shop.example"));
        twilio.mount(
                "https://shop.example",
                Router.create()
                        .post("/sms", signedWebhooks.handler(request -> {
                            received.add(request);
                            return WebhookResponse.of(MessageTwiml.reply(
                                    "echo: " + IncomingMessage.of(request).body()));
                        }))
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
        twilio.number(SHOP).onText("https://shop.example/sms").onCall("https://shop.example/voice");
        simulator = Simulator.of(twilio)
                .person(ANA, "Ana")
                .link("Elsewhere", URI.create("http://localhost:9/"))
                .whenTimePasses(timePassed::add)
                .upcoming(() -> upcoming)
                .open(0);
    }

    @Override
    public void close() {
        simulator.close();
        twilio.close();
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(at(path));
    }

    HttpResponse<String> get(URI url) throws Exception {
        return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    void submit(String path, String json) throws Exception {
        HttpResponse<String> response = post(path, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    URI at(String path) {
        return simulator.url().resolve(path);
    }

    JsonNode state() throws Exception {
        return JSON.readTree(get("/api/state").body());
    }

    JsonNode phone(String number) throws Exception {
        for (JsonNode phone : state().path("phones")) {
            if (phone.path("number").asText().equals(number)) {
                return phone;
            }
        }
        throw new AssertionError("no phone " + number);
    }

    void texts(String body) throws Exception {
        submit("/api/texts", "{'from': '%s', 'to': '%s', 'body': '%s'}".formatted(ANA, SHOP, body));
    }

    String calls() throws Exception {
        submit("/api/calls", "{'from': '%s', 'to': '%s'}".formatted(ANA, SHOP));
        return phone(ANA).path("calls").path(0).path("sid").asText();
    }

    void inCall(String sid, String action) throws Exception {
        submit("/api/calls/actions", "{'call': '%s', 'action': %s}".formatted(sid, action));
    }

    /** The application sends a text over the API. */
    void applicationTexts(String... form) throws Exception {
        postToApi("Messages.json", form);
    }

    /** The application places a call over the API. */
    void applicationCalls(String number) throws Exception {
        postToApi("Calls.json", "To", number, "From", SHOP, "Url", "https://shop.example/voice");
    }

    /** The application creates content of this type, and sends it. */
    void applicationSends(String from, String to, String type, String content) throws Exception {
        String json = "{'friendly_name': 'x', 'language': 'en', 'types': {'%s': %s}}".formatted(type, content);
        String created = postToApi(
                "content.twilio.com/v1/Content",
                "application/json",
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        applicationTexts(
                "From",
                from,
                "To",
                to,
                "ContentSid",
                JSON.readTree(created).path("sid").asText());
        twilio.settle();
    }

    /** Reads a resource of the account, such as {@code /Messages.json}. */
    String getFromApi(String path) throws Exception {
        URI url = URI.create(twilio.url() + "/api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + path);
        HttpRequest request =
                HttpRequest.newBuilder(url).header("Authorization", login()).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    void postToApi(String path, String... form) throws Exception {
        WebhookRequest body = WebhookRequest.post("https://api.twilio.com").withForm(form);
        postToApi(
                "api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + "/" + path,
                "application/x-www-form-urlencoded",
                body.body());
    }

    private String postToApi(String path, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url() + "/" + path))
                .header("Authorization", login())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private String login() {
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
