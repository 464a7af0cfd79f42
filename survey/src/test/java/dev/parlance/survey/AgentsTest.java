package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surveys that hand over to a person or another application. */
class AgentsTest {
    private static final String NURSE = "+15005550199";

    private static final String DIAL = "\"nurse\": {\"dial\": \"" + NURSE + "\"}";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();
    private final List<SurveyEvent> events = new ArrayList<>();

    /** A person in great pain goes to the agent. */
    private static Survey survey(String tag, String agents, String more) {
        Map<String, String> prompts = new HashMap<>(
                Map.of("pain", "How bad is the pain, 0 to 10?", "sleep", "Did you sleep?", "goodbye", "Goodbye."));
        return Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "goodbye": "goodbye", "agents": {%s}, "questions": [
                  {"id": "pain", "kind": "rating", "least": 0, "most": 10,
                   "next": [{"when": {"answer": "pain", "atLeast": 8}, "to": "agent:nurse"}]},
                  {"id": "sleep", "kind": "yesNo"}%s
                ]}
                """.formatted(agents, more), Prompts.of(Map.of(tag, prompts)));
    }

    private void open(String agents) {
        shop.open(survey("en", agents, ""), this::listening);
    }

    private SurveysBuilder listening(SurveysBuilder settings) {
        return settings.onAnyEvent(events::add).listenerExecutor(Runnable::run);
    }

    private List<SurveyEvent.Type> types() {
        return events.stream().map(SurveyEvent::type).toList();
    }

    private Disposition disposition() {
        return shop.session(Shop.PERSON).disposition();
    }

    @Test
    void an_answer_can_lead_a_caller_to_a_person() {
        open(DIAL);
        FakeCall call = ana.calls(App.NUMBER);

        call.hears("How bad").presses("9").presses("#").hears("I am connecting you with somebody.");
        twilio.settle();
        FakeCall nurse = twilio.phone(NURSE).answers();
        assertThat(shop.session(Shop.PERSON).isOver()).isFalse();
        nurse.hangsUp();
        twilio.settle();

        assertThat(call.isOver()).isTrue();
        assertThat(disposition()).isEqualTo(Disposition.PARTIAL);
        assertThat(types()).endsWith(SurveyEvent.Type.HANDED_OVER, SurveyEvent.Type.ABANDONED);
    }

    @Test
    void if_nobody_takes_the_call_the_survey_goes_on() {
        open(DIAL);
        twilio.phone(NURSE).doesNotAnswer();

        FakeCall call = ana.calls(App.NUMBER).hears("How bad").presses("9").presses("#");
        call.hears("I am connecting you").hears("Nobody is free at the moment.").hears("Did you sleep?");
        call.presses("1").hears("Goodbye.");

        assertThat(disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(types()).contains(SurveyEvent.Type.HANDED_OVER).doesNotContain(SurveyEvent.Type.ABANDONED);
    }

    @Test
    void if_nobody_takes_the_call_the_survey_can_end() {
        open("\"nurse\": {\"dial\": \"" + NURSE + "\", \"unanswered\": \"end\"}");
        twilio.phone(NURSE).isBusy();

        FakeCall call = ana.calls(App.NUMBER).hears("How bad").presses("9").presses("#");
        call.hears("I am connecting you").hears("Nobody is free at the moment.").hears("Goodbye.");

        assertThat(call.isOver()).isTrue();
        assertThat(types()).endsWith(SurveyEvent.Type.HANDED_OVER, SurveyEvent.Type.ABANDONED);
    }

    @Test
    void a_caller_can_ask_for_a_person_and_is_asked_the_same_question_if_nobody_is_free() {
        open(DIAL);
        twilio.phone(NURSE).doesNotAnswer();

        FakeCall call = ana.calls(App.NUMBER).hears("How bad").says("I want to talk to a person");
        call.hears("I am connecting you")
                .hears("Nobody is free")
                .hears("How bad")
                .presses("3")
                .presses("#");
        call.hears("Did you sleep?").says("agent").hears("Nobody is free").hears("Did you sleep?");
    }

    @Test
    void by_text_the_application_learns_who_wants_a_person_and_what_was_answered() {
        open(DIAL);

        ana.texts("hi").receives("How bad").texts("3").receives("Did you sleep?");
        ana.texts("can I speak to somebody please?").receives("Somebody will get in touch with you.");

        SurveyEvent handedOver = events.stream()
                .filter(event -> event.type() == SurveyEvent.Type.HANDED_OVER)
                .findFirst()
                .orElseThrow();
        assertThat(handedOver.agent()).contains("nurse");
        assertThat(handedOver.cloudEvent()).contains("\"agent\":\"nurse\",\"answers\":{\"pain\":[\"3\"]}");
        assertThat(disposition()).isEqualTo(Disposition.PARTIAL);
    }

    @Test
    void without_agents_agent_is_not_a_command() {
        shop.open(Coffee.survey().build());

        ana.texts("hi")
                .receives("How was")
                .texts("2")
                .receives("Why?")
                .texts("agent")
                .receives("Would you come again?");
        assertThat(shop.answer(Shop.PERSON, "why")).isEqualTo("agent");
    }

    @ParameterizedTest
    @CsvSource({
        "en, agent, I'd like to talk to a real person",
        "es, agente, quiero hablar con una persona por favor",
        "fr, conseiller, je voudrais parler à quelqu'un",
        "de, Mitarbeiter, ich möchte mit einem Menschen sprechen",
        "pt, atendente, quero falar com uma pessoa",
        "ar, موظف, أريد التحدث مع شخص",
        "hi, एजेंट, मुझे किसी इंसान से बात करनी है",
        "zh, 人工, 我想和真人说话"
    })
    void people_ask_for_a_person_in_their_own_words(String language, String word, String sentence) {
        shop.open(survey(language, DIAL, ""), this::listening);

        ana.texts("7").receives("How bad").texts(word).receives();
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("7").receives("How bad").texts(sentence).receives();

        assertThat(types().stream().filter(SurveyEvent.Type.HANDED_OVER::equals))
                .hasSize(2);
    }

    @Test
    void a_queue_takes_the_call_and_gives_it_back() {
        open("\"nurse\": {\"queue\": \"support\"}");

        FakeCall call =
                ana.calls(App.NUMBER).hears("How bad").presses("9").presses("#").hears("I am connecting you");
        assertThat(call.state()).contains("waiting in the queue support");
        call.hangsUp();
        twilio.settle();

        ana.texts("hello").receives("Did you sleep?");
    }

    @Test
    void another_application_gets_the_answers_with_the_call_or_the_text() {
        List<String> urls = new ArrayList<>();
        twilio.mount("https://people.example", request -> {
            urls.add(request.url());
            return request.formParameters().first("CallSid").isPresent()
                    ? WebhookResponse.of(VoiceTwiml.create().say("People here."))
                    : WebhookResponse.of(MessageTwiml.reply("People here, in writing."));
        });
        open("\"nurse\": {\"url\": \"https://people.example/in\"}");

        ana.calls(App.NUMBER).hears("How bad").presses("9").presses("#").hears("People here.");
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi")
                .receives("How bad")
                .texts("10")
                .receives("Somebody will")
                .receives("People here, in writing.");

        assertThat(urls)
                .containsExactly(
                        "https://people.example/in?survey=s&language=en&answer.pain=9",
                        "https://people.example/in?survey=s&language=en&answer.pain=10");
    }

    @Test
    void flex_gets_a_task_with_the_answers() {
        String workflow = "WW" + "0".repeat(32);
        shop.open(survey("en", "\"nurse\": {\"workflow\": \"" + workflow + "\"}", ""));
        WebhookRequest call = WebhookRequest.post("https://app.example/voice")
                .withForm(
                        "CallSid",
                        "CA" + "0".repeat(32),
                        "From",
                        Shop.PERSON,
                        "To",
                        App.NUMBER,
                        "Direction",
                        "inbound");
        shop.surveys().voiceWebhook().respond(call);

        String twiml = shop.surveys()
                .voiceWebhook()
                .respond(WebhookRequest.post("https://app.example/voice?turn=1")
                        .withForm(
                                "CallSid",
                                "CA" + "0".repeat(32),
                                "From",
                                Shop.PERSON,
                                "To",
                                App.NUMBER,
                                "Direction",
                                "inbound",
                                "Digits",
                                "9"))
                .bodyText();

        assertThat(twiml)
                .contains("<Enqueue action=\"/voice?turn=2\" workflowSid=\"" + workflow + "\"><Task>")
                .contains("\"respondent\":\"" + Shop.PERSON + "\",\"answers\":{\"pain\":\"9\"}");
    }

    @Test
    void after_the_last_question_the_survey_is_complete_when_somebody_takes_the_call() {
        shop.open(
                survey(
                        "en",
                        DIAL,
                        ", {\"id\": \"last\", \"kind\": \"yesNo\", \"prompt\": \"sleep\", \"next\": \"agent:nurse\"}"),
                this::listening);
        FakeCall call = ana.calls(App.NUMBER).hears("How bad").presses("1").presses("#");
        call.hears("Did you sleep?")
                .presses("1")
                .hears("Did you sleep?")
                .presses("1")
                .hears("I am connecting you");
        twilio.settle();
        twilio.phone(NURSE).answers().hangsUp();
        twilio.settle();

        assertThat(disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(types()).endsWith(SurveyEvent.Type.HANDED_OVER, SurveyEvent.Type.COMPLETED);
    }

    @Test
    void problems_of_agents_are_found_when_the_survey_loads() {
        assertThatThrownBy(() -> survey("en", "\"doctor\": {\"queue\": \"q\"}", ""))
                .hasMessageContaining(
                        "s.json:3: questions[0].next goes to the agent \"nurse\", who is not in \"agents\"");
        assertThatThrownBy(() -> survey("en", "\"nurse\": {\"dial\": \"555\"}", ""))
                .hasMessageContaining("agents.nurse.dial must be a phone number such as +15005550199");
        assertThatThrownBy(() -> survey("en", "\"nurse\": {\"url\": \"people\"}", ""))
                .hasMessageContaining("agents.nurse.url must be a URL");
        assertThatThrownBy(() -> survey("en", "\"nurse\": {\"workflow\": \"WW1\"}", ""))
                .hasMessageContaining("agents.nurse.workflow must be the SID of a workflow");
        assertThatThrownBy(() -> survey("en", "\"nurse\": {\"queue\": \"q\", \"dial\": \"" + NURSE + "\"}", ""))
                .hasMessageContaining("agents.nurse needs only one of dial, queue, workflow, url");
        assertThatThrownBy(() -> survey("en", "\"nurse\": {\"unanswered\": \"goOn\"}", ""))
                .hasMessageContaining("agents.nurse.unanswered applies only to dial, queue and workflow");
        assertThatThrownBy(() -> survey("en", DIAL + ", \"the desk\": {}", ""))
                .hasMessageContaining("agents.the desk is \"the desk\", but must start with a letter");
    }

    @Test
    void agents_are_written_as_they_were_read() {
        Survey survey = survey("en", DIAL + ", \"desk\": {\"queue\": \"q\", \"unanswered\": \"end\"}, \"us\": {}", "");
        Survey again = Survey.fromJson(survey.toJson());

        assertThat(again.agents()).isEqualTo(survey.agents());
        assertThat(again.agents().keySet()).containsExactly("nurse", "desk", "us");
        assertThat(again.revision()).isEqualTo(survey.revision());
        assertThat(survey.flowChart()).contains("agent:nurse");
    }
}
