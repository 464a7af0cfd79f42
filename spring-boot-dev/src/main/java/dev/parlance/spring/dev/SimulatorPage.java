package dev.parlance.spring.dev;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import dev.parlance.simulator.SimulatorBuilder;
import dev.parlance.spring.PublicUrl;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * The simulator's page, at the application's own port. Only this machine can open it. The simulator starts with the first request,
 * so that an application starts as fast as without it.
 */
final class SimulatorPage implements WebhookHandler, ApplicationListener<ApplicationReadyEvent>, AutoCloseable {
    static final String PATH = "/parlance";
    static final int MAX_BODY = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorPage.class);

    private final SimulatorBuilder settings;
    private final PublicUrl publicUrl;
    private @Nullable Simulator simulator;

    SimulatorPage(FakeTwilio twilio, Runnable due, PublicUrl publicUrl) {
        this.settings = Simulator.of(twilio).person("+15005550006", "Ana").whenTimePasses(now -> due.run());
        this.publicUrl = publicUrl;
    }

    /** Whether this path within the application is the page's. */
    static boolean serves(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        if (!request.remoteAddress().filter(SimulatorPage::isThisMachine).isPresent()) {
            return WebhookResponse.text("The simulator answers only this machine.")
                    .withStatus(403);
        }
        String path = request.path().substring(PATH.length());
        if (path.isEmpty()) {
            return WebhookResponse.noContent()
                    .withStatus(302)
                    .withHeader("Location", publicUrl.at(PATH + "/").getRawPath());
        }
        URI url = URI.create(request.url());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return simulator()
                .page()
                .respond(WebhookRequest.of(
                        request.method(),
                        "http://" + url.getRawAuthority() + path + query,
                        request.headers(),
                        request.body()));
    }

    private synchronized Simulator simulator() {
        if (simulator == null) {
            simulator = settings.open(0);
        }
        return simulator;
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        LOG.info("Phones to try this application with: {}", publicUrl.at(PATH));
    }

    @Override
    public synchronized void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
