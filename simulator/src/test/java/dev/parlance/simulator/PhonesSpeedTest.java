package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.SHOP;
import static dev.parlance.simulator.PageFixture.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSpeed;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The phones with 10,000 texts of 20 people. The bounds are generous, for a busy machine. */
class PhonesSpeedTest {
    private static final int PEOPLE = 20;
    private static final int TEXTS = 250;

    @Test
    void the_page_opens_and_switches_phones_quickly() {
        try (PageFixture page = new PageFixture(builder -> builder);
                Browser browser = new Browser()) {
            for (int i = 0; i < PEOPLE; i++) {
                for (int j = 0; j < TEXTS; j++) {
                    page.twilio.phone(person(i)).textsTo(SHOP, "This is text " + j);
                }
            }
            browser.open(page.simulator.url());
            browser.see(PEOPLE, ".rail-item");
            browser.open(
                    page.simulator.url()); // a second time, since the first opening warms up the browser and the server
            browser.see(phone(person(0)) + ".theirs", "This is text 249");

            PageSpeed speed = new PageSpeed(browser);
            assertThat(speed.firstPaint()).isLessThan(1_000);
            for (int i = 2; i < 8; i++) {
                assertThat(speed.click("switch to a phone", "[data-open='" + person(i) + "']"))
                        .isLessThan(300);
                browser.see(phone(person(i)) + ".theirs", "This is text 249");
            }
            browser.open(URI.create("about:blank"));
        }
    }

    private static String person(int index) {
        return "+12025550" + (100 + index);
    }
}
