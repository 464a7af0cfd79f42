package dev.parlance.examples.survey;

import dev.parlance.pages.PageFiles;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.InputStream;
import java.util.List;

/** The application's own pages: login, campaigns, chat. They look like the results page, and load nothing from other hosts. */
final class Pages {
    private static final List<String> HTML = List.of("login.html", "campaigns.html", "chat.html");
    private static final String[] FILES = {
        "login.css",
        "login.js",
        "campaigns.css",
        "campaigns.js",
        "campaign-card.js",
        "chat.css",
        "chat.js",
        "chat-connection.js"
    };

    private final Router html = Router.create();

    Pages() {
        HTML.forEach(name -> PageFiles.of(Pages::file, name).addTo(html, "/" + name + "/"));
    }

    private static InputStream file(String name) {
        return Pages.class.getResourceAsStream("/pages/" + name);
    }

    /** Adds the scripts and styles, which everyone can read. */
    void addFilesTo(Router router) {
        PageFiles.of(Pages::file, FILES).addTo(router, "/pages/");
        PageFiles.design().addTo(router, "/pages/design/");
    }

    WebhookResponse page(String name) {
        return html.handle(WebhookRequest.get("http://localhost/" + name + "/"));
    }
}
