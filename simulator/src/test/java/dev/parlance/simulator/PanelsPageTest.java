package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.BEN;
import static dev.parlance.simulator.PageFixture.SHOP;
import static dev.parlance.simulator.PageFixture.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.Theme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The simulator's head, its faults and clock, and the application's output, in a browser. */
class PanelsPageTest {
    private static final String APPLICATION = "echo run >> \"$RUNS\"; printf '\\033[32mlistening\\033[0m on 3000\\n'; "
            + "printf '\\033[1;31mError:\\033[0m the port is taken\\n' >&2; [ $(wc -l < \"$RUNS\") = 2 ] && sleep 60; exit 3";

    private static Browser browser;

    private final PageFixture page = new PageFixture(builder -> builder.person(BEN, "Ben Ortiz")
            .upcoming(() -> List.of(
                    new Upcoming(Instant.now().plus(Duration.ofHours(20)), "reminder", BEN),
                    new Upcoming(Instant.now().plus(Duration.ofDays(7)), "expiry of the survey", BEN))));

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
        browser.see(1, ".phone");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        page.close();
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void panels_have_no_problem_at_any_size_in_either_theme(PageSize size, @TempDir Path folder) {
        browser.size(size);
        browser.click("#tab-output");
        browser.see("#output-part .empty", "parlance simulate");
        page.look(browser, "output-empty-" + size);
        browser.click("#tab-time");
        browser.see("#upcoming-title");
        page.look(browser, "time-empty-" + size);
        browser.click("#faults option[value=held]");
        browser.click("#faults button");
        browser.see("#armed", "Webhooks are held until you release them");
        page.twilio.phone(BEN).texts("Wait for me");
        browser.click("#faults option[value=down]");
        browser.click("#faults [name=times] option:nth-child(2)");
        browser.click("#faults button");
        browser.see("#armed .chip", "3 left");
        browser.see("#held", "Wait for me");
        page.look(browser, "time-" + size);
        int code = page.simulator
                .run(
                        List.of("sh", "-c", APPLICATION),
                        Map.of("RUNS", folder.resolve("runs").toString()))
                .join();
        assertThat(code).isEqualTo(3);
        browser.see("#ended", "The application ended with exit code 3.");
        browser.click("#ended button", "Show its output");
        browser.see(".output .ansi-red", "Error:");
        page.look(browser, "output-" + size);
        browser.click(".connect");
        browser.see("dialog .code", "TWILIO_ACCOUNT_SID=" + page.twilio.accountSid());
        page.look(browser, "connect-" + size);
        browser.press(Keys.ESCAPE);
    }

    @Test
    void faults_are_armed_counted_and_disarmed() {
        browser.click("#tab-time");
        browser.click("#faults option[value=twice]");
        browser.click("#faults [name=times] option:nth-child(2)");
        browser.click("#faults button");
        browser.see("#armed-count", "3");

        page.twilio.phone(BEN).texts("hello");
        browser.see("#armed .chip", "2 left");
        browser.click("#armed button", "Disarm");

        browser.gone("#armed");
        browser.gone("#armed-count");
    }

    @Test
    void a_held_text_is_released() {
        browser.click("#tab-time");
        browser.click("#faults option[value=held]");
        browser.click("#faults button");
        browser.see("#armed");
        page.twilio.phone(BEN).texts("Wait for me");

        browser.click("#held button", "Release");

        browser.see(phone(BEN) + ".theirs", "Thank you for writing: Wait for me");
        browser.gone("#held");
    }

    @Test
    void the_timeline_shows_what_will_happen_and_goes_there() {
        Instant before = page.twilio.clock().instant();
        page.api("Calls.json", "To", BEN, "From", SHOP, "Url", "https://shop.example/voice");
        browser.click("#tab-time");
        browser.see(".timeline", "End of ringing");
        browser.see(".timeline", "Reminder · Ben Ortiz");

        browser.click(".timeline [aria-label='Go there: reminder']");

        browser.see(phone(BEN) + ".status", "Not answered");
        assertThat(page.twilio.clock().instant()).isAfter(before.plus(Duration.ofHours(19)));
    }

