package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator's page with an application whose responses are no TwiML. */
class SimulatorPageTest {
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
                        .post("/broken", request -> WebhookResponse.text("<Response>")));
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

    @ParameterizedTest
    @CsvSource({"/empty, Empty", "/broken, <Response>"})
    void a_response_that_is_not_xml_causes_no_error_in_the_console(String path, String shown) {
        browser.consoleErrors();
        twilio.number("+15005550100").onText("https://shop.example" + path);
        twilio.phone("+15005550006").texts("hello");

        browser.click("#traffic-rows .webhook");

        browser.see(".traffic-detail [aria-label=Response]", shown);
        assertThat(browser.consoleErrors()).isEmpty();
    }
}
