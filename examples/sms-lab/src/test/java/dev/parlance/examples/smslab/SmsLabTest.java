package dev.parlance.examples.smslab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsLabTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "a-key-for-this-test-alone";
    private static final String NUMBER = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final HttpClient http = HttpClient.newHttpClient();
    private TwilioAccount account;
    private SmsLab lab;

    @BeforeEach
    void start() {
        twilio.number(NUMBER);
        twilio.serverless().buildsTake(0);
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        lab = new SmsLab(account, 0, Secret.of(KEY), Optional.of(ANA), Path.of("functions"));
    }

    @AfterEach
    void stop() {
        lab.close();
        account.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String key) {
        HttpRequest request = HttpRequest.newBuilder(lab.url().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode ask(String method, String path, Map<String, String> body) {
        try {
            HttpResponse<String> answer = send(method, path, JSON.writeValueAsString(body), KEY);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode get(String path) {
        return ask("GET", path, Map.of());
    }

    @Test
    void the_sample_text_goes_to_a_given_number_or_the_default() {
        JsonNode sent = ask("POST", "/send-sms", Map.of("number", "+15005550006"));
        ask("POST", "/send-sms", Map.of());

        assertThat(sent.path("to").asText()).isEqualTo("+15005550006");
        assertThat(twilio.sent()).extracting(text -> text.to()).containsExactly("+15005550006", ANA);
    }

    @Test
    void the_history_shows_the_last_texts_or_one_text() {
        String sid = ask("POST", "/send-sms", Map.of()).path("sid").asText();
        for (int i = 0; i < 24; i++) {
            ask("POST", "/send-sms", Map.of());
        }

        assertThat(get("/history")).hasSize(20);
        assertThat(get("/history?last=25")).hasSize(25);
        assertThat(get("/history/" + sid).path("body").asText()).contains("from the lab");
        assertThat(send("GET", "/history/SM" + "0".repeat(32), "", KEY).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/history?last=x", "", KEY).statusCode()).isEqualTo(400);
    }

    @Test
    void a_function_can_be_deployed_step_by_step() {
        String service = sid(ask("POST", "/service", Map.of("name", "lab")));
        JsonNode environment = ask("POST", "/environment", Map.of("sid", service, "name", "dev"));
        String function = sid(ask("POST", "/function", Map.of("sid", service, "name", "answer")));
        String version = sid(ask("POST", "/upload", Map.of("sid", service, "fid", function, "filename", "answer")));
        JsonNode build = ask("POST", "/builds", Map.of("sid", service, "fvid", version));
        ask("POST", "/deploy", Map.of("sid", service, "eid", sid(environment), "bid", sid(build)));

        assertThat(build.path("status").asText()).isEqualToIgnoringCase("completed");
        assertThat(twilio.serverless()
                        .live(environment.path("domainName").asText())
                        .get("/answer"))
                .asString()
                .contains("Good job");
        assertThat(get("/service").findValuesAsText("friendlyName")).containsExactly("lab");
        assertThat(get("/environments/" + service).findValuesAsText("domainSuffix"))
                .containsExactly("dev");
        assertThat(get("/functions/" + service).findValuesAsText("sid")).containsExactly(function);
        assertThat(get("/functions-versions/" + service + "/" + function).findValuesAsText("path"))
                .containsExactly("/answer");
        assertThat(get("/builds/" + service)).hasSize(1);
        assertThat(get("/deploy/" + service + "/" + sid(environment))).hasSize(1);

        ask("DELETE", "/service", Map.of("sid", service));
        assertThat(get("/service")).isEmpty();
    }

    @Test
    void services_are_listed_across_pages() {
        for (int i = 0; i < 50; i++) {
            ask("POST", "/service", Map.of("name", "lab " + i));
        }

        assertThat(get("/service")).hasSize(50);
        HttpResponse<String> refused = send("POST", "/service", "{\"name\": \"one too many\"}", KEY);
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pom", "..", "answer.js", "/etc/passwd", "nothing", ""})
    void a_file_name_cannot_leave_the_folder(String name) {
        String body = "{\"sid\": \"%s\", \"fid\": \"%s\", \"filename\": \"%s\"}"
                .formatted("ZS" + "0".repeat(32), "ZH" + "0".repeat(32), name);

        assertThat(send("POST", "/upload", body, KEY).statusCode()).isEqualTo(400);
        assertThat(twilio.log().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZS1", "../Services", "ZH00000000000000000000000000000000", ""})
    void a_sid_cannot_change_the_path(String sid) {
        String body =
                "{\"sid\": \"%s\", \"fid\": \"%s\", \"filename\": \"answer\"}".formatted(sid, "ZH" + "0".repeat(32));

        assertThat(send("POST", "/upload", body, KEY).statusCode()).isEqualTo(400);
        assertThat(twilio.log().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history/..%2FCalls",
                "/history/SM0",
                "/environments/ZS1",
                "/functions/..%2F..%2Fv1",
                "/functions-versions/ZS00000000000000000000000000000000/ZS00000000000000000000000000000000",
                "/builds/%2E%2E",
                "/deploy/ZS00000000000000000000000000000000/x%3Fy",
            })
    void a_path_variable_cannot_change_the_path(String path) {
        assertThat(send("GET", path, "", KEY).statusCode()).isEqualTo(400);
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void a_link_in_the_functions_folder_is_not_followed(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "not a function");
        Path functions = Files.createDirectory(folder.resolve("functions"));
        Files.createSymbolicLink(functions.resolve("linked.js"), secret);
        String body = "{\"sid\": \"ZS%1$s\", \"fid\": \"ZH%1$s\", \"filename\": \"linked\"}".formatted("0".repeat(32));

        lab.close();
        lab = new SmsLab(account, 0, Secret.of(KEY), Optional.of(ANA), functions);

        assertThat(send("POST", "/upload", body, KEY).statusCode()).isEqualTo(400);
        assertThat(twilio.log().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc:+15005550006", "whatsapp:+15005550006", "15005550006", "+0150055500", "+1 500", "12345"})
    void a_text_can_only_go_to_a_phone_number(String number) {
        HttpResponse<String> refused = send("POST", "/send-sms", "{\"number\": \"" + number + "\"}", KEY);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("with its country code");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/send-sms", "/service", "/environment", "/function", "/upload", "/builds", "/deploy"})
    void every_route_needs_the_key(String path) {
        assertThat(send("POST", path, "{}", "wrong").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/history", "", "").statusCode()).isEqualTo(401);
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void errors_explain_what_is_missing_or_refused() {
        assertThat(send("POST", "/service", "{}", KEY).body()).contains("The body has no \\\"name\\\"");
        assertThat(send("POST", "/service", "{", KEY).body()).contains("not JSON");
        assertThat(send("POST", "/send-sms", "{\"number\": \"nobody\"}", KEY).statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/functions/ZS" + "0".repeat(32), "", KEY).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_failed_build_is_an_error() {
        String service = sid(ask("POST", "/service", Map.of("name", "lab")));
        String function = sid(ask("POST", "/function", Map.of("sid", service, "name", "answer")));
        String version = sid(ask("POST", "/upload", Map.of("sid", service, "fid", function, "filename", "answer")));
        twilio.serverless().nextBuildFails();

        HttpResponse<String> answer =
                send("POST", "/builds", "{\"sid\": \"" + service + "\", \"fvid\": \"" + version + "\"}", KEY);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("failed. The previous build is still running");
    }

    @Test
    void the_walkthrough_of_the_readme_works(@TempDir Path copy) throws IOException {
        Files.createDirectory(copy.resolve("functions"));
        Files.copy(Path.of("package.json"), copy.resolve("package.json"));
        Files.copy(Path.of("functions/answer.js"), copy.resolve("functions/answer.js"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new Walkthrough(copy, new PrintStream(printed, true, StandardCharsets.UTF_8)).walk();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "+ public function /answer",
                        "Deployed sms-lab in dev",
                        "before, texts to +15005550100: POST https://old.example/sms",
                        "Nothing to do",
                        "Uploading 1/1 /answer",
                        "Deployed sms-lab in dev",
                        "Deployed sms-lab in dev",
                        "Again, texts to +15005550100: POST https://old.example/sms");
    }

    private static String sid(JsonNode resource) {
        return resource.path("sid").asText();
    }
}
