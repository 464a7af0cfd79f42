package dev.parlance.survey;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.webhook.Router;
import java.net.URI;
import java.util.function.UnaryOperator;

/** An application with a survey, connected to a number of a fake Twilio. */
final class App implements AutoCloseable {
    static final String NUMBER = "+15005550100";
    static final String ADDRESS = "https://app.example";

    private final TwilioAccount account;
    private final Surveys surveys;

    App(FakeTwilio twilio, Survey survey, UnaryOperator<SurveysBuilder> settings) {
        twilio.number(NUMBER).onText(ADDRESS + "/sms").onCall(ADDRESS + "/voice");
        this.account = TwilioAccount.builder(twilio.settings())
                .baseUrl(twilio.url())
                .clock(twilio.clock())
                .build();
        this.surveys = settings.apply(Surveys.builder(survey)
                        .inMemory()
                        .clock(twilio.clock())
                        .listenerExecutor(Runnable::run)
                        .textSender(account)
                        .mediaUrl(URI.create(ADDRESS + "/media"))
                        .callPlacer(account, URI.create(ADDRESS + "/voice")))
                .build();
        twilio.mount(
                ADDRESS,
                Router.create()
                        .post("/sms", surveys.textWebhook())
                        .post("/voice", surveys.voiceWebhook())
                        .get("/media/{file}", surveys.mediaHandler()));
    }

    Surveys surveys() {
        return surveys;
    }

    TwilioAccount account() {
        return account;
    }

    @Override
    public void close() {
        account.close();
    }
}
