package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.FakePhone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The web chat, a channel that this example adds to the library. */
class ChatTest {
    private static final String BEN = "+12025550106";

    private static Browser browser;

    @TempDir
    private Path folder;

    private Demo demo;
    private FakePhone ben;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() throws IOException {
        SurveyFiles.copyTo(folder);
        demo = new Demo(folder, 0, 0);
        ben = demo.phone(BEN);
        browser.size(390, 844);
    }

    @AfterEach
    void stop() {
        browser.open(URI.create("about:blank"));
        demo.close();
    }

    private HttpResponse<String> post(String path, String body, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.appUrl() + path))
                .header("Authorization", "Bearer " + authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private String chatPath(String number) throws Exception {
        HttpResponse<String> link =
                post("/chat/links", "To=%2B" + number.substring(1), demo.key().reveal());
        return new ObjectMapper().readTree(link.body()).path("path").asText();
    }

    private void openChat() throws Exception {
        browser.open(URI.create(demo.appUrl() + chatPath(BEN)));
    }

    @Test
    void a_survey_continues_from_a_call_in_the_chat_and_back() throws Exception {
        ben.calls(Demo.NUMBER)
                .hears("For English, press 1.")
                .presses("1")
                .hears("How was our service")
                .presses("4")
                .hears("What did you use last?")
                .hangsUp();

        openChat();
        browser.see(".theirs", "Welcome back.");
        browser.see(".theirs", "What did you use last?");
        assertThat(browser.texts("#buttons button")).containsExactly("The app", "Delivery", "Support");
        browser.screenshot("chat");
        browser.click("#buttons button", "Delivery");
        browser.see(".mine", "Delivery");
        browser.see(".theirs", "How helpful was the person");
        browser.type("#text", "rather helpful", Keys.ENTER);
        browser.see(".theirs", "Please answer with a number from 1 to 5.");
        browser.type("#text", "3", Keys.ENTER);
        browser.see(".theirs", "Would you recommend us");

        ben.calls(Demo.NUMBER)
                .hears("Welcome back.")
                .hears("Would you recommend us")
                .presses("9")
                .hears("What should we do better?")
                .says("open on Sundays")
                .hears("Thank you, and goodbye!");
        HttpResponse<String> result = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(demo.appUrl() + "/survey-results/12025550106.json"))
                                .header("Authorization", "Bearer " + demo.key().reveal())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(result.body()).contains("\"delivery\"", "\"COMPLETED\"", "open on Sundays");
    }

    @Test
    void a_survey_works_in_the_chat_in_a_right_to_left_language() throws Exception {
        openChat();

        browser.click("#buttons button", "العربية");
        browser.see(".theirs[dir=rtl]", "كيف كانت خدمتنا");
        browser.type("#text", "٥", Keys.ENTER);
        browser.click("#buttons button[dir=rtl]", "التوصيل");
        browser.see(".theirs", "ما مدى مساعدة الشخص");
        browser.screenshot("chat-arabic");
    }

    @Test
    void an_open_chat_gets_the_reminder() throws Exception {
        openChat();
        browser.click("#buttons button", "English");
        browser.see(".theirs", "How was our service");

        demo.twilio().advance(Duration.ofHours(25));
        demo.doPeriodicWork();

        browser.see(".theirs", "We are still waiting for your answer.");
    }

    @Test
    void a_respondent_with_a_closed_chat_is_reminded_by_text() throws Exception {
        String token = chatPath(BEN).substring("/chat#".length());
        post("/chat/turns", "{\"id\":\"1\"}", token);
        post("/chat/turns", "{\"id\":\"2\",\"choice\":\"en-US\"}", token);

        demo.twilio().advance(Duration.ofHours(25));
        demo.doPeriodicWork();

        ben.receives("We are still waiting for your answer.");
    }

    @Test
    void the_chat_requires_a_valid_link() throws Exception {
        assertThat(post("/chat/links", "To=%2B12025550106", "guessed").statusCode())
                .isEqualTo(401);
        assertThat(post("/chat/turns", "{\"id\":\"1\",\"text\":\"4\"}", "guessed")
                        .statusCode())
                .isEqualTo(401);
        String token = chatPath(BEN).substring("/chat#".length());
        String otherPerson = token.replace(BEN, "+12025550107");
        assertThat(post("/chat/turns", "{\"id\":\"1\",\"text\":\"4\"}", otherPerson)
                        .statusCode())
                .isEqualTo(401);

        demo.twilio().advance(Duration.ofDays(8));

        assertThat(post("/chat/turns", "{\"id\":\"1\",\"text\":\"4\"}", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_repeated_message_counts_once_and_gets_the_same_reply() throws Exception {
        String token = chatPath(BEN).substring("/chat#".length());
        post("/chat/turns", "{\"id\":\"1\"}", token);
        post("/chat/turns", "{\"id\":\"2\",\"choice\":\"en-US\"}", token);

        HttpResponse<String> first = post("/chat/turns", "{\"id\":\"3\",\"text\":\"4\"}", token);
        HttpResponse<String> again = post("/chat/turns", "{\"id\":\"3\",\"text\":\"4\"}", token);

        assertThat(first.body()).contains("What did you use last?").isEqualTo(again.body());
        assertThat(post("/chat/turns", "no JSON", token).statusCode()).isEqualTo(400);
        assertThat(post("/chat/turns", "{\"text\":\"no id\"}", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_button_of_an_earlier_turn_changes_nothing() throws Exception {
        String token = chatPath(BEN).substring("/chat#".length());
        post("/chat/turns", "{\"id\":\"1\"}", token);
        post("/chat/turns", "{\"id\":\"2\",\"choice\":\"en-US\"}", token);
        post("/chat/turns", "{\"id\":\"3\",\"text\":\"4\"}", token);

        String first = tap("delivery", 1, token);
        int turn = new ObjectMapper().readTree(first).path("turn").asInt();
        String second = tap("delivery", turn, token);

        assertThat(first).contains("What did you use last?");
        assertThat(second).contains("How helpful was the person");
    }

    private String tap(String choice, int turn, String token) throws Exception {
        return post(
                        "/chat/turns",
                        "{\"id\":\"tap-%d\",\"choice\":\"%s\",\"turn\":%d}".formatted(turn, choice, turn),
                        token)
                .body();
    }
}
