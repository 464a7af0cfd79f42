package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs surveys in a test, one after the other, with one store. Closed after the test. */
final class Shop implements AfterEachCallback {
    static final String PERSON = "+15005550006";

    private final FakeTwilio twilio;
    private final DocumentStore store = DocumentStore.inMemory();
    private App app;

    Shop(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    /** The respondent with the number {@link #PERSON}. */
    FakePhone ana() {
        return twilio.phone(PERSON);
    }

    void open(Survey survey) {
        open(survey, settings -> settings);
    }

    void open(Survey survey, UnaryOperator<SurveysBuilder> settings) {
        app = new App(twilio, survey, builder -> settings.apply(builder.store(store)));
    }

    /** Opens the coffee survey, with a reminder after a day and expiry after three. */
    void openCoffee() {
        open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
    }

    /** Another application's request to start the survey with {@link #PERSON} by text. */
    WebhookResponse requestInvitation() {
        StartSurveyHandler route = StartSurveyHandler.byText(surveys(), request -> Optional.of("anyone"), 60);
        return route.respond(
                WebhookRequest.post("https://app.example/sms/initiate-sms").withForm("To", PERSON));
    }

    void close() {
        app.close();
    }

    Surveys surveys() {
        return Objects.requireNonNull(app, "open a survey first").surveys();
    }

    DocumentStore store() {
        return store;
    }

    SessionState session(String person) {
        return surveys().find(Address.of(person)).map(SessionState::of).orElseThrow();
    }

    String answer(String person, String question) {
        return session(person).answers().get(question).value().text();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (app != null) {
            app.close();
        }
    }
}
