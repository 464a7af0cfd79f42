package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.EntryRules;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/SEVERAL_SURVEYS.md. */
class SeveralSurveysManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final DeskApp app = new DeskApp(twilio);

    private final FakePhone ana = twilio.phone("+15005550006");
    private final Surveys coffee = app.surveys(DeskApp.withKeyword("coffee", "COFFEE"));
    private final Surveys tea = app.surveys(DeskApp.withKeyword("tea", "TEA"));

    @Test
    void two_surveys_on_one_number() {
        // snippet: desk
        SurveyDesk desk = SurveyDesk.builder("front")
                .add(coffee)
                .add(tea)
                .fallback(coffee)
                .build();
        Router routes = Router.create().post("/sms", desk.textWebhook()).post("/voice", desk.voiceWebhook());
        // end
        twilio.mount(App.ADDRESS, routes);
        ana.textsTo(App.NUMBER, "TEA").receives("tea one");

        Address person = Address.of(ana.number());
        // snippet: start
        StartResult result = coffee.start(Channel.TEXT, person, Invitation.plain());
        // IN_ANOTHER_SURVEY: "This person is in the middle of the survey "tea"."
        // end
        assertThat(result.outcome()).isEqualTo(Outcome.IN_ANOTHER_SURVEY);
    }

    @Test
    void a_menu() {
        Surveys menu = app.surveys(DeskApp.menu("coffee", "tea"));
        // snippet: menu
        SurveyDesk desk = SurveyDesk.builder("front")
                .add(coffee)
                .add(tea)
                .menu(menu, "which") // a choice with the options "coffee" and "tea"
                .build();
        // end
        twilio.mount(App.ADDRESS, Router.create().post("/sms", desk.textWebhook()));

        ana.textsTo(App.NUMBER, "hi").receives("Which survey?\n1. Coffee\n2. Tea");
        ana.textsTo(App.NUMBER, "tea").receives("tea one");
    }

    @Test
    void keywords_in_code() {
        // snippet: keywords
        EntryRules entry = EntryRules.keywords("TEA", "TÉ").withInterrupting();
        // end
        assertThat(DeskApp.survey("tea").entry(entry).build().entry()).isEqualTo(entry);
    }
}
