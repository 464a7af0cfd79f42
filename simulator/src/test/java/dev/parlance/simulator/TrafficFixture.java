package dev.parlance.simulator;

import static dev.parlance.simulator.PageFixture.AMIRA;
import static dev.parlance.simulator.PageFixture.BEN;
import static dev.parlance.simulator.PageFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.pages.PageFiles;
import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.Theme;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.time.Duration;

/** The traffic of a small shop on a page of its own, which it fills. */
final class TrafficFixture implements AutoCloseable {
    final PageFixture shop = new PageFixture();
    private final WebhookServer server;

    TrafficFixture() {
        Router files = Router.create();
        PageFiles.of(
                        TrafficFixture.class::getResourceAsStream,
                        "traffic-page.html",
                        "traffic-page.css",
                        "traffic-page.js")
                .addTo(files, "/");
        server = WebhookServer.start(
                0,
                request -> files.respond(request).status() == 404
                        ? shop.simulator.page().handle(request)
                        : files.handle(request));
        shop.twilio.mount("https://status.example", request -> WebhookResponse.noContent());
    }

    URI url() {
        return server.url();
    }

    /** Texts, a call, status callbacks, a refused request, faults, alerts. Returns the call, which has not ended. */
    FakeCall haveTraffic() {
        shop.haveConversations();
        shop.api(
                "Messages.json",
                "To",
                BEN,
                "From",
                SHOP,
                "Body",
                "Your order is on its way. <b>Track it</b> & tell us how it was.",
                "StatusCallback",
                "https://status.example/messages?tenant=7");
        shop.api("Messages.json", "To", "+15005550001", "From", SHOP, "Body", "hello");
        shop.twilio.failNextWebhook("*", WebhookFault.UNREACHABLE);
        shop.twilio.phone(BEN).texts("hi");
        shop.twilio.failNextWebhook("*", WebhookFault.UNREACHABLE);
        shop.twilio.failNextWebhook("*", WebhookFault.UNREACHABLE);
        shop.twilio.phone(BEN).texts("is there anybody?");
        shop.twilio.failNextWebhook("*", WebhookFault.TWICE_AT_ONCE);
        shop.twilio.phone(AMIRA).texts("5");
        shop.twilio.failNext("*", ApiFault.rateLimited(Duration.ofSeconds(2)));
        shop.api("Messages.json", "To", AMIRA, "From", SHOP, "Body", "شكرًا");
        shop.twilio.settle();
        FakeCall call = shop.twilio.phone(BEN).calls(SHOP);
        call.presses("1").hears("Welcome");
        return call;
    }

    void open(Browser browser) {
        browser.consoleErrors(); // those of earlier pages
        browser.open(url());
        browser.see("#traffic-rows [role=option]");
    }

    /** Takes a picture in both themes and checks that the page has no problem. */
    static void look(Browser browser, String name) {
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            browser.script("document.getAnimations()"
                    + ".forEach(each => each.effect.getTiming().iterations === 1 && each.finish())");
            browser.screenshot("traffic-" + name + "-" + theme);
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** The page is no longer served. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        shop.close(); // first, because the server waits for the end of its event stream
        server.close();
    }
}
