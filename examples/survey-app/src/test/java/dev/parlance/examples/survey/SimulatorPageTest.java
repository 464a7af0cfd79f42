package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator's page at several window sizes, and after its application has ended. */
class SimulatorPageTest {
    private static final String ANA = "[data-number='+5215512345678'] ";
    private static final String BEN = "[data-number='+15005550006'] ";

    private static Browser browser;

    private final FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
    private Simulator simulator;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() {
        twilio.mount(
                "https://shop.example",
                Router.create()
                        .post("/empty", request -> WebhookResponse.noContent())
                        .post("/broken", request -> WebhookResponse.text("<Response>"))
                        .post("/sms", request -> WebhookResponse.of(MessageTwiml.reply("Thank you. ".repeat(10))))
                        .post(
                                "/voice",
                                request -> WebhookResponse.of(VoiceTwiml.create()
                                        .gather(gather -> gather.action("/voice")
                                                .say("Press any keys that you like, or say something."))
                                        .redirect("/voice"))));
        twilio.number("+15005550100").onText("https://shop.example/sms").onCall("https://shop.example/voice");
        simulator = Simulator.of(twilio)
                .person("+5215512345678", "Ana")
                .person("+15005550006", "Ben")
                .open(0);
        browser.size(1600, 1000);
        browser.open(simulator.url());
        browser.see(2, ".phone");
    }

    @AfterEach
    void stop() {
        browser.open(URI.create("about:blank"));
        simulator.close();
        twilio.close();
    }

    /** Relies on Selenium, which refuses to click on covered elements. */
    @ParameterizedTest
    @CsvSource({"1366, 657", "1100, 700", "420, 850", "1600, 1000"})
    void each_button_of_a_call_can_be_clicked_at_any_size(int width, int height) {
        browser.size(width, height);
        for (int i = 0; i < 6; i++) {
            twilio.phone("+15005550006").texts("hello");
        }
        browser.see(12, BEN + ".bubble");

        browser.click(BEN + "button.call");
        browser.see(BEN + ".said", "Press any keys");
        browser.screenshot("call-" + width + "x" + height);
        for (String key : "1 2 3 4 5 6 7 8 9 * 0 #".split(" ")) {
            browser.click(BEN + ".keypad button", key);
        }
        browser.see(BEN + ".lines", "⌨ 0");
        browser.type(BEN + ".talking input", "hello");
        browser.click(BEN + ".talking form button", "Say");
        browser.see(BEN + ".spoke", "hello");
        browser.click(BEN + ".actions button", "Stay silent");
        browser.see(BEN + ".lines", "(silence)");
        browser.click(BEN + ".actions select option[value='0.3']");
        browser.type(BEN + "textarea", "a text in the call");
        browser.click(BEN + "> .compose button", "Send");
        browser.see(BEN + ".mine", "a text in the call");
        browser.click(BEN + ".actions button", "Hang up");
        browser.see(BEN + ".status", "over (completed)");

        browser.click(ANA + "button.call");
        browser.see(ANA + ".said", "Press any keys");
        browser.click(ANA + ".actions button", "Lose connection");
        browser.see(ANA + ".status", "over");
    }

    @ParameterizedTest
    @CsvSource({"/empty, (empty)", "/broken, <Response>"})
    void a_response_that_is_not_xml_causes_no_error_in_the_console(String path, String shown) {
        browser.consoleErrors();
        twilio.number("+15005550100").onText("https://shop.example" + path);
        twilio.phone("+15005550006").texts("hello");

        browser.click("#rows .webhook button");

        browser.see("#detail .answer", shown);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1366, 657", "420, 850"})
    void an_ended_application_is_reported_and_can_be_restarted(int width, int height, @TempDir Path folder)
            throws IOException {
        browser.size(width, height);
        Path runs = folder.resolve("runs");
        String script = "echo run >> \"$RUNS\"; wc -l < \"$RUNS\"; echo 'Error: the port is taken'; "
                + "[ $(wc -l < \"$RUNS\") = 2 ] && sleep 60; exit 3";

        simulator.run(List.of("sh", "-c", script), Map.of("RUNS", runs.toString()));

        browser.see("#ended h2", "The application ended with exit code 3.");
        browser.see("#ended pre", "Error: the port is taken");
        browser.screenshot("ended-" + width + "x" + height);
        browser.click("#ended button", "Start it again");
        browser.gone("#ended");
        assertThat(Files.readAllLines(runs)).hasSize(2);
    }
}
