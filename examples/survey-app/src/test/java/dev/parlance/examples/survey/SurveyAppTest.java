package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parlance.testkit.FakeCall;
import dev.parlance.testkit.FakeNumber;
import dev.parlance.testkit.FakePhone;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The routes of the application. */
class SurveyAppTest {
    private static final String ANA = "+525512345678";

    @TempDir
    private Path folder;

    private Demo demo;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void start() throws IOException {
        logged.start();
        log().setLevel(Level.INFO);
        log().addAppender(logged);
        SurveyFiles.copyTo(folder);
        demo = new Demo(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        demo.close();
        log().detachAppender(logged);
        log().setLevel(Level.WARN);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger("dev.parlance.examples.survey");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(demo.appUrl() + path));
    }

    private HttpRequest.Builder withKey(String path) {
        return at(path).header("Authorization", "Bearer " + demo.key().reveal());
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private void anaAnswersInSpanish() {
        demo.phone(ANA)
                .texts("hola")
                .texts("3")
                .texts("5")
                .texts("1")
                .texts("4")
                .texts("9")
                .texts("Muchas flores");
    }

    @ParameterizedTest
    @CsvSource({"/sms/initiate-sms, smsTo", "/voice/initiate-call, callTo"})
    void other_applications_can_contact_people_at_the_templates_routes(String path, String field) throws Exception {
        HttpResponse<String> response = send(form(withKey(path), "To=%2B525512345678&defaultLanguage=es-MX"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"" + field + "\":\"" + ANA + "\"}");
        FakePhone ana = demo.phone(ANA);
        if (field.equals("smsTo")) {
            ana.receives("de 1 (malo) a 5 (excelente)");
        } else {
            ana.answers().hears("de 1 (malo) a 5 (excelente)");
        }
    }

    @Test
    void a_respondent_can_answer_again_after_a_restart() throws Exception {
        anaAnswersInSpanish();
        assertThat(send(form(withKey("/sms/initiate-sms"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> response = send(form(withKey("/restart"), "To=%2B525512345678"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"restarted\":\"" + ANA + "\"}");
        assertThat(send(form(withKey("/sms/initiate-sms"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(withKey("/results/answers.jsonl")).body().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Muchas flores", "\"run\":1"),
                        second -> assertThat(second).contains("\"run\":2"));
    }

    @Test
    void people_who_never_started_or_opted_out_are_not_restarted() throws Exception {
        demo.phone(ANA).texts("hola").texts("3").texts("5").texts("STOP");

        assertThat(send(form(withKey("/restart"), "To=%2B12025550101")).statusCode())
                .isEqualTo(404);
        assertThat(send(form(withKey("/restart"), "To=%2B525512345678")).statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms/initiate-sms", "/voice/initiate-call", "/restart"})
    void contacting_people_requires_the_key(String path) throws Exception {
        assertThat(send(form(at(path), "To=%2B525512345678")).statusCode()).isEqualTo(401);
        assertThat(send(form(at(path).header("Authorization", "Bearer guessed"), "To=%2B525512345678"))
                        .statusCode())
                .isEqualTo(401);
    }

    private String cookie() throws Exception {
        HttpResponse<String> login =
                send(form(at("/results/login"), "key=" + demo.key().reveal()));
        assertThat(login.statusCode()).isEqualTo(303);
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms/initiate-sms", "/voice/initiate-call", "/restart"})
    void the_cookie_is_useless_to_pages_of_other_origins(String path) throws Exception {
        String cookie = cookie();
        for (String[] page : new String[][] {
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Origin", "http://localhost:1"},
            {"Origin", "null"},
            {"X-Other", "any"},
        }) {
            HttpRequest.Builder request = at(path).header("Cookie", cookie).header(page[0], page[1]);
            assertThat(send(form(request, "To=%2B525512345678")).statusCode())
                    .as(String.join(": ", page))
                    .isEqualTo(401);
        }
        assertThat(demo.twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, "})
    void the_results_page_can_contact_people_with_the_cookie(String header, String value) throws Exception {
        HttpRequest.Builder request = at("/sms/initiate-sms")
                .header("Cookie", cookie())
                .header(header, value == null ? demo.appUrl().toString() : value);

        assertThat(send(form(request, "To=%2B525512345678")).statusCode()).isEqualTo(201);
    }

    @Test
    void key_guesses_are_limited() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send(form(at("/results/login"), "key=guess")).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> refused = send(form(at("/results/login"), "key=guess"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(send(withKey("/results/data")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/survey-results/525512345678.json",
                "/results/data",
                "/results/answers.csv",
                "/results/answers.jsonl"
            })
    void results_are_neither_cached_nor_sniffed(String path) throws Exception {
        anaAnswersInSpanish();

        HttpResponse<String> response = send(withKey(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc:%2B12025550106", "client:ana", "+1202555010612345", "%2B0150055500", "911"})
    void an_invalid_number_is_refused(String to) throws Exception {
        for (String path : new String[] {"/sms/initiate-sms", "/voice/initiate-call", "/restart"}) {
            HttpResponse<String> response = send(form(withKey(path), "To=" + to));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("like +15005550006");
        }
        assertThat(demo.twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B19002345678", "%2B447911123456", "%2B8835100012345", "%2B15005550006"})
    void premium_and_foreign_numbers_are_not_contacted(String to) throws Exception {
        for (String path : new String[] {"/sms/initiate-sms", "/voice/initiate-call"}) {
            HttpResponse<String> response = send(form(withKey(path), "To=" + to));

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("numbers of this kind or country");
        }
        assertThat(demo.twilio().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/voice, POST",
        "/voice/initial-message, GET",
        "/voice/switch-language, POST",
        "/voice/begin-survey, GET",
        "/voice/question, POST"
    })
    void calls_are_also_answered_at_the_templates_routes(String path, String method) {
        FakeNumber number = demo.twilio().number(Demo.NUMBER).onCall(demo.appUrl() + path);
        if (method.equals("GET")) {
            number.usingGet();
        }

        FakeCall call = demo.phone(ANA).calls(Demo.NUMBER).hears("marque 3").presses("3");

        call.hears("de 1 (malo) a 5 (excelente)").presses("5").hears("¿Qué usó la última vez?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms/webhook", "/voice"})
    void an_unsigned_webhook_is_refused_and_counted(String path) throws Exception {
        assertThat(send(form(at(path), "From=%2B525512345678&Body=hola")).statusCode())
                .isEqualTo(403);

        assertThat(send(withKey("/metrics")).body()).contains("survey_refusals_total{why=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms", "/voice"})
    void an_unsigned_request_is_refused_before_its_body(String path) throws Exception {
        URI app = URI.create(demo.appUrl() + path);
        try (Socket socket = new Socket(app.getHost(), app.getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/data",
                "/results/news",
                "/results/answers.csv",
                "/results/answers.jsonl",
                "/survey-results/525512345678.json",
                "/metrics",
                "/results"
            })
    void every_results_route_requires_the_key(String path) throws Exception {
        assertThat(send(at(path)).statusCode()).isEqualTo(401);
        assertThat(send(at(path).header("Cookie", "survey=99999999999." + "0".repeat(64)))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sms", "/sms/webhook"})
    void texts_are_also_answered_at_the_templates_route(String path) {
        demo.twilio().number(Demo.NUMBER).onText(demo.appUrl() + path);

        demo.phone(ANA).texts("hola").receives("¡Hola! Cinco preguntas");
    }

    @Test
    void results_can_be_downloaded_as_csv_json_lines_and_documents() throws Exception {
        anaAnswersInSpanish();

        assertThat(send(withKey("/results/answers.csv")).body())
                .contains(ANA + ",COMPLETED,es-MX,text", "Muchas flores");
        assertThat(send(withKey("/results/answers.jsonl")).body().lines()).hasSize(1);
        assertThat(send(withKey("/survey-results/525512345678.json")).body()).contains("\"languageSet\" : \"es-MX\"");
        assertThat(send(withKey("/survey-results/12025550109.json")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void people_who_have_not_answered_count_only_as_contacted() throws Exception {
        for (String number : new String[] {"12025550106", "12025550107", "12025550108"}) {
            send(form(withKey("/sms/initiate-sms"), "To=%2B" + number + "&defaultLanguage=en-US"));
        }
        demo.phone("+12025550106").texts("5").texts("1").texts("4").texts("9").texts("skip");
        demo.phone("+12025550107").texts("5");

        assertThat(send(withKey("/results/data")).body())
                .contains("\"funnel\":[{\"label\":\"people\",\"count\":3},{\"label\":\"in contact\",\"count\":2},"
                        + "{\"label\":\"past service\",\"count\":2},{\"label\":\"past product\",\"count\":1},"
                        + "{\"label\":\"past agent\",\"count\":1},{\"label\":\"past recommend\",\"count\":1},"
                        + "{\"label\":\"past feedback\",\"count\":1},{\"label\":\"completed\",\"count\":1}]");
    }

    @Test
    void the_results_page_says_that_personal_data_is_never_counted() throws Exception {
        String page = send(withKey("/results")).body().replaceAll("\\s+", " ");

        assertThat(page)
                .contains(
                        "Counts are shown only for questions with a fixed set of answers (options, yes or no, scales);"
                                + " all other answers are personal data and are never counted.");
    }

    @Test
    void the_health_route_reports_the_store() throws Exception {
        assertThat(send(at("/health")).body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void metrics_contain_no_personal_data() throws Exception {
        anaAnswersInSpanish();

        String metrics = send(withKey("/metrics")).body();

        assertThat(metrics)
                .contains("survey_webhooks_seconds_count{status=\"200\",webhook=\"texts\"} 7")
                .contains("survey_events_total{channel=\"text\",language=\"es-MX\",type=\"completed\"} 1.0")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("5512345678");
    }

    @Test
    void the_log_contains_no_personal_data() {
        anaAnswersInSpanish();

        JsonEncoder encoder = new JsonEncoder();
        encoder.start();
        String log = logged.list.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining());

        assertThat(log)
                .contains("\"message\":\"survey event\"", "dev.parlance.survey.completed", "recommend")
                .doesNotContain("5512345678", "flores", demo.key().reveal());
    }

    @Test
    void an_invalid_survey_is_not_loaded_and_its_problem_is_logged() throws IOException {
        Path prompts = folder.resolve("prompts/es-MX.env");
        Files.writeString(prompts, Files.readString(prompts).replace("agent=", "agnet="));

        demo.doPeriodicWork();

        assertThat(logged.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("es-MX.env", "agent"));
        demo.phone(ANA).texts("hola").receives("¡Hola! Cinco preguntas");
    }

    @Test
    void a_survey_of_the_sam_template_works_unchanged(@TempDir Path template) throws IOException {
        Files.createDirectory(template.resolve("voice-prompts"));
        Files.writeString(
                template.resolve("survey-config.json"),
                "{\"questions\": [{\"questionName\": \"rate\", \"questionType\": \"dtmf\"}]}");
        Map<String, String> prompts = new TreeMap<>(Map.of(
                "language",
                "en-US",
                "voice",
                "Polly.Joanna",
                "welcome",
                "Welcome!",
                "welcomeContinue",
                "continue",
                "languageOption",
                "For Spanish, say",
                "languageOptionSMS",
                "Reply continue.",
                "languageOptionLanguageName",
                "espanol",
                "languageOptionVoice",
                "Polly.Mia",
                "languageOptionLanguage",
                "es-MX",
                "languageOptionLanguageReply",
                "espanol"));
        prompts.putAll(Map.of(
                "beginSurvey",
                "We begin.",
                "firstQuestion",
                "First:",
                "nextQuestion",
                "Next:",
                "lastQuestion",
                "Last:",
                "rate",
                "How was it?",
                "surveyCompletedAlready",
                "Done already.",
                "finalGoodbye",
                "Goodbye!"));
        String file = prompts.entrySet().stream()
                .map(prompt -> prompt.getKey() + "=" + prompt.getValue())
                .collect(Collectors.joining("\n"));
        Files.writeString(template.resolve("voice-prompts/survey-en-US.env"), file);

        try (Demo templateDemo = new Demo(template, 0, 0)) {
            FakePhone ben = templateDemo.phone("+12025550106");
            ben.texts("hi").receives("Welcome!");
            ben.texts("continue").receives("How was it?");
            ben.texts("5").receives("Goodbye!");
        }
    }

    @Test
    void closing_stops_the_server() {
        demo.phone(ANA).texts("hola").texts("3").texts("5");
        demo.closeApp();

        assertThatThrownBy(() -> send(at("/health"))).isInstanceOf(ConnectException.class);
        assertThat(logged.list).extracting(ILoggingEvent::getMessage).contains("stopped");
    }
}
