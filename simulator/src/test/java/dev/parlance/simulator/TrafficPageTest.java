package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator's traffic in a browser. */
class TrafficPageTest {
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
        page.haveTraffic();
        page.open(browser);
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        page.close();
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void it_has_no_problem_at_any_size_in_either_theme(PageSize size) {
        browser.size(size);
        look(size + "-list");
        browser.click(".traffic-row.webhook");
        browser.see(".traffic-detail h3");
        look(size + "-exchange");
        browser.click("#traffic-signature-tab");
        look(size + "-signature");
        browser.click("#traffic-timeline-tab");
        look(size + "-timeline");
        browser.click(".traffic-back");
        browser.script("document.querySelector('[data-kind=alert]').click()");
        browser.click(".traffic-row.alert");
        browser.see(".traffic-problem");
        look(size + "-alert");
    }

    private void look(String name) {
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            browser.script("document.getAnimations().forEach(each => each.effect.getTiming().iterations === 1 && each.finish())");
            browser.screenshot("traffic-" + name + "-" + theme);
            assertThat(browser.problems()).isEmpty();
        }
    }
}
