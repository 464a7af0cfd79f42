package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSpeed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The simulator with 10,000 texts of 20 people. The bounds are generous, for a busy machine; docs/BENCHMARKS.md has the real numbers. */
class TrafficSpeedTest {
    private static final int ENTRIES = 10_000;
    private static final int PEOPLE = 20;
    private static final String SCROLL =
            "const rows = document.querySelector('#traffic-rows'); rows.scrollTop = Math.random() * rows.scrollHeight";
    private static final String KEY = "document.querySelector('#traffic-rows')"
            + ".dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], bubbles: true, cancelable: true}))";

    private static final PageFixture page = new PageFixture();
    private static Browser browser;
    private static PageSpeed speed;

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
        speed = new PageSpeed(browser);
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

    @Test
    void the_first_rows_are_there_soon() {
        openPage(); // a second time, since the first opening warms up the browser and the server

        assertThat(speed.firstPaint()).isLessThan(1_000);
        assertThat(speed.mark("the newest rows are shown", "traffic")).isLessThan(2_500);
        assertThat((Long) browser.script("return document.querySelectorAll('#traffic-rows [role=option]').length"))
                .isLessThan(80);
    }

    @RepeatedTest(3)
    void choosing_filtering_grouping_and_scrolling_take_a_moment() {
        isFast(speed.frame("scroll", SCROLL));
        for (String key : List.of("ArrowUp", "Home", "End")) {
            isFast(speed.frame("press " + key, KEY, key));
        }
        isFast(speed.click("choose a row", ".traffic-row"));
        isFast(speed.click("filter by kind", "[data-kind=api]"));
        isFast(speed.click("all kinds", "[data-kind='']"));
        isFast(speed.click("pause", "[aria-label='Pause the list']"));
        isFast(speed.click("continue", "[aria-label=Continue]"));
    }

    @Test
    void the_details_of_a_row_are_there_soon() {
        browser.script("document.querySelector('.traffic-row').click()");
        browser.see(".traffic-detail");

        assertThat(speed.measure("details", """
                const detail = document.querySelector('.traffic-detail');
                const start = performance.now();
                document.querySelectorAll('.traffic-row')[5].click();
                return new Promise(done => new MutationObserver(() => done(performance.now() - start))
                    .observe(detail, {attributes: true, attributeFilter: ['aria-label']}))""")).isLessThan(500);
    }

    @Test
    void searching_everything_takes_a_moment() {
        assertThat(speed.measure("search", """
                const start = performance.now();
                return fetch('api/traffic/search?words=number+7777').then(it => it.json())
                    .then(({numbers}) => numbers.length === 1 ? performance.now() - start : 1e9)""")).isLessThan(500);
    }

    private static void isFast(double millis) {
        assertThat(millis).isLessThan(300);
    }
}