    @Test
    void the_clock_is_moved_from_the_bar() {
        Instant before = page.twilio.clock().instant();
        page.twilio.phone(BEN).texts("hello");
        browser.see(".day", "Today");
        browser.click("[aria-label^=Clock]");
        browser.click(".menu [data-seconds='86400']");

        browser.see(".day", "Yesterday");
        assertThat(page.twilio.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
    }

    @Test
    void the_output_stays_when_the_application_ends_and_the_application_can_be_started_again(@TempDir Path folder)
            throws Exception {
        Path runs = folder.resolve("runs");
        int code = page.simulator
                .run(List.of("sh", "-c", APPLICATION), Map.of("RUNS", runs.toString()))
                .join();
        assertThat(code).isEqualTo(3);
        browser.click("#tab-output");
        browser.see("#output-part .chip", "Ended with exit code 3");
        browser.see(".ansi-green", "listening");
        browser.type("#output-part input", "PORT");
        browser.see("#output-part [role=status]", "1 found");
        browser.script("document.querySelector('#output-part input').value = ''");

        browser.click("#output-part button", "Start it again");

        browser.see("#output-part .chip", "Running");
        browser.gone("#ended");
        browser.see(".output", "--- started again ---");
        assertThat(Files.readAllLines(runs)).hasSize(2);
    }

    @Test
    void a_line_of_output_without_an_end_is_shown() {
        browser.click("#tab-output");
        page.simulator
                .run(List.of("sh", "-c", "printf 'one\\ntwo\\033]8;;https://shop.example\\033\\\\ three: '"), Map.of())
                .join();

        browser.see(".output-line:nth-child(2)", "two three:");
        browser.see(2, ".output-line");
    }

    @Test
    void the_head_says_whether_the_application_answers() {
        browser.see(".connection", "https://shop.example answers");

        page.twilio.number("+15005550101").onText("http://localhost:9/sms");
        browser.click(".connection > .button");

        browser.see(".connection", "http://localhost:9 does not answer");
        browser.see(".connection", "3 numbers");
    }

    @Test
    void the_token_is_masked_until_it_is_asked_for() {
        String token = page.twilio.authToken().reveal();
        browser.click(".connect");
        assertThat(browser.see("dialog").getText()).doesNotContain(token);

        browser.click("dialog button", "Java");
        browser.see("dialog .code", ".baseUrl(URI.create(\"" + page.twilio.url() + "\"))");
        browser.click("[aria-label='Show the auth token']");

        browser.see("dialog .copied", token);
    }

    @Test
    void the_divider_is_moved_by_keys() {
        browser.see("#divider").sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.see("#divider").getAttribute("aria-valuenow")).isEqualTo("56");
        browser.press(Keys.HOME);
        Object share = browser.script(
                "return Math.round(100 * document.getElementById('phones-part').clientWidth / document.body.clientWidth)");
        assertThat(share).isEqualTo(25L);
        browser.script("localStorage.clear()");
    }

    @Test
    void the_page_does_not_scroll_on_a_desktop() {
        for (PageSize size : List.of(PageSize.DESKTOP, PageSize.LAPTOP, PageSize.WINDOW)) {
            browser.size(size);
            assertThat(browser.script("return document.documentElement.scrollHeight <= window.innerHeight"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_conversation_is_recorded_and_run_again() {
        browser.click("#tab-scripts");
        page.look(browser, "scripts-empty");
        browser.click("#record");
        browser.see("#recording", "Recording: 0 actions");
        browser.type(phone(BEN) + "textarea", "hello", Keys.ENTER);
        browser.see(phone(BEN) + ".theirs", "Thank you for writing: hello");
        browser.see("#recording", "Recording: 1 action");
        page.look(browser, "scripts-recording");

        browser.click("#record");
        browser.gone("#recording");
        browser.click("#run-script");

        browser.see("#run-title", "conversation.txt passed");
        browser.see(2, phone(BEN) + ".bubble.theirs");
        page.look(browser, "scripts-passed");
    }

    @Test
    void a_failed_step_is_shown_in_its_line() {
        browser.click("#tab-scripts");
        browser.type(".script", BEN + " > hello\n< Thank you for writing: hello\n> more\n< Goodbye\n> end");
        browser.click("#run-script");

        browser.see("#run-title", "conversation.txt failed in line 3");
        browser.see(".step.failed .expected", "Goodbye");
        browser.see(".step.failed .received", "Thank you for writing: more");
        browser.see(".step.waiting", "end");
        page.look(browser, "scripts-failed");
    }
}
