package dev.parlance.examples.calls;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.browser.FakeVoiceGateway;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.AccountSettings;
import dev.parlance.simulator.Simulator;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the application with a fake Twilio to try it in a browser, with two users and a page with more phones. */
final class Offline implements AutoCloseable {
    private static final String NUMBER = "+33123456789";
    private static final String URL = "https://calls.example";

    final FakeTwilio twilio = FakeTwilio.start();
    final WebhookServer server;
    final Simulator simulator;

    private final TwilioAccount account;

    Offline(int port, int simulatorPort) {
        twilio.number(NUMBER).onCall(URL + "/hooks/voice");
        account = TwilioAccount.builder(AccountSettings.of(twilio.accountSid(), twilio.authToken())
                        .withApiKey(twilio.apiKey())
                        .withPhoneNumber(Address.of(NUMBER))
                        .withVoiceApplicationSid(twilio.application(URL + "/hooks/call/connect")))
                .baseUrl(twilio.url())
                .build();
        Map<String, String> users = new LinkedHashMap<>();
        users.put("ana", "ana");
        users.put("luc", "luc");
        String gateway = FakeVoiceGateway.of(twilio).plainUrl().toString();
        Router routes = BrowserCalls.routes(
                account,
                new BrowserCalls.Options(users, List.of("FR", "ES"), "FR", URI.create(URL), Optional.of(gateway)));
        twilio.mount(URL, routes);
        server = WebhookServer.start(port, routes);
        simulator = Simulator.of(twilio)
                .person("+33612345678", "Eve")
                .link("The phone", server.url())
                .open(simulatorPort);
    }

    public static void main(String[] arguments) {
        Offline offline = new Offline(1337, 8025);
        System.out.println("The phone is at " + offline.server.url() + ": sign in as ana with password ana,"
                + " and in another browser or a private window as luc with password luc.");
        System.out.println("Eve's phone is at " + offline.simulator.url() + ": call 06 12 34 56 78 from the page, or "
                + NUMBER + " from Eve's phone. \"Browser calls\" shows the signals as a diagram.");
    }

    @Override
    public void close() {
        simulator.close();
        server.close();
        account.close();
        twilio.close();
    }
}
