package dev.parlance.examples.calls;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.browser.FakeVoiceGateway;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.CallTrace.Step;
import dev.parlance.settings.AccountSettings;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application, and two browsers with its page. */
final class Browsers implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final String NUMBER = "+33123456789";

    private static final String PUBLIC_URL = "https://calls.example";
    private static final Map<String, String> USERS = Map.of("ana", "anas-word", "luc", "lucs-word");

    private final FakeTwilio twilio;
    private AccountSettings settings;
    private PhonePage ana;
    private PhonePage luc;
    private TwilioAccount account;
    private Router routes;
    private WebhookServer server;

    Browsers(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        twilio.number(NUMBER).onCall(PUBLIC_URL + "/hooks/voice");
        settings = AccountSettings.of(twilio.accountSid(), twilio.authToken())
                .withApiKey(twilio.apiKey())
                .withPhoneNumber(Address.of(NUMBER))
                .withVoiceApplicationSid(twilio.application(PUBLIC_URL + "/hooks/call/connect"));
        ana = new PhonePage(FakeVoiceGateway.of(twilio));
        luc = new PhonePage(FakeVoiceGateway.of(twilio));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        account = TwilioAccount.builder(settings).baseUrl(twilio.url()).build();
        routes = BrowserCalls.routes(
                account,
                new BrowserCalls.Options(USERS, List.of("FR"), "FR", URI.create(PUBLIC_URL), Optional.empty()));
        twilio.mount(PUBLIC_URL, routes);
        server = WebhookServer.start(0, routes);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ana.leave();
        luc.leave();
        server.close();
        account.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ana.close();
        luc.close();
    }

    AccountSettings settings() {
        return settings;
    }

    Router routes() {
        return routes;
    }

    URI url() {
        return server.url();
    }

    /** Ana's page, with nobody signed in. */
    PhonePage ana() {
        return ana;
    }

    /** Opens Ana's page and signs in there. */
    PhonePage signInAna() {
        return ana.ready(server.url(), "ana");
    }

    /** Opens Luc's page and signs in there. */
    PhonePage signInLuc() {
        return luc.ready(server.url(), "luc");
    }

    /** What the pages, Twilio and the application sent each other. */
    List<String> signals() {
        return FakeVoiceGateway.of(twilio).trace().withoutEvents().steps().stream()
                .map(Step::toString)
                .toList();
    }

    /** What the SDK in the pages reported. */
    List<String> events() {
        return FakeVoiceGateway.of(twilio).trace().only(Step::isEvent).steps().stream()
                .map(Step::label)
                .toList();
    }
}
