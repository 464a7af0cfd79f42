package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.store.MemoryDocuments;
import dev.parlance.testkit.FakeTwilio;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs surveys in a test, one after the other, with one store. Closed after the test. */
final class Shop implements AfterEachCallback {
    private final FakeTwilio twilio;
    private final MemoryDocuments store = MemoryDocuments.create();
    private App app;

    Shop(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    void open(Survey survey) {
        open(survey, settings -> settings);
    }

    void open(Survey survey, UnaryOperator<SurveysBuilder> settings) {
        app = new App(twilio, survey, builder -> settings.apply(builder.store(store)));
    }

    void close() {
        app.close();
    }

    Surveys surveys() {
        return Objects.requireNonNull(app, "open a survey first").surveys();
    }

    MemoryDocuments store() {
        return store;
    }

    Session session(String person) {
        return surveys().find(Address.of(person)).orElseThrow();
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
