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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

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
            page.look(browser, "phones-" + size + (number.equals(CARLA) ? "-carla" : "-amira"));
        }
        page.open(browser, CARLA);
        browser.click(phone(CARLA) + ".tap", "Elegir");
        page.look(browser, "phones-" + size + "-list");
        page.open(browser, BEN);
        page.look(browser, "phones-" + size + "-call");
    }

    private static void texts(String number, String body, String answer) {
        browser.type(phone(number) + "textarea", body, Keys.ENTER);
        browser.see(phone(number) + ".theirs", answer);
    }

    @Test
    void a_conversation_has_days_groups_ticks_and_sizes() {
        page.haveConversations();
        page.open(browser, AMIRA);

        browser.see(phone(AMIRA) + ".day", "Today");
        browser.see(phone(AMIRA) + ".theirs .meta", "Delivered");
        browser.see(phone(AMIRA) + ".theirs .meta", "2 × UCS-2");
        assertThat(browser.script(
                        "return getComputedStyle(document.querySelector(arguments[0])).direction",
                        phone(AMIRA) + ".theirs p[dir]"))
                .isEqualTo("rtl");
    }

    @Test
    void the_newest_text_is_in_view_unless_the_user_has_scrolled_up() {
        for (int i = 0; i < 30; i++) {
            page.twilio.phone(BEN).texts("text " + i);
        }
        page.open(browser, BEN);
        String atEnd = "const log = document.querySelector(arguments[0]);"
                + " return log.scrollHeight - log.scrollTop - log.clientHeight < 60";
        browser.see(phone(BEN) + ".theirs", "text 29");
        assertThat(browser.script(atEnd, phone(BEN) + ".messages")).isEqualTo(true);

        browser.script("document.querySelector(arguments[0]).scrollTop = 0", phone(BEN) + ".messages");
        page.api("Messages.json", "From", PageFixture.SHOP, "To", BEN, "Body", "one more");
        browser.click(phone(BEN) + ".newer");

        browser.gone(phone(BEN) + ".newer");
        assertThat(browser.script(atEnd, phone(BEN) + ".messages")).isEqualTo(true);
    }

    @Test
    void a_phone_that_is_busy_or_has_no_reception_says_so() {
        page.open(browser, BEN);
        browser.click(phone(BEN) + ".settings");
        browser.click(phone(BEN) + "[data-value=busy]");
        browser.see(phone(BEN) + ".phone-chips", "Is busy");
        browser.click(phone(BEN) + ".phone-chips button", "Undo");
        browser.gone(phone(BEN) + ".phone-chips");
        browser.click(phone(BEN) + ".settings");
        browser.click(phone(BEN) + ".reception");
        browser.see(phone(BEN) + ".phone-chips", "No reception");

        page.api("Messages.json", "From", PageFixture.SHOP, "To", BEN, "Body", "Are you there?");

        browser.see(phone(BEN) + ".lost", "Are you there?");
        browser.see(phone(BEN) + ".meta", "error 30003");
    }

    @Test
    void a_button_is_tapped_and_an_item_is_picked_on_whatsapp() {
        page.haveConversations();
        page.open(browser, CARLA);
        browser.click(phone(CARLA) + ".tap", "Té verde");
        browser.see(phone(CARLA) + ".mine", "Té verde");
        browser.click(phone(CARLA) + ".tap", "Elegir");
        browser.seeFocus("Espresso");
        browser.press(Keys.ESCAPE);
        browser.gone(phone(CARLA) + ".sheet");
        browser.click(phone(CARLA) + ".tap", "Elegir");
        browser.click(phone(CARLA) + ".pick", "Latte\ncon leche");
        browser.see(phone(CARLA) + ".mine", "Latte");
        assertThat(page.received.get(page.received.size() - 1).formParameters().required("ListId"))
                .isEqualTo("l");
    }

    @Test
    void the_application_is_seen_typing() {
        page.haveConversations();
        page.open(browser, CARLA);
        String message =
                page.received.get(page.received.size() - 1).formParameters().required("MessageSid");

        page.typing(message);

        browser.see(phone(CARLA) + ".typing");
        page.look(browser, "typing");
        page.api("Messages.json", "From", PageFixture.ON_WHATSAPP, "To", CARLA, "Body", "Aquí estoy");
        browser.gone(phone(CARLA) + ".typing");
    }

    @Test
    void a_text_that_could_not_be_sent_is_still_there() {
        page.open(browser, BEN);
        browser.script("window.fetch = () => Promise.reject(new Error('down'))");
        browser.type(phone(BEN) + "textarea", "hello", Keys.ENTER);

        browser.see(".toast.bad", "The simulator does not respond.");
        assertThat(browser.see(phone(BEN) + "textarea").getDomProperty("value")).isEqualTo("hello");
    }

    @Test
    void a_picture_from_another_host_is_a_link() {
        page.open(browser, BEN);
        String url = "https://pictures.example/owl.png";
        page.api("Messages.json", "From", PageFixture.SHOP, "To", BEN, "Body", "An owl", "MediaUrl", url);

        assertThat(browser.see(phone(BEN) + ".theirs a.file", "Picture").getDomAttribute("href"))
                .isEqualTo(url);
        browser.gone(phone(BEN) + ".theirs img");
        assertThat(browser.consoleErrors()).allMatch(error -> error.contains("Content Security Policy"));
    }

    @Test
    void a_phone_is_added_by_country() {
        browser.click("#add-phone");
        browser.click("dialog [name=country] option[value=JP]");
        assertThat(browser.see("dialog [name=number]").getDomProperty("value")).matches("\\+8190\\d{8}");
        String name = browser.see("dialog [name=name]").getDomProperty("value");
        browser.click("dialog [name=whatsapp]");
        page.look(browser, "add-phone");
        browser.click("dialog .primary");

        browser.see(5, ".phone");
        browser.see(".phone h3", name);
        browser.seeFocus("Text from +8190");
    }

    @Test
    void a_phone_is_added_by_a_number_of_ones_own_and_an_invalid_one_is_refused() {
        browser.click("#add-phone");
        browser.see("dialog [name=number]").clear();
        browser.type("dialog [name=number]", "12345", Keys.ENTER);
        browser.see("dialog [name=number]:invalid");
        browser.see("dialog [name=number]").clear();
        browser.type("dialog [name=number]", "+15005550007", Keys.ENTER);

        browser.see(phone("+15005550007"));
    }

    @Test
    void a_landline_only_calls() {
        browser.click("#add-phone");
        browser.click("dialog [name=kind] option[value=landline]");
        browser.click("dialog .primary");
        browser.see(4, ".phone");

        browser.see(1, ".phone.landline");
        browser.gone(".phone.landline .compose");
    }

    @Test
    void a_person_chooses_which_number_of_the_application_they_text() {
        page.twilio.number("+15005550101").onText("https://shop.example/sms");
        page.twilio.phone(BEN).textsTo(PageFixture.SHOP, "hello");
        page.open(browser, BEN);
        browser.click(phone(BEN) + ".compose option[value='+15005550101']");
        texts(BEN, "to the other one", "Thank you for writing");

        assertThat(page.received.get(page.received.size() - 1).formParameters().required("To"))
                .isEqualTo("+15005550101");
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void twenty_phones_have_a_rail_with_unread_texts(PageSize size) {
        for (int i = 10; i < 27; i++) {
            page.twilio.phone("+120255501" + i).texts("hello from " + i);
        }
        browser.size(size);
        browser.open(page.simulator.url());
        page.showPhones(browser);
        browser.see(20, ".rail-item");
        page.api("Messages.json", "From", PageFixture.SHOP, "To", "+12025550126", "Body", "You have mail");
        browser.see("[data-open='+12025550126'] .unread", "1");
        page.look(browser, "twenty-" + size);

        browser.script("document.querySelector(`[data-open='+12025550126']`).click()");

        browser.see(phone("+12025550126") + ".theirs", "You have mail");
        browser.gone("[data-open='+12025550126'] .unread");
    }

    @Test
    void cards_have_a_picture_a_title_and_buttons() {
        String agent = "rcs:shop_agent";
        page.twilio.number(agent).onText("https://shop.example/sms");
        page.twilio.phone(BEN).hasRcs();
        String picture = page.simulator.url().resolve("/design/mark.svg").toString();
        String card = "{'title': '%s', 'body': 'Today', 'media': '" + picture + "', 'actions': ["
                + "{'type': 'QUICK_REPLY', 'title': 'Order %1$s', 'id': '%1$s'},"
                + "{'type': 'URL', 'title': 'More', 'url': 'https://shop.example/%1$s'}]}";
        String ben = "rcs:" + BEN;
        page.send(
                agent,
                ben,
                "twilio/carousel",
                "{'body': 'Our coffees', 'cards': [" + card.formatted("Mocha") + "," + card.formatted("Latte") + "]}");
        browser.see(4, ".phone");
        page.open(browser, ben);

        browser.see(2, phone(ben) + ".rich-card img");
        browser.see(phone(ben) + ".rich-card strong", "Mocha");
        assertThat(browser.see(phone(ben) + ".rich-card a").getDomAttribute("href"))
                .isEqualTo("https://shop.example/Mocha");
        page.look(browser, "cards");
        browser.click(phone(ben) + ".rich-card .tap", "Order Mocha");

        browser.see(phone(ben) + ".mine", "Order Mocha");
        assertThat(page.received.get(page.received.size() - 1).formParameters().required("ButtonPayload"))
                .isEqualTo("Mocha");
    }
}
