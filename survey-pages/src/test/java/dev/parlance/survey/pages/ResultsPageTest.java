package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.PageSize;
import dev.parlance.pages.testing.PageSpeed;
import dev.parlance.pages.testing.Theme;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The results page in a real browser, with answers to every kind of question in three languages. */
class ResultsPageTest {
    private static final Visits VISITS = new Visits().answeredBy(150);
    private static final DateTimeFormatter LATEST = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);
    private static final EventStream NEWS = EventStream.create();

    private static Browser browser;
    private static WebhookServer server;

    @BeforeAll
    static void open() {
        Router router = Router.create();
        ResultsPages.of(VISITS.surveys())
                .withLinks(Secret.of("a secret of sixteen letters"), VISITS.clock())
                .withNews(NEWS)
                .withStart("Text", "/start")
                .withLink("Campaigns", "/campaigns")
                .addTo(router, "/results/", UnaryOperator.identity());
        router.post("/start", request -> WebhookResponse.json("{\"success\":true}"));
        server = WebhookServer.start(0, router);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        NEWS.close();
        browser.close();
        server.close();
    }

    @BeforeEach
    void page() {
        browser.theme(Theme.LIGHT);
        browser.size(PageSize.DESKTOP);
        show("");
    }

    private static void show(String query) {
        browser.open(URI.create(server.url() + "/results/" + query));
        browser.see("body:not(.loading)");
        browser.see("#live", "live");
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void has_no_problem_at_any_size_in_either_theme(PageSize size) {
        browser.size(size);
        show("");
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            browser.screenshot("results-" + size + "-" + theme);
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void two_filters_are_compared_side_by_side() {
        browser.click("#compare");
        browser.see("#compared", "Everybody");
        browser.click("[data-filter='1']");
        browser.see("dialog", "Filter B");
        browser.screenshot("filter-dialog");
        assertThat(browser.problems()).isEmpty();
        browser.click("dialog [name=language][value=es-MX]");
        browser.click("dialog button", "Show");
        browser.see("#compared .two", "Language: Spanish");
        browser.see("[data-question=product] .differences td", "within the margin");
        browser.see("#experiments-title .when-comparing", "A");
        browser.click("#export");
        browser.see("a[data-file='answers.csv'] .when-comparing", "A");
        browser.click("#export");
        assertThat(String.valueOf(browser.script("return location.search"))).isEqualTo("?compare=1&vs.language=es-MX");
        browser.screenshot("compared");
        browser.script("document.querySelector('#q-service').scrollIntoView()");
        browser.screenshot("compared-questions");
        assertThat(browser.problems()).isEmpty();
        browser.script("history.back()");
        browser.gone("#compared .two .chip");
        browser.see("#compared .two", "Everybody");
        browser.script("history.forward()");
        browser.see("#compared .two", "Language: Spanish");
    }

    @Test
    void a_filter_applies_to_everything_and_is_removed_by_its_chip() {
        browser.click("[data-filter='0']");
        browser.click("dialog .choices summary", "Would you come again?");
        browser.click("dialog [name='answer.again'][value=yes]");
        browser.click("dialog [name=channel][value=chat]");
        browser.click("dialog button", "Show");
        browser.see("#filters .chip", "again: yes");
        browser.see("[data-question=again] .facts", "Answered");
        browser.screenshot("filtered");
        assertThat(browser.problems()).isEmpty();
        browser.click("[aria-label='Remove Channel: Chat']");
        browser.see(1, "#filters .chip");
        browser.click("#clear");
        browser.see(0, "#filters .chip");
    }

    @Test
    void a_changed_filter_shows_at_once_and_its_figures_follow() {
        Object shown = browser.script("const span = document.querySelector('#span'); span.value = '30';"
                + " span.dispatchEvent(new Event('change'));"
                + " return document.querySelectorAll('#filters .chip').length"
                + " + ' ' + document.querySelector('main').getAttribute('aria-busy')");

        assertThat(shown).isEqualTo("1 true");
        browser.gone("main[aria-busy]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void days_and_times_are_those_of_the_survey_and_not_of_the_browser(String zone) {
        Router router = Router.create();
        ResultsPages.of(VISITS.surveys())
                .withZone(ZoneId.of(zone))
                .addTo(router, "/results/", UnaryOperator.identity());
        try (WebhookServer far = WebhookServer.start(0, router)) {
            browser.open(URI.create(far.url() + "/results/"));
            browser.see("body:not(.loading)");
            browser.click("#span option[value='7']");

            String time = String.valueOf(browser.script("return document.querySelector('#latest time').dateTime"));
            browser.see("#latest time", LATEST.withZone(ZoneId.of(zone)).format(Instant.parse(time)));
            assertThat(String.valueOf(browser.script("return location.search")))
                    .isEqualTo("?from=" + LocalDate.now(ZoneId.of(zone)).minusDays(6));
            browser.gone("main[aria-busy]");
        }
    }

    @Test
    void a_filter_by_something_that_is_not_offered_survives_another_choice() {
        show("?language=fr-FR");
        browser.click("[data-filter='0']");
        browser.click("dialog [name=channel][value=chat]");
        browser.click("dialog button", "Show");
        browser.see(2, "#filters .chip");
    }

    @Test
    void a_filter_that_nobody_matches_says_so() {
        show("?language=ar-EG&channel=chat&answer.service=1");
        browser.screenshot("nobody");
        browser.see("#main", "Nobody matches these filters");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void a_question_is_split_by_language_and_two_questions_are_crossed() {
        browser.script("document.querySelector('#q-recommend').scrollIntoView()");
        browser.click("[data-question=recommend] button", "By language");
        browser.see("[data-question=recommend] .multiples h4", "Spanish");
        browser.screenshot("multiples");
        assertThat(browser.problems()).isEmpty();
        browser.click("[name=rows] option[value=product]");
        browser.click("[name=columns] option[value=again]");
        browser.see("#cross .heat", "The pharmacy");
        browser.script("document.querySelector('#cross').scrollIntoView()");
        browser.screenshot("cross");
        browser.click("#cross button", "Counts");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void text_answers_are_searched() {
        browser.type("[data-question=feedback] [type=search]", "cafe");
        browser.see("[data-question=feedback] mark", "café");
        browser.see("[data-question=feedback] .texts", "with “cafe”");
        browser.script("document.querySelector('#q-feedback').scrollIntoView()");
        browser.screenshot("texts");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void a_link_shows_the_figures_without_a_login_and_without_words() {
        browser.click("#share");
        browser.screenshot("share");
        browser.click("dialog button", "Create a link");
        browser.see("dialog", "The link ends on");
        assertThat(browser.problems()).isEmpty();
        String link = String.valueOf(browser.script("return document.querySelector('dialog input[readonly]').value"));
        browser.open(URI.create(link));
        browser.see("#question-list .question");
        browser.gone("#export");
        browser.gone("#latest");
        assertThat(browser.texts(".texts li")).isEmpty();
        browser.screenshot("shared");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void what_people_who_left_said_last_is_shown_on_request() {
        browser.click("#funnel .left-words summary");
        browser.see("#funnel .quotes", "left here");
        browser.script("document.querySelector('#drop-off').scrollIntoView()");
        browser.screenshot("left");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void a_survey_is_started_from_the_page() {
        browser.click("#start");
        browser.type("dialog [name=To]", "+15005550006");
        browser.screenshot("start");
        browser.click("dialog button", "Text");
        browser.see("dialog", "Started.");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void new_answers_appear_without_flicker() {
        browser.script("document.querySelector('#q-service').scrollIntoView();"
                + " window.kept = document.querySelector('#q-product .chart svg');"
                + " document.querySelector('#q-product summary').focus()");
        Object before = browser.script("return scrollY");
        VISITS.say("chat", "+15005559998", "hello");
        VISITS.say("chat", "+15005559998", "4");
        NEWS.send("changed", "");

        browser.see("#latest strong", "4");
        browser.see("#latest .meta", "…98");
        assertThat(browser.script("return scrollY")).isEqualTo(before);
        assertThat(browser.script("return window.kept === document.querySelector('#q-product .chart svg')"))
                .isEqualTo(true);
        assertThat(browser.script("return document.activeElement.closest('article')?.id"))
                .isEqualTo("q-product");
    }

    @Test
    void the_first_paint_and_the_figures_are_fast() {
        PageSpeed speed = new PageSpeed(browser);

        assertThat(speed.firstPaint()).isLessThan(3_000);
        assertThat(speed.mark("the figures are shown", "shown")).isLessThan(8_000);
        assertThat(speed.click("open the filters", "[data-filter]")).isLessThan(1_000);
    }

    @Test
    void prints_all_charts_on_white() {
        browser.theme(Theme.DARK);
        browser.script("document.documentElement.dataset.theme = 'dark'");
        byte[] pdf = browser.print();

        assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        assertThat(pdf.length).isGreaterThan(50_000);
        browser.script("delete document.documentElement.dataset.theme");
    }
}
