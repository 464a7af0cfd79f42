package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaigns page in a real browser. */
class CampaignsBrowserTest {
    private final Browser browser = new Browser();

    @TempDir
    private Path folder;

    private Demo demo;

    @BeforeEach
    void start() throws Exception {
        SurveyFiles.copyTo(folder);
        demo = new Demo(folder, 0, 0);
        browser.size(1000, 800);
        browser.open(URI.create(demo.appUrl() + "/results#key=" + demo.key().reveal()));
        browser.see("#live", "live");
        browser.click("nav a", "Campaigns");
    }

    @AfterEach
    void stop() {
        browser.close();
        demo.close();
    }

    private void create(String name, String pace, String csv) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".csv"), csv);
        browser.click("#new");
        browser.type("[name=name]", name);
        browser.see("[name=perSecond]").clear();
        browser.type("[name=perSecond]", pace);
        browser.type("[name=file]", file.toString());
        browser.click("#create button", "Create");
        browser.see(".toast", "people added");
        browser.see("[data-campaign=" + name + "] .state", "draft");
    }

    private static String people(int count) {
        StringBuilder csv = new StringBuilder("number,language\n");
        for (int i = 0; i < count; i++) {
            csv.append("+1202555").append(1000 + i).append(",en-US\n");
        }
        return csv.toString();
    }

    @Test
    void a_campaign_is_created_started_paused_and_continued() throws Exception {
        browser.consoleErrors();
        String spring = "[data-campaign=spring-2026] ";
        create("spring-2026", "1000", people(40) + "5550006,en-US\n+12025559999,fi\n");
        browser.see(".toast", "40 people added, 2 left out because of problems.");
        browser.click(spring + "summary");
        browser.see(spring + "details li", "people.csv:42: number must start with + and the country code");
        browser.click(spring + "button", "Start");
        browser.see(spring + ".state", "finished");
        browser.see(spring + ".counts", "40 of 40 done");
        browser.see(spring + ".counts", "40 contacted");

        String summer = "[data-campaign=summer-2026] ";
        create("summer-2026", "0.1", people(60).replace("+1202", "+1305"));
        browser.click(summer + "button", "Start");
        browser.see(summer + ".state", "running");
        browser.see(summer + ".counts", "1 contacted");
        browser.see(summer + ".counts", "or later");
        browser.screenshot("campaigns");
        browser.click(summer + "button", "Pause");
        browser.see(summer + ".state", "paused");
        browser.click(summer + "button", "Continue");
        browser.see(summer + ".state", "running");

        assertThat(browser.consoleErrors()).isEmpty();
    }
}
