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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator's phones in a browser. */
class PhonesPageTest {
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

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void phones_have_no_problem_at_any_size_in_either_theme(PageSize size) {
        page.haveConversations();
        browser.size(size);
        browser.open(page.simulator.url());
        page.open(browser, BEN);
        browser.click(phone(BEN) + "button.call");
        browser.see(phone(BEN) + ".said", "Welcome to the shop");
        browser.press("1");
        browser.see(phone(BEN) + ".spoke", "1");
        for (String number : new String[] {CARLA, AMIRA}) {
            page.open(browser, number);
            look("phones-" + size + (number.equals(CARLA) ? "-carla" : "-amira"));
        }
        page.open(browser, CARLA);
        browser.click(phone(CARLA) + ".tap", "Elegir");
        look("phones-" + size + "-list");
        page.open(browser, BEN);
        look("phones-" + size + "-call");
    }

    private void look(String name) {
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            browser.screenshot(name + "-" + theme);
            assertThat(browser.problems()).isEmpty();
        }
    }
}
