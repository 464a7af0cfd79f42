package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.AMIRA;
import static dev.parlance.simulator.PageFixture.BEN;
import static dev.parlance.simulator.PageFixture.CARLA;
import static dev.parlance.simulator.PageFixture.phone;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** Calls on the simulator's phones, in a browser. */
class CallsPageTest {
    private static Browser browser;

    private final PageFixture page = new PageFixture();

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
        browser.open(page.simulator.url());
        browser.see(3, ".phone");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        page.close();
    }

    private static void texts(String number, String body, String answer) {
        browser.type(phone(number) + "textarea", body, Keys.ENTER);
        browser.see(phone(number) + ".theirs", answer);
    }

    @Test
    void a_call_takes_the_keyboard_as_soon_as_it_has_begun() {
        page.open(browser, BEN);
        browser.click(phone(BEN) + "button.call");
        browser.see(phone(BEN) + ".status", "Speaking");

        browser.press("1");
        browser.press("2");

        browser.see(2, phone(BEN) + ".spoke");
        browser.see(phone(BEN) + ".status", "Listening for keys");
        browser.click(phone(BEN) + "[aria-label='Hang up']");
        browser.see(phone(BEN) + ".status", "The call is over (completed)");
        browser.click(phone(BEN) + ".over-only button");
        browser.click(phone(BEN) + ".call-chip");
        browser.see(phone(BEN) + ".said", "Welcome to the shop");
    }

    @Test
    void a_call_is_no_longer_speaking_when_reading_aloud_is_turned_off() {
        browser.script("speechSynthesis.speak = spoken => { window.spoken = spoken; };"
                + "speechSynthesis.cancel = () => window.spoken.dispatchEvent(new Event('error'));");
        browser.click("#speak");
        page.open(browser, BEN);
        browser.click(phone(BEN) + "button.call");
        browser.see(phone(BEN) + ".status", "Speaking");

        browser.click("#speak");

        browser.see(phone(BEN) + ".status", "Listening for");
    }

    @Test
    void a_call_is_left_for_the_messages_and_taken_up_again() {
        page.open(browser, BEN);
        browser.click(phone(BEN) + "button.call");
        browser.see(phone(BEN) + ".said");
        browser.click(phone(BEN) + "[aria-label='Show messages']");
        texts(BEN, "I am in a call", "Thank you for writing");

        browser.click(phone(BEN) + ".return");

        browser.see(phone(BEN) + ".talking");
    }

    @Test
    void an_incoming_call_comes_into_view_and_is_accepted_or_declined() {
        for (String label : new String[] {"Decline", "Accept"}) {
            page.open(browser, AMIRA);
            page.open(browser, CARLA);
            page.api("Calls.json", "To", BEN, "From", PageFixture.SHOP, "Url", "https://shop.example/voice");
            browser.see(phone(BEN) + ".status", "Incoming call");
            page.look(browser, "incoming-" + label);
            browser.click(phone(BEN) + ".ringing [aria-label='" + label + "']");
        }
        browser.see(phone(BEN) + ".said", "Welcome to the shop");
        browser.click(phone(BEN) + "[aria-label='Hang up']");
        browser.click(phone(BEN) + ".over-only button");
        browser.see(phone(BEN) + ".call-chip.bad", "busy");
    }

    /** Relies on Selenium, which refuses to click on covered elements. */
    @ParameterizedTest
    @EnumSource(PageSize.class)
    void each_control_of_a_call_can_be_clicked_at_any_size(PageSize size) {
        browser.size(size);
        page.open(browser, BEN);
        browser.click(phone(BEN) + "button.call");
        browser.see(phone(BEN) + ".said", "Welcome to the shop");
        for (String key : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#")) {
            browser.click(phone(BEN) + ".keypad [aria-label='" + key + "']");
        }
        browser.see(12, phone(BEN) + ".spoke.keys");
        browser.click(phone(BEN) + ".mumble");
        browser.type(phone(BEN) + "[aria-label=Say].input", "hello");
        browser.click(phone(BEN) + ".say button[aria-label=Say]");
        browser.see(phone(BEN) + ".spoke", "hello");
        browser.click(phone(BEN) + ".actions button", "Stay silent");
        browser.see(phone(BEN) + ".note", "(silence)");
        browser.click(phone(BEN) + ".actions button", "Lose connection");
        browser.see(phone(BEN) + ".status", "The call is over");
        browser.click(phone(BEN) + ".over-only button");
        browser.see(phone(BEN) + ".phone-chips", "No reception");
        assertThat(browser.problems()).isEmpty();
    }
}
