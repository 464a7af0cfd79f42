package dev.parlance.examples.smslab;

import dev.parlance.account.TwilioAccount;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Offers an account's texts and Functions over HTTP and JSON. All routes require the key. */
final class SmsLab implements AutoCloseable {
    private final WebhookServer server;

    /**
     * Starts the server.
     *
     * @param port the port, or 0 for a free one
     * @param key the key that all routes require
     * @param myNumber the default recipient of the sample text
     * @param functions the folder of functions to upload
     */
    SmsLab(TwilioAccount account, int port, Secret key, Optional<String> myNumber, Path functions) {
        Router router = Router.create();
        new TextRoutes(account, myNumber).on(router);
        new FunctionRoutes(account, functions).on(router);
        server = WebhookServer.start(port, new Guard(key, router));
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.standard();
            AccountSettings account = AccountSettings.from(settings);
            String key = settings.find("LAB_KEY")
                    .orElseThrow(() ->
                            new IllegalStateException("LAB_KEY is not set. Create one with openssl rand -hex 16"));
            SmsLab lab = new SmsLab(
                    TwilioAccount.open(account),
                    settings.find("PORT").map(Integer::parseInt).orElse(8080),
                    Secret.of(key),
                    settings.find("MY_NUMBER"),
                    Path.of("functions"));
            System.out.println("Listening at " + lab.url());
        } catch (SettingsException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
