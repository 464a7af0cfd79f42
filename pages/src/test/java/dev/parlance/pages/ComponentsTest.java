package dev.parlance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** All components on one page, in a real browser. */
class ComponentsTest {
    private static Browser browser;
    private static WebhookServer server;

    @BeforeAll
    static void open() {
        Router router = Router.create();
        PageFiles.of(ComponentsTest.class::getResourceAsStream, "gallery.html", "gallery.css", "gallery.js")
                .addTo(router, "/");
        PageFiles.design().addTo(router, "/design/");
        server = WebhookServer.start(0, router);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void gallery() {
        browser.theme(Theme.LIGHT);
        browser.size(PageSize.DESKTOP);
        browser.open(server.url());
        browser.see("#list [role=option]", "Request 10000");
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void have_no_problem_at_any_size_in_either_theme_and_direction(PageSize size) {
        browser.size(size);
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            for (String direction : new String[] {"ltr", "rtl"}) {
                browser.script("document.documentElement.dir = arguments[0]", direction);
                browser.screenshot("components-" + size + "-" + theme + "-" + direction);
                assertThat(browser.problems()).isEmpty();
            }
        }
    }

    @Test
    void the_checks_find_a_button_without_a_name_a_faint_text_and_a_wide_page() {
        browser.script(
                "document.querySelector('.gallery').insertAdjacentHTML('beforeend', arguments[0])",
                "<button></button><p class='faint pale'>pale</p><p class='wide'>wide</p>");
        browser.script(
                "document.querySelector('.pale').style.opacity = 0.4; document.querySelector('.wide').style.width = '3000px'");

        assertThat(String.join("\n", browser.problems()))
                .contains("button-name", "color-contrast", "px wide in a window");
    }

    @Test
    void a_menu_opens_below_its_button_and_is_used_by_keys() {
        browser.click("#more");
        browser.seeFocus("Export");
        browser.press(Keys.ARROW_DOWN);
        browser.seeFocus("Reload");
        assertThat(browser.problems()).isEmpty();
        browser.press(Keys.ENTER);
        browser.see(".toast.bad", "The server does not answer.");
        browser.gone(".menu");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void arrow_keys_move_between_tabs() {
        browser.click("#tab-one");
        browser.press(Keys.ARROW_RIGHT);
        browser.see("#panel-two", "Nothing is armed.");
        browser.gone("#panel-one");
        browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        browser.see("#panel-three");
    }

    @Test
    void arrow_keys_move_between_tabs_from_right_to_left() {
        browser.script("document.documentElement.dir = 'rtl'");
        browser.click("#tab-one");
        browser.press(Keys.ARROW_LEFT);
        browser.see("#panel-two");
    }

    @Test
    void a_dialog_asks_before_something_is_deleted() {
        browser.click("#delete");
        browser.see("dialog", "Its conversation is lost.");
        assertThat(browser.problems()).isEmpty();
        browser.press(Keys.ESCAPE);
        browser.gone("dialog");
        assertThat(browser.texts(".toast")).isEmpty();
        browser.click("#delete");
        browser.click("dialog .danger");
        browser.see(".toast", "Deleted");
    }

    @Test
    void a_long_list_has_only_the_rows_in_view_and_is_used_by_keys() {
        assertThat(browser.texts("#list [role=option]").size()).isLessThan(40);
        browser.click("#list");
        browser.press(Keys.HOME);
        browser.see("#list [aria-selected=true]", "Request 1");
        browser.press(Keys.ARROW_DOWN);
        browser.see("#list [aria-selected=true]", "Request 2");
        browser.press(Keys.END);
        browser.see("#list [aria-selected=true]", "Request 10000");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void the_chosen_theme_is_kept() {
        browser.click("[aria-label=Theme]");
        browser.click(".menu button", "Dark");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(14, 16, 20)");
        browser.open(server.url());
        assertThat(browser.script("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        browser.script("localStorage.clear()");
    }
}
