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

/** The simulator with 10,000 texts of 20 people. The bounds are generous, for a busy machine; docs/BENCHMARKS.md has the real numbers. */
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

    private static final PageFixture page = new PageFixture();
    private static Browser browser;

    @BeforeAll
    static void open() {
        List<FakePhone> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(page.twilio.phone("+12025550%03d".formatted(100 + i)));
        }
        for (int i = 0; i < ENTRIES; i++) {
            people.get(i % PEOPLE).texts("This is the text with the number " + i);
        }
        browser = new Browser();
        openPage();
    }

    @AfterAll
    static void close() {
        browser.open(URI.create("about:blank"));
        browser.close();
        page.close();
    }

    private static void openPage() {
        browser.open(page.simulator.url());
        browser.see(".traffic-kinds", "10,000");
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
        openPage(); // a second time, since the first opening warms up the browser and the server
        double paint = number("return performance.getEntriesByName('first-contentful-paint')[0].startTime");
        double rows = number("return performance.getEntriesByName('traffic')[0].startTime");
        log("first paint", paint);
        log("the newest rows are shown", rows);

        assertThat(paint).isLessThan(1_000);
        assertThat(rows).isLessThan(2_500);
        assertThat(number("return document.querySelectorAll('#traffic-rows [role=option]').length"))
                .isLessThan(80);
    }

    @Test
    void choosing_filtering_grouping_and_scrolling_take_a_moment() {
        isFast("scroll", "#traffic-rows", "scroll");
        isFast("move by keys", "#traffic-rows", "key ArrowUp", "key Home", "key End");
        isFast("choose a row", ".traffic-row", "click");
        isFast("filter by kind", "[data-kind=api]", "click");
        isFast("all kinds", "[data-kind='']", "click");
        isFast("pause and continue", "[aria-label='Pause the list'], [aria-label=Continue]", "click");
    }

    @Test
    void the_details_of_a_row_are_there_soon() {
        browser.script("document.querySelector('.traffic-row').click()");
        browser.see(".traffic-detail");

        double shown = number("""
                const detail = document.querySelector('.traffic-detail');
                const start = performance.now();
                document.querySelectorAll('.traffic-row')[5].click();
                return new Promise(done => new MutationObserver(() => done(performance.now() - start))
                    .observe(detail, {attributes: true, attributeFilter: ['aria-label']}))""");
        log("details", shown);

        assertThat(shown).isLessThan(500);
    }

    @Test
    void searching_everything_takes_a_moment() {
        double found = number("""
                const start = performance.now();
                return fetch('api/traffic/search?words=number+7777').then(it => it.json())
                    .then(({numbers}) => numbers.length === 1 ? performance.now() - start : 1e9)""");
        log("search", found);

        assertThat(found).isLessThan(500);
    }

    private static void isFast(String what, String selector, String... actions) {
        double millis = slowest(selector, actions);
        log(what, millis);
        assertThat(millis).as(what).isLessThan(300);
    }

    private static void log(String what, double millis) {
        System.getLogger(TrafficSpeedTest.class.getName())
                .log(System.Logger.Level.INFO, "{0}: {1} ms", what, Math.round(millis));
    }
}
