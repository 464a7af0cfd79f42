package dev.parlance.examples.calls;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.DialPlan;
import dev.parlance.account.browser.IncomingCalls;
import dev.parlance.account.browser.OutgoingCalls;
import dev.parlance.account.browser.TokenEndpoint;
import dev.parlance.security.LoginLimit;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone in the browser: its page, its tokens and Twilio's webhooks. */
public final class BrowserCalls {
    private static final int PORT = 1337;

    private BrowserCalls() {}

    /**
     * The options of the application.
     *
     * @param users the users with their passwords
     * @param countries the countries that can be called
     * @param home the country of numbers without a country code
     * @param publicUrl the application's URL on the internet
     * @param gateway the URL of a fake that replaces Twilio for the page, for trying it out
     */
    record Options(
            Map<String, String> users, List<String> countries, String home, URI publicUrl, Optional<String> gateway) {}

    /** Starts with the settings of the environment, {@code .env.local} and {@code .env}. */
    public static void main(String[] args) {
        Settings settings = Settings.standard();
        AccountSettings account = AccountSettings.from(settings);
        SettingsReader read = settings.reader();
        Optional<String> users = read.required("PHONE_USERS", "names and passwords, ana:…,luc:…", text -> text);
        Optional<URI> url = read.required("PUBLIC_URL", "the application's URL on the internet", URI::create);
        read.failOnProblems();
        Options options = new Options(
                Sessions.passwords(users.orElseThrow()),
                List.of(settings.find("PHONE_COUNTRIES").orElse("FR").split("\\s*,\\s*")),
                settings.find("PHONE_HOME").orElse("FR"),
                url.orElseThrow(),
                Optional.empty());
        int port = settings.find("PORT").map(Integer::valueOf).orElse(PORT);
        WebhookServer server = WebhookServer.start(port, routes(TwilioAccount.open(account), options));
        System.out.println("The phone is at " + server.url());
    }

    // snippet: routes
    static Router routes(TwilioAccount account, Options options) {
        AccountSettings settings = account.settings();
        Address number = settings.phoneNumber()
                .orElseThrow(() -> new IllegalArgumentException("Calls need a caller number: set TWILIO_PHONE_NUMBER"));
        Sessions sessions = new Sessions(options.users(), options.publicUrl(), Clock.systemUTC());
        LoginLimit logins = LoginLimit.perMinute(10, 60, Clock.systemUTC());
        DialPlan plan = DialPlan.allow(options.countries().toArray(String[]::new))
                .withHomeCountry(options.home())
                .withUsers(sessions::isUser);
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(
                        TwilioSignature.of(settings.authToken().orElseThrow()))
                .withPublicUrl(options.publicUrl());

        Router router = Router.create()
                .post("/api/token/generate", TokenEndpoint.of(account, sessions::userOf))
                .post("/hooks/call/connect", signedWebhooks.handler(OutgoingCalls.of(plan, account, number.value())))
                .post(
                        "/hooks/voice",
                        signedWebhooks.handler(IncomingCalls.ring(
                                        request -> List.copyOf(options.users().keySet()))
                                .withVoicemail()))
                .post("/api/session", logins.wrap(sessions::signIn))
                .post("/api/session/end", sessions::signOut);
        new Api(account, number, plan, sessions, options.gateway()).addTo(router);
        Page.addTo(router, options.gateway());
        return router;
    }
    // end
}
