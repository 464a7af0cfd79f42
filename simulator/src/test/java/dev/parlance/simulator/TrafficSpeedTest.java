package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.pages.testing.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The traffic's list with 10,000 entries. The bounds are generous, for a busy machine; docs/BENCHMARKS.md has the real numbers. */
class TrafficSpeedTest {
    private static final int ENTRIES = 10_000;
    private static final int PEOPLE = 20;
    /** The time until the next frame is on the screen, after what a user does. */
    private static final String MEASURE = """
            const [selector, action] = arguments;
            const element = document.querySelector(selector);
            const start = performance.now();
            if (action === 'scroll') {
              element.scrollTop = Math.random() * element.scrollHeight;
            } else if (action.startsWith('key ')) {
              element.dispatchEvent(new KeyboardEvent('keydown', {key: action.slice(4), bubbles: true, cancelable: true}));
            } else {
              element.click();
            }
            return new Promise(done => requestAnimationFrame(() => {
              document.body.offsetHeight;
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now() - start);
              channel.port2.postMessage('');
            }));
            """;

    private static final TrafficFixture page = new TrafficFixture();
    private static Browser browser;

    @BeforeAll
    static void open() {
        List<FakePhone> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(page.shop.twilio.phone("+12025550%03d".formatted(100 + i)));
        }
        for (int i = 0; i < ENTRIES; i++) {
            people.get(i % PEOPLE).texts("This is the text with the number " + i);
        }
        browser = new Browser();
        page.open(browser);
        browser.see(".traffic-kinds", "10,000");
    }

    @AfterAll
    static void close() {
        browser.open(URI.create("about:blank"));
        browser.close();
        page.close();
    }

    private static double number(String script) {
        return ((Number) Objects.requireNonNull(browser.script(script))).doubleValue();
    }

    /** The slowest of several. */
    private static double slowest(String selector, String... actions) {
        double slowest = 0;
        for (int i = 0; i < 3; i++) {
            for (String action : actions) {
                slowest = Math.max(
                        slowest,
                        ((Number) Objects.requireNonNull(browser.script(MEASURE, selector, action))).doubleValue());
            }
        }
        return slowest;
    }

    @Test
    void the_first_rows_are_there_soon() {
        browser.open(page.url()); // a second time, since the first opening warms up the browser and the server
        browser.see(".traffic-kinds", "10,000");

        assertThat(number("return performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .isLessThan(1_000);
        assertThat(number("return performance.getEntriesByName('rows')[0].startTime"))
                .isLessThan(1_500);
        assertThat(number("return document.querySelectorAll('#traffic-rows [role=option]').length"))
                .isLessThan(80);
    }

    @Test
    void choosing_filtering_grouping_and_scrolling_take_a_moment() {
        assertThat(slowest("#traffic-rows", "scroll")).isLessThan(300);
        assertThat(slowest("#traffic-rows", "key ArrowUp", "key Home", "key End"))
                .isLessThan(300);
        assertThat(slowest(".traffic-row", "click")).isLessThan(300);
        assertThat(slowest("[data-kind=api]", "click")).isLessThan(300);
        assertThat(slowest("[data-kind='']", "click")).isLessThan(300);
        assertThat(slowest("[aria-label='Pause the list'], [aria-label=Continue]", "click"))
                .isLessThan(300);
    }

    @Test
    void the_details_of_a_row_are_there_soon() {
        browser.script("document.querySelector('.traffic-row').click()");
        browser.see(".traffic-detail");

        assertThat(number("""
                const detail = document.querySelector('.traffic-detail');
                const start = performance.now();
                document.querySelectorAll('.traffic-row')[5].click();
                return new Promise(done => new MutationObserver(() => done(performance.now() - start))
                    .observe(detail, {attributes: true, attributeFilter: ['aria-label']}))""")).isLessThan(500);
    }

    @Test
    void searching_everything_takes_a_moment() {
        assertThat(number("""
                const start = performance.now();
                return fetch('api/traffic/search?words=number+7777').then(it => it.json())
                    .then(({numbers}) => numbers.length === 1 ? performance.now() - start : 1e9)""")).isLessThan(500);
    }
}
