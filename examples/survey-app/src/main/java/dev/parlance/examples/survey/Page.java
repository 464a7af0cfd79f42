package dev.parlance.examples.survey;

import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The static files of the pages. They load nothing from other hosts. */
enum Page {
    RESULTS("results.html", "text/html; charset=utf-8"),
    LOGIN("login.html", "text/html; charset=utf-8"),
    CAMPAIGNS("campaigns.html", "text/html; charset=utf-8"),
    CHAT("chat.html", "text/html; charset=utf-8"),
    STYLE("results.css", "text/css; charset=utf-8"),
    SCRIPT("results.js", "text/javascript; charset=utf-8"),
    CHARTS("charts.js", "text/javascript; charset=utf-8"),
    CAMPAIGNS_STYLE("campaigns.css", "text/css; charset=utf-8"),
    CAMPAIGNS_SCRIPT("campaigns.js", "text/javascript; charset=utf-8"),
    LOGIN_SCRIPT("login.js", "text/javascript; charset=utf-8");

    private final String file;
    private final WebhookResponse response;

    Page(String file, String type) {
        this.file = file;
        byte[] content = read(file);
        this.response = WebhookResponse.bytes(type, content)
                .withHeader("Content-Security-Policy", ContentPolicy.of(new String(content, StandardCharsets.UTF_8)))
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("Cache-Control", "no-cache");
    }

    WebhookResponse response() {
        return response;
    }

    /** Adds the public scripts and styles. */
    static void addFilesTo(Router router) {
        for (Page page : new Page[] {STYLE, SCRIPT, CHARTS, CAMPAIGNS_STYLE, CAMPAIGNS_SCRIPT, LOGIN_SCRIPT}) {
            router.get("/results/" + page.file, request -> page.response);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("/pages/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
