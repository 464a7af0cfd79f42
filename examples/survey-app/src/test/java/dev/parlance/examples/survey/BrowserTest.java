package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages of the demo in a real browser. */
class BrowserTest {
    private static final String ANA = "[data-number='+525512345678'] ";
    private static final String AMIRA = "[data-number='+201001234567'] ";
    private static final String BEN = "[data-number='+12025550106'] ";

    private static Browser browser;

    @TempDir
    private Path folder;

    private Demo demo;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() throws IOException {
        SurveyFiles.copyTo(folder);
        demo = new Demo(folder, 0, 0);
        browser.size(1600, 1000);
        browser.open(demo.simulatorUrl());
        browser.see(4, ".phone");
    }

    @AfterEach
    void stop() {
        browser.open(URI.create("about:blank"));
        demo.close();
    }

    /** Contacts a person like another application would. */
    private void contact(String path, String number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.appUrl() + path))
                .header("Authorization", "Bearer " + demo.key().reveal())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("To=%2B" + number.substring(1)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    /** Brings a phone into view, for which there may be no place beside others. */
    private static void open(String phone) {
        browser.script(
                "const phone = document.querySelector(arguments[0]);"
                        + " if (phone.hidden) document.querySelector(`[data-open='${phone.dataset.number}']`).click()",
                phone);
    }

    private static void texts(String phone, String body, String answer) {
        open(phone);
        browser.type(phone + "textarea", body, Keys.ENTER);
        browser.see(phone + ".theirs", answer);
    }

    private static void says(String phone, String words, String answer) {
        browser.type(phone + ".talking input", words, Keys.ENTER);
        browser.see(phone + ".said", answer);
    }

    @Test
    void a_survey_in_two_languages_by_text_and_call_appears_in_the_results() {
        texts(ANA, "hola", "Para Español, responda 3.");
        texts(ANA, "3", "de 1 (malo) a 5 (excelente)");
        texts(ANA, "97", "un número entre 1 y 5");
        texts(ANA, "5", "¿Qué usó la última vez?");
        texts(ANA, "la entrega", "¿Qué tan útil fue");
        texts(ANA, "4", "¿Nos recomendaría");
        texts(ANA, "diez", "¿Qué deberíamos mejorar?");

        open(AMIRA);
        browser.click(AMIRA + "button.call");
        browser.see(AMIRA + ".said", "لاختيار العربية اضغط 2.");
        browser.click(AMIRA + ".keypad [aria-label='2']");
        browser.see(AMIRA + ".said", "كيف كانت خدمتنا");
        browser.click(AMIRA + ".keypad [aria-label='3']");
        browser.see(AMIRA + ".said", "ماذا استخدمت آخر مرة؟");
        says(AMIRA, "التوصيل", "ما مدى مساعدة الشخص");
        browser.type("#traffic-rows", Keys.END, Keys.ENTER);
        browser.see(".traffic-detail .code-running", "<Gather");
        browser.screenshot("simulator");
        browser.click(AMIRA + ".keypad [aria-label='5']");
        browser.see(AMIRA + ".said", "هل توصي بنا");
        browser.click(AMIRA + ".keypad [aria-label='9']"); // 9 ends the input, although 10 is possible
        browser.see(AMIRA + ".said", "ما الذي ينبغي أن نحسّنه؟");
        says(AMIRA, "أسرع", "شكرًا لك");
        browser.see(AMIRA + ".status", "The call is over (completed)");
        texts(ANA, "Todo bien, gracias", "¡Gracias y hasta pronto!");

        browser.open(URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));
        browser.see("#live", "live");
        browser.see("#people .stat", "Completed\n2");
        browser.see("#stats .stat", "+100");
        browser.see("[data-question=product]", "2 answers");
        browser.see("[data-question=feedback] .texts", "Todo bien, gracias");
        assertThat(browser.see("[data-question=feedback]").getText()).contains("أسرع");
        assertThat(browser.texts("#latest li"))
                .hasSize(10)
                .anyMatch(row -> row.contains("…67") && row.contains("Call"));
    }

    @Test
    void charts_fit_the_kind_of_question() {
        String[] languages = {"1", "3", "3", "1", "4", "2", "5"};
        String[] words = {
            "Open on Sundays", "Que contesten antes", "Todo bien", "Shorter lines", "Rien", "أسرع", "धन्यवाद"
        };
        for (int i = 0; i < 42; i++) {
            FakePhone phone = demo.phone("+1500555" + (1000 + i));
            phone.texts("hi").texts(languages[i % 7]).texts(String.valueOf(5 - i % 5 * i % 3));
            if (i % 6 != 5) {
                phone.texts(String.valueOf(1 + i * i % 3)).texts(String.valueOf(3 + i % 3));
            }
            if (i % 4 != 3) {
                phone.texts(String.valueOf(10 - i * i % 11)).texts(words[i % 7]);
            }
        }

        browser.open(URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));
        browser.see("#live", "live");

        browser.see("#people .stat", "Invited\n42");
        browser.see("#funnel svg");
        browser.see("[data-question=recommend] svg");
        browser.see(10, "[data-question=feedback] .texts li");
        browser.size(1440, 900);
        browser.screenshot("results");
    }

    @Test
    void the_results_page_lists_what_was_not_understood_as_plain_text() {
        demo.phone("+12025550106")
                .texts("hi")
                .texts("1")
                .texts("so so")
                .texts("so so")
                .texts("<img src=x onerror=alert(1)>");
        demo.phone("+525512345678").texts("hola").texts("3").texts("regular");
        demo.phone("+201001234567").texts("مرحبا").texts("2").texts("مش بطال");
        browser.open(URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));

        assertThat(browser.see("#missed tr", "English").getText()).contains("service English Text 3", "so so");
        browser.see("#missed li", "<img src x onerror alert 1 >");
        browser.see("#missed tr", "مش بطال");
        browser.see(0, "#missed img");
        browser.see("#missed a[href='missed.tsv']", "table of all replies");
    }

    @Test
    void the_results_page_updates_as_answers_arrive() {
        browser.open(URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));
        browser.see("#live", "live");
        browser.click("#start");
        browser.type("dialog [name=To]", "+12025550106");
        browser.click("dialog option[value=en-US]");
        browser.click("dialog button", "Text");
        browser.see("dialog", "Started.");
        browser.click("dialog button", "Close");

        demo.phone("+12025550106").texts("4");

        browser.see("#latest li", "service 4");
        browser.see("[data-question=service] .kind", "1 answer");
        browser.see("[data-question=service] .facts", "Mean\n4");
    }

    @Test
    void the_results_require_the_key() {
        browser.open(URI.create(demo.appUrl() + "/results"));
        browser.type("[name=key]", "guessed", Keys.ENTER);
        browser.see("[name=key]");

        browser.type("[name=key]", demo.key().reveal(), Keys.ENTER);

        browser.see("#live", "live");
    }

    @Test
    void a_changed_question_is_asked_in_the_next_survey() throws IOException {
        texts(BEN, "hi", "For English, reply 1.");
        Path prompts = folder.resolve("prompts/en-US.env");
        Files.writeString(prompts, Files.readString(prompts).replace("How was our service,", "How was the concert,"));
        demo.doPeriodicWork();

        browser.click("#add-phone");
        browser.see("dialog [name=number]").clear();
        browser.type("dialog [name=number]", "+12025550109", Keys.ENTER);
        browser.see(5, ".phone");
        texts("[data-number='+12025550109'] ", "hi", "For English, reply 1.");
        texts("[data-number='+12025550109'] ", "1", "How was the concert,");
        texts(BEN, "1", "How was our service,");
    }

    @Test
    void a_respondent_gets_a_reminder_after_a_day() {
        texts(BEN, "hi", "For English, reply 1.");
        texts(BEN, "1", "How was our service,");

        browser.click("#tab-time");
        browser.see(".timeline", "Expiry · Ben");
        browser.click("[aria-label='Go there: reminder']");

        browser.see(BEN + ".theirs:last-child", "still waiting");
    }

    @Test
    void a_call_can_be_declined_and_an_unreachable_phone_gets_no_text() throws Exception {
        contact("/voice/initiate-call", "+12025550106");
        browser.see(BEN + ".status", "Incoming call");
        browser.click(BEN + ".ringing [aria-label=Decline]");
        browser.see(BEN + ".status", "Declined or busy");

        open(AMIRA);
        browser.click(AMIRA + ".settings");
        browser.click(AMIRA + ".reception");
        texts(ANA, "hola", "Para Español, responda 3.");
        contact("/sms/initiate-sms", "+201001234567");
        browser.see(AMIRA + ".bubble.lost");
        browser.see(AMIRA + ".meta", "error 30003");
    }

    @Test
    void a_webhook_can_be_inspected_and_replayed() {
        texts(BEN, "hi", "For English, reply 1.");
        browser.click("#traffic-rows .webhook");
        assertThat(browser.see("[aria-label=Response] .traffic-code").getText()).startsWith("<Response>\n  <Message>");

        browser.click("[data-action=again]");
        browser.see(2, "#traffic-rows .webhook");

        browser.click("[data-action=edit]");
        WebElement body = browser.see("dialog [aria-label='Value of Body']");
        body.clear();
        body.sendKeys("STOP");
        browser.click("dialog option[value=forged]");
        browser.click("dialog button", "Send");
        browser.see("#traffic-rows .webhook", "403");
        browser.see("#traffic-rows .webhook", "wrongly signed");

        browser.press("d");
        browser.see(5, "#traffic-rows .webhook");
        assertThat(browser.texts(BEN + ".bubble.theirs")).hasSize(1);
    }

    @Test
    void an_injected_fault_is_explained() {
        browser.click("#tab-time");
        browser.click("#faults option[value=unreachable]");
        browser.click("#faults [name=times] option:nth-child(2)");
        browser.click("#faults button");
        browser.see("#armed .chip", "3 left");
        browser.click("#tab-traffic");

        open(BEN);
        browser.type(BEN + "textarea", "hi", Keys.ENTER);

        browser.see("#traffic-rows .alert", "11200");
        browser.click("#traffic-rows .alert");
        browser.see(".traffic-remedy", "Does it run");
    }

    @Test
    void a_held_text_can_arrive_after_a_later_one() {
        browser.click("#tab-time");
        browser.click("#faults option[value=held]");
        browser.click("#faults button");
        browser.see("#armed");
        open(BEN);
        browser.type(BEN + "textarea", "first", Keys.ENTER);
        browser.see("#held", "first");
        texts(BEN, "second", "For English, reply 1.");

        browser.click("#release");

        browser.see(2, BEN + ".bubble.theirs");
        browser.gone("#held");
    }

    @Test
    void the_simulator_can_be_used_with_the_keyboard_only() {
        browser.see(ANA + "button.call").sendKeys(Keys.ENTER);
        browser.see(ANA + ".said", "For English, press 1.");
        browser.press("1");
        browser.see(ANA + ".said", "How was our service");
        browser.press("5");
        browser.see(ANA + ".said", "What did you use last?");
        browser.press(Keys.TAB);
        for (int tabs = 0; tabs < 20 && !browser.focused().equals("Hang up"); tabs++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        browser.see(ANA + ".status", "The call is over (completed)");
    }

    @Test
    void right_to_left_and_long_texts_are_laid_out_correctly() {
        texts(AMIRA, "مرحبا", "العربية");
        texts(AMIRA, "2", "كيف كانت خدمتنا");
        browser.type(AMIRA + "textarea", "x".repeat(600), Keys.ENTER);
        browser.see(AMIRA + ".mine", "xxxx");

        assertThat(browser.script(
                        "return getComputedStyle(document.querySelector(arguments[0])).direction",
                        AMIRA + ".theirs.last p[dir]"))
                .isEqualTo("rtl");
        assertThat(browser.script(
                        "const m = document.querySelector(arguments[0]); return m.scrollWidth <= m.clientWidth",
                        AMIRA + ".messages"))
                .isEqualTo(true);
    }

    @Test
    void the_page_reloads_when_the_simulator_restarts() {
        texts(BEN, "hi", "For English, reply 1.");
        int port = demo.simulatorUrl().getPort();

        demo.close();
        browser.see("body.lost");
        demo = new Demo(folder, 0, port);

        browser.see(0, ".bubble");
        texts(BEN, "hi", "For English, reply 1.");
    }

    @Test
    void the_page_has_a_dark_theme_and_fits_a_narrow_window() {
        String background = "return getComputedStyle(document.body).backgroundColor";
        Object first = browser.script(background);
        browser.click("[aria-label=Theme]");
        browser.click(".menu [data-value=dark]");
        assertThat(browser.script(background)).isNotEqualTo(first);
        texts(ANA, "hola", "Para Español, responda 3.");
        browser.screenshot("simulator-dark");
        browser.script("localStorage.clear(); document.documentElement.dataset.theme = 'light'");

        browser.size(500, 900);

        assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void the_key_is_removed_from_the_address_bar() {
        URI link = URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal());
        for (int i = 0; i < 2; i++) {
            browser.open(URI.create("about:blank"));
            browser.open(link);
            browser.see("#live", "live");

            assertThat(browser.script("return location.href")).isEqualTo(demo.appUrl() + "/results/");
        }
    }

    @Test
    void pages_load_nothing_from_other_hosts() {
        List<URI> pages = List.of(
                demo.simulatorUrl(),
                URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));
        for (URI page : pages) {
            browser.open(page);
            browser.see("h1");
            assertThat(browser.script("return performance.getEntriesByType('resource').map(each => each.name)"
                            + ".filter(name => !name.startsWith(location.origin)).join()"))
                    .isEqualTo("");
        }
    }
}
