package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.world.World;
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

/** The simulator's traffic in a browser: the list, its filters, and the details of an entry. */
class TrafficPageTest {
    private static final String ROWS = "#traffic-rows [role=option]";

    private static Browser browser;

    private final TrafficFixture page = new TrafficFixture();
    private FakeCall call;

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
        call = page.haveTraffic();
        page.open(browser);
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        page.close();
    }

    private void look(String name) {
        TrafficFixture.look(browser, name);
    }

    /** Opens a row without scrolling to it first, as a script can. */
    private void choose(String kind, String text) {
        browser.script(
                "document.querySelector(`[data-kind='${arguments[0]}']`).click();"
                        + "document.querySelector('#traffic-rows').scrollTop = 0",
                kind);
        browser.see(ROWS, text);
        browser.script(
                "[...document.querySelectorAll(arguments[0])].find(each => each.textContent.includes(arguments[1])).click()",
                ROWS,
                text);
        browser.see(".traffic-detail h3");
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void the_list_and_an_entry_have_no_problem_at_any_size(PageSize size) {
        browser.size(size);
        look(size + "-list");
        choose("webhook", "Where is my order");
        look(size + "-exchange");
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void it_fits_into_the_simulator_at_any_size(PageSize size) {
        browser.size(size);
        browser.open(page.shop.simulator.url());
        browser.click("#tab-traffic");
        browser.see(ROWS);
        look("in-simulator-" + size);
        choose("webhook", "pressed 1");
        browser.see("mark.code-running", "<Gather");
        look("in-simulator-" + size + "-entry");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void every_part_of_an_entry_has_no_problem(PageSize size) {
        browser.size(size);
        choose("callback", "delivered");
        browser.click("#traffic-signature-tab");
        browser.see("#traffic-signature", "HMAC-SHA1");
        look(size + "-signature");
        browser.click("#traffic-timeline-tab");
        browser.see("#traffic-timeline", "API request that caused it");
        look(size + "-timeline");
        browser.click(".traffic-back");
        choose("alert", "11200");
        browser.see(".traffic-remedy", "Does it run");
        look(size + "-alert");
        browser.click(".traffic-back");
        choose("api", "hello");
        browser.see(".traffic-problem", "21211");
        look(size + "-api");
    }

    @Test
    void the_list_is_used_by_keys() {
        browser.click("#traffic-rows");
        browser.press(Keys.HOME);
        browser.see(ROWS + "[aria-selected=true]", "مرحبا");
        browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.see(".traffic-detail", "Where is my order?");
        browser.press(Keys.ENTER);
        browser.see(".traffic-detail:focus");
        browser.seeFocus("POST /sms");
        browser.press(Keys.ESCAPE);
        browser.gone(".traffic-detail");
        browser.seeFocus("Traffic");
        browser.press("/");
        browser.seeFocus("Search the traffic");
        browser.press("?");
        browser.press(Keys.ESCAPE);
        browser.press("?");
        browser.see("dialog", "Copy as JUnit test");
        look("shortcuts");
    }

    @Test
    void in_a_narrow_window_arrow_keys_only_move_and_enter_opens() {
        browser.size(PageSize.PHONE);
        browser.script("document.querySelector('#traffic-rows').focus()");
        browser.press(Keys.HOME);
        browser.press(Keys.ARROW_DOWN);
        browser.see(ROWS + "[aria-selected=true]", "5");
        browser.gone(".traffic-detail");
        browser.press(Keys.ENTER);
        browser.see(".traffic-detail h3", "POST /sms");
        browser.press(Keys.ESCAPE);
        browser.gone(".traffic-detail");
    }

    @Test
    void everything_is_searched_and_new_entries_are_too() {
        browser.type("[type=search]", "order");
        browser.see(2, ROWS);
        page.shop.twilio.phone(BEN).texts("my order, please");
        browser.see(3, ROWS);
        look("search");
        browser.type("[type=search]", " nobody has written this");
        browser.see(".empty", "Nothing matches");
        look("nothing");
        browser.press(Keys.ESCAPE);
        browser.see(".traffic-kinds", "29");
        browser.see(ROWS, "my order, please");
    }

    @Test
    void the_list_is_filtered_by_kind_person_and_problems() {
        browser.click("[data-kind=callback]");
        browser.see(2, ROWS);
        browser.click("[data-kind='']");
        browser.click("[aria-label=Person] option[value='" + PageFixture.CARLA + "']");
        browser.see(3, ROWS);
        browser.click("[aria-label=Person] option[value='']");
        browser.click(".traffic-problems");
        browser.see(6, ROWS);
    }

    @Test
    void the_list_is_grouped_by_conversation_and_groups_are_closed() {
        browser.click("[aria-label=Grouping] option[value=person]");
        browser.see(".traffic-group", "Ben Ortiz");
        look("grouped");
        int before = browser.texts(ROWS).size();
        browser.click(".traffic-group");
        browser.see(".traffic-group", "Closed group");
        assertThat(browser.texts(ROWS).size()).isLessThan(before);
        browser.press(Keys.ENTER);
        browser.see(before, ROWS);

        browser.click("[aria-label=Grouping] option[value=call]");
        browser.see(".traffic-group", call.sid());
    }

    @Test
    void the_verb_that_runs_now_is_marked_until_the_call_ends() {
        choose("webhook", "pressed 1");

        browser.see("mark.code-running", "<Gather");
        look("running");
        call.hangsUp();

        browser.gone("mark.code-running");
        browser.see(".code-tag", "<Response");
    }

    @Test
    void the_request_that_caused_a_callback_is_one_click_away() {
        choose("callback", "delivered");
        browser.click("#traffic-timeline-tab");
        browser.click(".traffic-link:enabled");

        browser.see(".traffic-detail h3", "POST /Messages");
        browser.see(ROWS + "[aria-selected=true]", "Your order is on its way");
    }

    @Test
    void request_and_response_have_several_views() {
        choose("webhook", "Where is my order");
        browser.see(".traffic-table", "Where is my order?");
        assertThat(browser.see(".traffic-table").getText()).doesNotContain("ApiVersion");
        browser.click("[data-action=all-parameters]");
        browser.see(".traffic-table", "ApiVersion");
        browser.click("[aria-label='Request: Headers']");
        browser.see(".traffic-table", "X-Twilio-Signature");
        browser.click("[aria-label='Request: Raw']");
        browser.see(".traffic-code", "Body=Where+is+my+order");
        browser.click("[aria-label='Response: Raw']");
        browser.see("[aria-label=Response] .traffic-code", "<Response><Message>Thank you");
    }

    @Test
    void a_paused_list_stays_as_it_is_and_counts_what_is_new() {
        browser.click("[aria-label='Pause the list']");
        page.shop.twilio.phone(BEN).texts("are you there?");
        browser.see("[aria-label='Continue: 1 new']");
        assertThat(browser.texts(ROWS)).noneMatch(row -> row.contains("are you there?"));

        browser.click("[aria-label='Continue: 1 new']");

        browser.see(ROWS, "are you there?");
        browser.see("[aria-label='Pause the list']");
    }

    @Test
    void a_cleared_list_is_empty_until_something_happens() {
        browser.click("[aria-label=More]");
        browser.click(".menu button", "Clear the list");
        browser.see(".empty", "No traffic yet");
        look("empty");
        page.shop.twilio.phone(BEN).texts("hello again");
        browser.see(1, ROWS);
    }

    @Test
    void an_outage_is_shown_until_it_is_over() {
        browser.script("const real = window.fetch; window.mend = () => { window.fetch = real; };"
                + "window.fetch = () => Promise.reject(new Error('down'))");
        page.shop.twilio.phone(BEN).texts("while it is down");
        browser.see(".traffic > .banner.bad", "The simulator does not answer.");

        browser.script("window.mend()");
        page.shop.twilio.phone(BEN).texts("afterwards");

        browser.see(ROWS, "while it is down");
        browser.gone(".traffic > .banner.bad");
    }

    @Test
    void an_entry_that_is_closed_while_it_loads_stays_closed() {
        choose("webhook", "Where is my order");
        browser.script("const real = window.fetch; window.fetch = (url, how) => String(url).includes('/entries/')"
                + " ? new Promise(go => { window.go = go; }).then(() => real(url, how)) : real(url, how);");
        browser.click("#traffic-rows");
        browser.press(Keys.HOME);
        browser.press(Keys.ESCAPE);
        browser.gone(".traffic-detail");

        Object loaded = browser.script("""
                const detail = document.querySelector('.traffic-detail');
                const opened = new Promise(done => new MutationObserver(() => done('opened')).observe(detail, {attributes: true}));
                const stayed = new Promise(done => setTimeout(() => done('closed'), 500));
                window.go();
                return Promise.race([opened, stayed]);
                """);
        assertThat(loaded).isEqualTo("closed");
    }

    @Test
    void the_list_has_no_gap_when_an_old_entry_changes_while_older_ones_load() {
        assertThat(browser.script("""
                const {TrafficFeed} = await import('./traffic-feed.js');
                const row = (number, status) => ({number, status});
                const part = (change, rows) => ({run: 'a', change, first: 1, total: 5, held: 0, names: {}, running: [], rows});
                const older = Promise.withResolvers();
                window.fetch = async url => ({ok: true, json: async () =>
                  url.includes('before=4') ? {rows: await older.promise}
                  : url.includes('after=') ? part(2, [row(2, 200)])
                  : part(1, [row(4, 200), row(5, 200)])});
                const feed = new TrafficFeed(() => {});
                await feed.refresh();
                await feed.refresh();
                older.resolve([row(1, 200), row(2), row(3, 200)]);
                await new Promise(done => setTimeout(done));
                return feed.rows.map(each => `${each.number} ${each.status}`).join();
                """)).isEqualTo("1 200,2 200,3 200,4 200,5 200");
    }

    @Test
    void a_text_is_held_and_released() {
        browser.click("[aria-label=More]");
        browser.click(".menu button", "Hold the next text");
        browser.see(".toast", "The next text is held");
        page.shop.twilio.phone(BEN).texts("held");
        browser.click(".traffic-toolbar button", "Release 1 held");
        browser.see(ROWS, "held");
        browser.gone("[aria-label='Release 1 held']");
    }

    @Test
    void browser_calls_are_drawn_step_by_step() {
        World world = page.shop.twilio.part(World.class);
        world.log().addSignal("client:ana", "signalling", "invite", "CA1");
        browser.click(".traffic-toolbar button", "Browser calls");
        browser.see(".traffic-sequence text", "invite");
        world.log().addSignal("signalling", "client:ana", "answer", "CA1");
        browser.see(".traffic-sequence text", "answer");
        look("browser-calls");
    }

    @Test
    void what_is_shown_is_exported_as_a_file() {
        browser.script(
                "URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return 'about:blank#'; };"
                        + "HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; }");
        browser.click("[data-kind=callback]");
        browser.click("[aria-label=More]");
        browser.click(".menu button", "Export what is shown as HAR");

        assertThat(
                        browser.script(
                                "return new Promise(done => { const look = () => window.saved ? done(window.savedAs + ' ' + JSON.parse(saved).log.entries.length) : setTimeout(look, 10); look(); })"))
                .isEqualTo("traffic.har 2");
    }
}
