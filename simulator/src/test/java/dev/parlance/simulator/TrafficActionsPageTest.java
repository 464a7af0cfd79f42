package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What can be done with an entry of the traffic, in a browser. */
class TrafficActionsPageTest {
    private static final String ROWS = "#traffic-rows [role=option]";

    private static Browser browser;

    private final TrafficFixture page = new TrafficFixture();

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void open() {
        browser.theme(Theme.LIGHT);
        browser.size(PageSize.DESKTOP);
        page.shop.twilio.phone(BEN).texts("one").texts("two");
        page.open(browser);
        browser.script("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
        browser.click(".traffic-row");
        browser.see(".traffic-detail h3", "POST /sms");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        page.close();
    }

    private void look(String name) {
        TrafficFixture.look(browser, name);
    }

    private List<String> bodies() {
        return page.shop.received.stream()
                .map(request -> request.formParameters().required("Body"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"r, 3, again", "f, 3, wrongly signed", "u, 3, not signed", "d, 4, again"})
    void a_key_sends_a_webhook_again(String key, int rows, String mark) {
        browser.press(key);
        browser.see(rows, ROWS);
        browser.see(ROWS, mark);
        browser.see(".toast", "Sent");
    }

    @Test
    void a_webhook_is_altered_and_sent() {
        browser.click("[data-action=edit]");
        browser.see("dialog", "Edit POST /sms");
        look("edit");
        WebElement body = browser.see("[aria-label='Value of Body']");
        body.clear();
        body.sendKeys("three");
        browser.click("[aria-label='Remove FromCity']");
        browser.click("dialog button", "Add a parameter");
        browser.press("Extra", Keys.TAB, "more");
        browser.click("dialog [name=signature] option[value=valid]");
        browser.click("dialog [name=asNew] option[value=new]");
        browser.click("dialog button", "Send");

        browser.see(3, ROWS);
        browser.see(ROWS, "three");
        assertThat(bodies()).containsExactly("one", "two", "three");
        assertThat(page.shop.received.get(2).formParameters().names())
                .contains("Extra")
                .doesNotContain("FromCity");
    }

    @Test
    void an_edited_webhook_needs_a_url() {
        browser.click("[data-action=edit]");
        WebElement url = browser.see("dialog [name=url]");
        url.clear();
        url.sendKeys("nonsense", Keys.ENTER);

        browser.see("dialog [name=url]:invalid");
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void a_webhook_is_edited_on_a_phone() {
        browser.size(PageSize.PHONE);
        browser.click("[data-action=edit]");
        browser.see("dialog", "Edit POST /sms");
        look("PHONE-edit");
    }

    @Test
    void webhooks_are_sent_in_another_order() {
        browser.press("q");
        browser.see(1, ".traffic-queued li");
        browser.script("document.querySelectorAll('#traffic-rows .traffic-row')[1].click()");
        browser.see(".traffic-detail", "two");
        browser.press("q");
        browser.see(2, ".traffic-queued li");
        look("queue");
        browser.click("[aria-label='Move 2 up']");
        browser.click(".traffic-queue button", "Send in this order");

        browser.see(4, ROWS);
        assertThat(bodies()).containsExactly("one", "two", "two", "one");
        browser.gone(".traffic-queue");
    }

    @Test
    void a_request_is_copied_as_curl_and_as_a_test() {
        browser.press("c");
        browser.see(".toast", "The curl command is copied");
        assertThat(String.valueOf(browser.script("return window.copied"))).startsWith("curl -X POST");
        browser.click("[data-action=more]");
        browser.click(".traffic-detail .menu button", "Copy as JUnit test\nt");
        browser.see(".toast", "The test is copied");
        assertThat(String.valueOf(browser.script("return window.copied"))).contains("class CopiedFromSimulatorTest");
    }

    @Test
    void the_menu_shows_all_actions_with_their_keys() {
        browser.click("[data-action=more]");
        browser.see(".traffic-detail .menu", "Send with a wrong signature");
        look("menu");
    }

    @Test
    void a_stopped_simulator_is_reported() {
        page.stop();
        browser.press("r");
        browser.see(".toast.bad", "The simulator does not respond.");
    }
}
