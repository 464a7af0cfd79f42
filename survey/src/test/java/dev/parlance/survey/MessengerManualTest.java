package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of SURVEYS.md about WhatsApp and RCS. */
class MessengerManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final Router router = Router.create();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final Survey survey = Survey.builder("tea")
            .prompts(Prompts.of(
                    Map.of("en", Map.of("drink", "Tea or coffee?", "drink.tea", "Tea", "drink.coffee", "Coffee"))))
            .ask(Question.choice("drink", "tea", "coffee"))
            .build();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_survey_on_whatsapp() {
        // snippet: whatsapp
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom("whatsapp:+15005550100"))
                .build();
        router.post("/whatsapp", surveys.webhook("whatsapp"));
        // end
        // snippet: whatsapp-test
        twilio.number("whatsapp:+15005550100").onText("https://app.example/whatsapp");
        twilio.mount("https://app.example", router);
        FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();

        ana.textsTo("whatsapp:+15005550100", "hi");
        assertThat(ana.lastMessage()).withBody("Tea or coffee?").hasButtons("Tea", "Coffee");
        ana.taps("Tea");
        // end

        assertThat(surveys.find(Address.of(ana.number())).orElseThrow().answer("drink"))
                .contains(Value.of("tea"));
        surveys.close();
    }

    @Test
    void a_check() {
        // snippet: whatsapp-check
        WhatsAppTemplates templates = WhatsAppTemplates.of(survey);
        assertThat(templates.problems()).isEmpty(); // prompts/en.env:3: "again" ends with the variable {shop}, …
        assertThat(templates.warnings()).isEmpty();
        // end
    }

    @Test
    void the_status_of_messages() {
        // snippet: status
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .textSender(account, URI.create("https://app.example/sms"))
                .channel(MessengerChannel.whatsApp(account, account.contents())
                        .withFrom("whatsapp:+15005550100")
                        .withWebhook(URI.create("https://app.example/whatsapp")))
                .on(SurveyEvent.Type.MESSAGE_STATUS, event -> System.out.println(event.cloudEvent()))
                .build();
        // end
        twilio.number("whatsapp:+15005550100").onText("https://app.example/whatsapp");
        twilio.mount("https://app.example", router.post("/whatsapp", surveys.webhook("whatsapp")));
        FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
        ana.textsTo("whatsapp:+15005550100", "hi");
        twilio.phone("+5215512345678").hasNoWhatsApp();
        ana.taps("Tea");
        twilio.settle();

        // snippet: undelivered
        Session session = surveys.find(Address.of("whatsapp:+5215512345678")).orElseThrow();
        session.undelivered().stream().flatMap(lost -> lost.problem().stream()).forEach(System.out::println);
        // end

        assertThat(session.undelivered())
                .singleElement()
                .matches(lost -> lost.problem().orElseThrow().code() == 63024);
        surveys.close();
    }

    @Test
    void templates() {
        // snippet: templates
        TemplateReport report = WhatsAppTemplates.of(survey).apply(account.contents());
        report.templates().forEach(System.out::println);
        // end

        assertThat(report.isReady()).isFalse();
    }
}
