package dev.parlance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private final Router router = Router.create();

    private WebhookResponse get(String path) {
        return router.handle(WebhookRequest.get("http://localhost" + path));
    }

    @Test
    void the_folder_answers_with_its_html_file() {
        PageFiles.of(PageFilesTest.class::getResourceAsStream, "gallery.css", "gallery.html")
                .addTo(router, "/gallery/");

        assertThat(get("/gallery/").bodyText()).startsWith("<!doctype html>");
        assertThat(get("/gallery/gallery.css").contentType()).isEqualTo("text/css; charset=utf-8");
    }

    @Test
    void a_browser_that_has_a_file_gets_only_the_news_that_it_has_not_changed() {
        PageFiles.design().addTo(router, "/design/");
        WebhookResponse first = get("/design/design.css");
        String tag = first.headers().first("ETag").orElseThrow();

        WebhookResponse second = router.handle(
                WebhookRequest.get("http://localhost/design/design.css").withHeader("If-None-Match", tag));

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.length()).isZero();
        assertThat(get("/design/theme.js").headers().first("ETag"))
                .isNotEqualTo(first.headers().first("ETag"));
    }

    @Test
    void a_page_loads_only_its_own_files() {
        PageFiles.of(PageFilesTest.class::getResourceAsStream, "gallery.html").addTo(router, "/");

        assertThat(get("/").headers().first("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "http:");
    }

    @Test
    void a_page_can_show_pictures_of_other_origins_if_you_allow_it() {
        PageFiles.of(PageFilesTest.class::getResourceAsStream, "gallery.html")
                .withMediaFrom("http://localhost:*")
                .addTo(router, "/");

        assertThat(get("/").headers().first("Content-Security-Policy").orElseThrow())
                .contains("img-src 'self' data: blob: http://localhost:*;");
    }

    @Test
    void a_page_can_connect_to_other_servers_if_you_allow_it() {
        PageFiles.of(PageFilesTest.class::getResourceAsStream, "gallery.html")
                .withConnectionsTo("wss://*.twilio.com")
                .addTo(router, "/");

        assertThat(get("/").headers().first("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self' wss://*.twilio.com;");
    }

    @Test
    void the_styles_of_the_design_are_one_file() {
        PageFiles.design().addTo(router, "/design/");

        assertThat(get("/design/design.css").bodyText()).contains("color-scheme: light dark", ".unseen", ".skeleton");
    }

    @Test
    void a_missing_file_is_reported_with_its_name() {
        assertThatThrownBy(() -> PageFiles.of(PageFilesTest.class::getResourceAsStream, "missing.js"))
                .hasMessageContaining("The page's file \"missing.js\" does not exist");
    }

    @Test
    void an_unknown_type_is_reported_with_the_types_that_there_are() {
        assertThatThrownBy(() -> PageFiles.of(PageFilesTest.class::getResourceAsStream, "page.exe"))
                .hasMessageContaining("page.exe")
                .hasMessageContaining("css");
    }

    @Test
    void a_folder_without_a_slash_at_its_end_is_refused() {
        assertThatThrownBy(() -> PageFiles.design().addTo(router, "/design"))
                .hasMessageContaining("must end with a slash");
    }
}
