package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.SHOP;
import static dev.parlance.simulator.PageFixture.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The phones with 10,000 texts of 20 people. The bounds are generous, for a busy machine. */
class PhonesSpeedTest {
    private static final int PEOPLE = 20;
    private static final int TEXTS = 250;
    /** The time from a click until the next frame. */
    private static final String CLICK = """
            const start = performance.now();
            document.querySelector(arguments[0]).click();
            return new Promise(done => requestAnimationFrame(() => {
              document.body.offsetHeight;
              done(performance.now() - start);
            }));
            """;

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
            browser.open(page.simulator.url()); // a second time, since the first opening warms up the browser and the server
            browser.see(phone(person(0)) + ".theirs", "This is text 249");

            double paint =
                    number(browser.script("return performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            double slowest = 0;
            for (int i = 2; i < 8; i++) {
                slowest = Math.max(slowest, number(browser.script(CLICK, "[data-open='" + person(i) + "']")));
                browser.see(phone(person(i)) + ".theirs", "This is text 249");
            }
            System.out.printf("first paint %.0f ms, slowest switch %.0f ms%n", paint, slowest);

            assertThat(paint).isLessThan(1_000);
            assertThat(slowest).isLessThan(300);
            browser.open(URI.create("about:blank"));
        }
    }

    private static String person(int index) {
        return "+12025550" + (100 + index);
    }

    private static double number(Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
