package dev.parlance.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the browser finds wrong with a page. */
class BrowserTest {
    private static URI page(String body) {
        String html =
                "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>" + body + "</main></html>";
        return URI.create("data:text/html,"
                + URLEncoder.encode(html, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Test
    void a_page_has_problems_until_they_are_mended() {
        try (Browser browser = new Browser()) {
            browser.open(page("<label>Name <input></label>"));
            assertThat(browser.problems()).isEmpty();

            browser.open(
                    page("<input><p style='color:silver'>pale</p><button style='position:fixed;left:-9px'>Send</button>"
                            + "<script>console.error('broken')</script>"));
            assertThat(browser.problems())
                    .anyMatch(problem -> problem.startsWith("label: "))
                    .anyMatch(problem -> problem.startsWith("color-contrast: ") && problem.contains("pale"))
                    .anyMatch(problem -> problem.startsWith("BUTTON \"Send\" is at -9"))
                    .anyMatch(problem -> problem.contains("broken"))
                    .hasSize(4);
        }
    }
}
