package dev.parlance.survey;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.EntryRules;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyBuilder;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An application with several surveys on one number of a fake Twilio. Closed after the test. */
final class DeskApp implements AfterEachCallback {
    private final FakeTwilio twilio;
    private final DocumentStore store = DocumentStore.inMemory();
    private final TwilioAccount account;
    private final List<SurveyEvent> events = new ArrayList<>();

    DeskApp(FakeTwilio twilio) {
        this.twilio = twilio;
        twilio.number(App.NUMBER).onText(App.ADDRESS + "/sms").onCall(App.ADDRESS + "/voice");
        this.account = TwilioAccount.builder(twilio.settings())
                .baseUrl(twilio.url())
                .clock(twilio.clock())
                .build();
    }

    /** A survey that asks for two numbers. */
    static SurveyBuilder survey(String name) {
        return Survey.builder(name)
                .prompts(Prompts.of(Map.of("en", Map.of("first", name + " one, 1 to 5?", "second", name + " two?"))))
                .opening(OpeningStyle.GUESS)
                .ask(Question.rating("first", 1, 5), Question.rating("second", 1, 5));
    }

    static Survey withKeyword(String name, String keyword) {
        return survey(name).entry(EntryRules.keywords(keyword)).build();
    }

    /** A survey that asks which of these surveys a person wants. */
    static Survey menu(String... names) {
        return Survey.builder("menu")
                .prompts(Prompts.of(
                        Map.of("en", Map.of("which", "Which survey?", "which.coffee", "Coffee", "which.tea", "Tea"))))
                .opening(OpeningStyle.GUESS)
                .ask(Question.choice("which", names))
                .build();
    }

    Surveys surveys(Survey survey) {
        return Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .listenerExecutor(Runnable::run)
                .maxContactsPerDay(20)
                .onAnyEvent(events::add)
                .textSender(account)
                .callPlacer(account, URI.create(App.ADDRESS + "/voice"))
                .build();
    }

    /** Opens a desk for the number {@link App#NUMBER}. Opening it again is like a restart of the application. */
    SurveyDesk open(UnaryOperator<SurveyDeskBuilder> settings) {
        SurveyDesk desk = settings.apply(SurveyDesk.builder("front")).build();
        twilio.mount(
                App.ADDRESS, Router.create().post("/sms", desk.textWebhook()).post("/voice", desk.voiceWebhook()));
        return desk;
    }

    DocumentStore store() {
        return store;
    }

    /** The answers, in order, such as {@code coffee first=5}. */
    List<String> answered() {
        return events.stream()
                .filter(event -> event.type() == SurveyEvent.Type.ANSWERED)
                .map(event -> event.session().survey() + " "
                        + event.answer().orElseThrow().question() + "="
                        + event.answer().orElseThrow().value().text())
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        account.close();
    }
}
