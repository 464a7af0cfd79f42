package dev.parlance.examples.surveys;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Requests;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a survey of the gallery on the number of a fake Twilio. Its requests go to a stand-in. */
final class Gallery {
    static final String NUMBER = "+15005550100";

    private static final URI APP = URI.create("https://surveys.example");

    private Gallery() {}

    static Surveys run(Path folder, FakeTwilio twilio, TwilioAccount account, ShopServer shop, DocumentStore store)
            throws IOException {
        twilio.number(NUMBER).onText(APP + "/sms").onCall(APP + "/voice");
        Surveys surveys = Surveys.builder(survey(folder, shop))
                .store(store)
                .textSender(account)
                .callPlacer(account, APP.resolve("/voice"))
                .requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                        .withSecret("shop", Secret.of(shop.secret()))
                        .withPrivateAddresses())
                .listenerExecutor(Runnable::run)
                .clock(twilio.clock())
                .build();
        twilio.mount(
                APP.toString(),
                Router.create().post("/sms", surveys.textWebhook()).post("/voice", surveys.voiceWebhook()));
        return surveys;
    }

    private static Survey survey(Path folder, ShopServer shop) throws IOException {
        String json = Files.readString(folder.resolve("survey.json")).replace("https://api.example.org", shop.url());
        return Survey.parse("survey.json", json, SurveyFolder.at(folder).load().prompts());
    }
}
