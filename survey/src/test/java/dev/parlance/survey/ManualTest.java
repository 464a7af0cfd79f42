package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.security.servlet.WebhookServlet;
import dev.parlance.survey.compute.Computation;
import dev.parlance.survey.compute.Formula;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The code of docs/SURVEYS.md. */
class ManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Survey survey = Coffee.survey().build();

    @Test
    void in_a_servlet_container() throws Exception {
        Server jetty = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        jetty.setHandler(context);
        Surveys surveys = Surveys.builder(survey).inMemory().build();
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()));

        // snippet: servlet
        context.addServlet(WebhookServlet.of(signedWebhooks.handler(surveys.textWebhook())), "/sms");
        context.addServlet(WebhookServlet.of(signedWebhooks.handler(surveys.voiceWebhook())), "/voice");
        // end

        jetty.start();
        try {
            String url = "http://localhost:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
            twilio.number(App.NUMBER).onText(url + "/sms").onCall(url + "/voice");
            twilio.phone("+15005550006").texts("hi").receives("How was the coffee");
            twilio.phone("+15005550009").calls(App.NUMBER).presses("4").hears("Would you come again?");
        } finally {
            jetty.stop();
        }
    }

    @Test
    void anywhere_else() {
        Surveys surveys = Surveys.builder(survey).inMemory().build();
        Headers headers = Headers.none().withAdded("Content-Type", "application/x-www-form-urlencoded");
        byte[] body = "MessageSid=SM0&From=%2B15005550006&To=12345&Body=hi".getBytes(StandardCharsets.UTF_8);

        // snippet: anywhere
        WebhookHandler texts = surveys.textWebhook();
        WebhookResponse response =
                texts.respond(WebhookRequest.of("POST", "https://hooks.example.com/sms", headers, body));
        // end

        assertThat(response.bodyText()).contains("How was the coffee");
    }

    @Test
    void contacts() {
        Surveys surveys = Surveys.builder(survey).inMemory().build();
        Address ana = Address.of("+15005550006");

        // snippet: contacts
        Contacts contacts = surveys.contacts();
        contacts.change(ana, contact -> contact.withField("plan", "gold").withGroup("members"));
        Optional<Value> plan = contacts.of(ana).field("plan");
        boolean isMember = contacts.of(ana).isIn("members");
        // end

        assertThat(plan.map(Value::text)).contains("gold");
        assertThat(isMember).isTrue();
    }

    @Test
    void with_only_the_machine() {
        Person person = new Person("es-MX", true, Optional.empty(), Map.of(), 1);
        Instant now = Instant.parse("2026-11-21T12:00:00Z");

        // snippet: machine
        Session session = SessionState.create(
                survey.name(), Address.of("+5215512345678"), survey.revision(), person, Channel.TEXT);
        Turn.Done asked = SurveyMachine.advance(survey, session, Input.text("hola"), TurnInputs.at(now))
                .done();
        Turn.Done answered = SurveyMachine.advance(survey, asked.session(), Input.text("cinco"), TurnInputs.at(now))
                .done();
        Rendering.of(survey, answered).messages(); // [¿Volvería?]
        answered.events(); // taste was answered: 5
        answered.session().toJson(); // to be saved
        // end

        assertThat(Rendering.of(survey, answered).messages()).containsExactly("¿Volvería?");
        assertThat(answered.events()).extracting(SurveyEvent::type).containsExactly(SurveyEvent.Type.ANSWERED);
    }

    @Test
    void built_in_code() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of(
                        "tried", "What did you try?",
                        "tried.tea", "Tea",
                        "tried.cake", "Cake",
                        "taste", "How was the {item}?",
                        "why", "Why?")));

        // snippet: builder
        Survey built = Survey.builder("tasting")
                .prompts(prompts)
                .opening(OpeningStyle.GUESS)
                .ask(Question.choices("tried", "tea", "cake"))
                .ask(Group.of(
                                "each",
                                Question.rating("taste", 1, 5),
                                Question.text("why")
                                        .when(Condition.answer("taste").atMost(2))
                                        .optional())
                        .repeat(Repeat.forEach("tried"))
                        .shuffle())
                .build();
        // end

        assertThat(built.questions()).extracting(Question::id).containsExactly("tried", "taste", "why");
    }

    @Test
    void once_for_each_visit() {
        try (App app = new App(twilio, survey, SurveysBuilder::inMemory)) {
            Surveys surveys = app.surveys();
            Address ana = Address.of("+15005550006");

            // snippet: occasion
            surveys.start(Channel.TEXT, ana, Invitation.plain().withOccasion("visit-17"));
            // end

            assertThat(surveys.find(ana).orElseThrow().occasion()).contains("visit-17");
        }
    }

    @Test
    void with_listeners() {
        List<String> bus = new CopyOnWriteArrayList<>();
        DocumentStore store = DocumentStore.inMemory();

        // snippet: events
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .on(SurveyEvent.Type.COMPLETED, done -> bus.add(done.cloudEvent()))
                .onAnyEvent(event -> bus.add(event.id()))
                .build();
        // end

        assertThat(surveys.textWebhook()
                        .respond(WebhookRequest.post("https://hooks.example.com/sms")
                                .withForm("MessageSid", "SM0", "From", "+15005550006", "To", "12345", "Body", "hi"))
                        .status())
                .isEqualTo(200);
        surveys.close();
        assertThat(bus).singleElement().asString().endsWith("-1");
    }

    @Test
    void a_matrix_in_code() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of(
                        "service", "How was {item}, 1 to 5?",
                        "service.speed", "the speed",
                        "service.taste", "the taste")));

        // snippet: matrix
        Survey built = Survey.builder("visit")
                .prompts(prompts)
                .ask(Question.matrix(Question.rating("service", 1, 5), "speed", "taste")
                        .shuffle())
                .ask(Computation.of("score", Formula.mean("service")))
                .build();
        // end

        assertThat(built.questions())
                .extracting(Question::id)
                .containsExactly("service.speed", "service.taste", "score");
    }

    @Test
    void options_in_code() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of(
                        "often.never", "Never",
                        "often.daily", "Every day",
                        "often.refused", "I prefer not to say",
                        "calm", "How often did you feel calm?",
                        "helped", "What helped?",
                        "helped.walks", "Walks",
                        "helped.other", "Something else",
                        "helped.other.specify", "What was it?",
                        "most", "What helped most?")));
        // snippet: options
        Survey built = Survey.builder("mood")
                .prompts(prompts)
                .scale(
                        "often",
                        Option.of("never").withValue("0").withKey(0),
                        Option.of("daily").withValue("1").withKey(1),
                        Option.of("refused").withValue("99").withKey(9).refusal())
                .ask(
                        Question.choiceFrom("calm", SharedOptions.scale("often")),
                        Question.choices(
                                "helped",
                                Option.of("walks"),
                                Option.of("other").specify().fixed()),
                        Question.choiceFrom("most", SharedOptions.chosenIn("helped")))
                .build();
        // end

        assertThat(built.questions()).hasSize(3);
        assertThat(Survey.fromJson(built.toJson()).questions()).isEqualTo(built.questions());
    }
}
