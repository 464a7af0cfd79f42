package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents hear before a call is connected. */
class AgentWhisperTest {
    private static final String NURSE = "+15005550199";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void the_agent_hears_where_the_caller_comes_from_and_the_answers() {
        shop.open(survey("{}"));
        FakeCall call = askForNurse();

        FakeCall nurse = twilio.phone(NURSE).answers();

        assertThat(nurse.heard())
                .startsWith(
                        "You have a caller from the survey clinic.",
                        "Did you sleep? no",
                        "How bad is the pain, 0 to 10? 9");
        assertThat(call.state()).contains("connected");
        nurse.hangsUp();
        twilio.settle();
        assertThat(call.isOver()).isTrue();
        assertThat(disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void the_agent_can_have_another_language() {
        shop.open(survey("{\"language\": \"es\"}"));
        askForNurse();

        FakeCall nurse = twilio.phone(NURSE).answers();

        assertThat(nurse.heard())
                .startsWith(
                        "Tiene una llamada de la encuesta clinic.", "¿Durmió? no", "¿Cuánto le duele, de 0 a 10? 9");
        assertThat(nurse.said().get(0).language()).isEqualTo("es-MX");
    }

    @Test
    void an_agent_who_must_accept_presses_a_key() {
        shop.open(survey("{\"accept\": true}"));
        FakeCall call = askForNurse();

        FakeCall nurse = twilio.phone(NURSE).answers().hears("To take the call, press 1.");
        assertThat(call.state()).doesNotContain("connected");
        nurse.presses("1");
        twilio.settle();

        assertThat(call.state()).contains("connected");
    }

    @Test
    void an_agent_who_does_not_accept_is_not_connected_and_the_survey_goes_on() {
        shop.open(survey("{\"accept\": true}"));
        FakeCall call = askForNurse();

        twilio.phone(NURSE).answers().hears("press 1").presses("2");
        twilio.settle();

        call.hears("Nobody is free at the moment.").hears("Thank you");
        assertThat(disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void an_agent_who_says_nothing_such_as_voicemail_is_not_connected() {
        shop.open(survey("{\"accept\": true}"));
        FakeCall call = askForNurse();

        twilio.phone(NURSE).answers().hears("press 1").staysSilent();
        twilio.settle();

        call.hears("Nobody is free at the moment.");
    }

    @Test
    void a_prompt_of_the_agent_replaces_the_summary() {
        Map<String, String> english = new HashMap<>(english());
        english.put("nurse.whisper", "Pain {pain} of 10.");
        Map<String, String> spanish = new HashMap<>(spanish());
        spanish.put("nurse.whisper", "Dolor {pain} de 10.");
        shop.open(survey("{}", Map.of("en", english, "es", spanish)));
        askForNurse();

        assertThat(twilio.phone(NURSE).answers().heard()).startsWith("Pain 9 of 10.");
    }

    @Test
    void the_url_of_the_agents_call_has_no_personal_data() {
        shop.open(survey("{}"));
        askForNurse();
        twilio.phone(NURSE).answers();

        assertThat(twilio.log().webhooks())
                .filteredOn(webhook -> webhook.request().url().contains("whisper=nurse"))
                .hasSize(1)
                .allMatch(webhook -> !webhook.request().url().contains("5550006"));
    }

    @Test
    void forgetting_a_person_leaves_no_trace_of_the_call() {
        shop.open(survey("{}"));
        askForNurse();

        shop.surveys().forget(Address.of(Shop.PERSON));

        assertThat(shop.store().page("handed-over:clinic", "", 10)).isEmpty();
    }

    @Test
    void it_works_on_a_number_with_several_surveys() {
        shop.open(survey("{}"));
        SurveyDesk desk = SurveyDesk.builder("front")
                .add(shop.surveys())
                .fallback(shop.surveys())
                .build();
        twilio.mount(App.ADDRESS, Router.create().post("/voice", desk.voiceWebhook()));
        askForNurse();

        assertThat(twilio.phone(NURSE).answers().heard()).contains("You have a caller from the survey clinic.");
    }

    @Test
    void problems_of_whispers_are_found_when_the_survey_loads() {
        assertThatThrownBy(() -> survey("{\"language\": \"fr\"}"))
                .hasMessageContaining("agents.nurse.whisper.language is \"fr\", but the survey has no prompts in it");
        assertThatThrownBy(() -> survey("{\"loud\": true}")).hasMessageContaining("loud");
        assertThatThrownBy(() -> Survey.parse("s.json", """
                        {"name": "s", "agents": {"desk": {"queue": "q", "whisper": {}}}, "questions": [
                          {"id": "sleep", "kind": "yesNo"}]}
                        """, Prompts.of(Map.of("en", english()))))
                .hasMessageContaining("agents.desk.whisper applies only to dial");
        Map<String, String> english = new HashMap<>(english());
        english.put("nurse.whisper", "{weight}");
        assertThatThrownBy(() -> survey("{}", Map.of("en", english)))
                .hasMessageContaining("agents.nurse.whisper uses the prompt \"nurse.whisper\", which in en has the"
                        + " placeholder {weight}");
    }

    @Test
    void whispers_are_written_as_they_were_read() {
        Survey survey = survey("{\"language\": \"es\", \"accept\": true}");

        assertThat(Survey.fromJson(survey.toJson()).agents()).isEqualTo(survey.agents());
    }

    private FakeCall askForNurse() {
        FakeCall call = ana.calls(App.NUMBER).hears("Did you sleep?").presses("2");
        call.hears("How bad").presses("9").presses("#").hears("I am connecting you");
        twilio.settle();
        return call;
    }

    private Disposition disposition() {
        return shop.session(Shop.PERSON).disposition();
    }

    private static Survey survey(String whisper) {
        return survey(whisper, Map.of("en", english(), "es", spanish()));
    }

    private static Survey survey(String whisper, Map<String, Map<String, String>> prompts) {
        return Survey.parse("s.json", """
                {"name": "clinic", "opening": "guess",
                 "agents": {"nurse": {"dial": "%s", "whisper": %s}},
                 "questions": [
                  {"id": "sleep", "kind": "yesNo"},
                  {"id": "pain", "kind": "rating", "least": 0, "most": 10, "next": "agent:nurse"}
                ]}
                """.formatted(NURSE, whisper), Prompts.of(prompts));
    }

    private static Map<String, String> english() {
        return Map.of(
                "voice", "Polly.Joanna",
                "language", "en-US",
                "sleep", "Did you sleep?",
                "pain", "How bad is the pain, 0 to 10?");
    }

    private static Map<String, String> spanish() {
        return Map.of(
                "voice", "Polly.Mia",
                "language", "es-MX",
                "sleep", "¿Durmió?",
                "pain", "¿Cuánto le duele, de 0 a 10?");
    }
}
