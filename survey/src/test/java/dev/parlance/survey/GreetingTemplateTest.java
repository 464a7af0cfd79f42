package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A survey begins on WhatsApp although no template has the words of its first question. */
class GreetingTemplateTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String QUESTIONS = """
            "variables": {"plan": "basic", "name": "friend"}, "questions": [
              {"id": "support", "kind": "yesNo", "when": {"variable": "plan", "is": "gold"}},
              {"id": "again", "kind": "yesNo"}]}
            """;
    private static final Map<String, String> ENGLISH = Map.of(
            "hello",
            "Hello {name}, how do you do?",
            "support",
            "Did our support help?",
            "again",
            "Will you come again, {name}, or not?");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private Survey survey = survey("\"welcome\": \"hello\",", ENGLISH);
    private Surveys surveys = surveys();

    private static Survey survey(String moments, Map<String, String> english) {
        return Survey.parse(
                "plan.json",
                "{\"name\": \"plan\", \"opening\": \"guess\"," + moments + QUESTIONS,
                Prompts.of(Map.of("en", english)));
    }

    private Surveys surveys() {
        return Surveys.builder(survey)
                .store(DocumentStore.inMemory())
                .clock(twilio.clock())
                .channel(MessengerChannel.whatsApp(account, account.contents())
                        .withFrom(OURS)
                        .withClock(twilio.clock()))
                .build();
    }

    private void use(Survey other) {
        surveys.close();
        survey = other;
        surveys = surveys();
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private void open() {
        twilio.number(OURS).onText("https://app.example/whatsapp");
        twilio.mount(
                "https://app.example", request -> surveys.webhook("whatsapp").handle(request));
        WhatsAppTemplates.of(survey).apply(account.contents());
        twilio.advance(Duration.ofMinutes(10));
    }

    private void start(Invitation invitation) {
        surveys.start("whatsapp", Address.of(ana.number()), invitation);
        twilio.settle();
    }

    private static Invitation invitation(String plan, String name) {
        return Invitation.in("en").withVariable("plan", plan).withVariable("name", name);
    }

    @Test
    void the_first_question_of_most_people_is_in_the_template() {
        open();

        start(invitation("basic", "Ana"));

        assertThat(ana.lastMessage())
                .withBody("Hello Ana, how do you do?\n\nWill you come again, Ana, or not?")
                .hasButtons("Yes", "No");
    }

    @Test
    void who_gets_another_first_question_is_greeted_and_continues_to_it() {
        open();

        start(invitation("gold", "Ana"));
        assertThat(ana.lastMessage()).withBody("Hello Ana, how do you do?").hasButtons("Continue");
        ana.taps("Continue");

        assertThat(ana.lastMessage()).withBody("Did our support help?").hasButtons("Yes", "No");
        ana.taps("Yes");
        assertThat(ana.lastMessage()).withBody("Will you come again, Ana, or not?");
    }

    @Test
    void without_a_welcome_only_the_people_of_the_template_can_be_contacted() {
        use(survey("", ENGLISH));
        open();

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> start(invitation("gold", "Ana")))
                .withMessageContaining("no \"welcome\"");
        start(invitation("basic", "Ana"));
        assertThat(ana.lastMessage()).withBody("Will you come again, Ana, or not?");
    }

    @Test
    void a_survey_that_begins_alike_for_all_people_has_no_greeting() {
        use(Survey.parse(
                "plan.json",
                "{\"name\": \"plan\", \"opening\": \"guess\", \"welcome\": \"hello\", \"variables\": {\"name\": \"friend\"},"
                        + " \"questions\": [{\"id\": \"again\", \"kind\": \"yesNo\"}]}",
                Prompts.of(Map.of("en", ENGLISH))));

        assertThat(WhatsAppTemplates.of(survey).contents())
                .extracting(content -> content.name().replaceAll("_[0-9a-f]{8}$", ""))
                .containsExactly("parlance_plan_open_en", "parlance_continue_en");
    }

    @Test
    void words_that_a_variable_chooses_are_greeted_too() {
        Map<String, String> english = new HashMap<>(ENGLISH);
        english.put("again", "Will you come again, {plan, select, gold {valued guest} other {or not}}?");
        use(survey("\"welcome\": \"hello\",", english));
        open();

        start(invitation("gold", "Ana"));

        assertThat(ana.lastMessage()).withBody("Hello Ana, how do you do?").hasButtons("Continue");
    }

    @Test
    void a_variable_of_a_thousand_characters_is_said_as_in_a_text() {
        open();
        String longName = "Ana ".repeat(100).strip();

        start(invitation("basic", longName));

        assertThat(ana.lastMessage())
                .withBody("Hello " + longName + ", how do you do?\n\nWill you come again, " + longName + ", or not?");
    }

    @Test
    void an_opening_that_its_variables_make_too_long_is_refused_before_it_is_sent() {
        use(survey("", ENGLISH));
        open();

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> start(invitation("basic", "x".repeat(1_000))))
                .withMessage(
                        "With its variables the template has 1030 characters, more than the 1024 that WhatsApp takes");
        assertThat(ana.inbox()).isEmpty();
    }

    @Test
    void a_person_whose_variables_make_the_opening_too_long_is_greeted() {
        open();

        start(invitation("basic", "x".repeat(900)));

        assertThat(ana.lastMessage())
                .withBody("Hello " + "x".repeat(900) + ", how do you do?")
                .hasButtons("Continue");
    }

    @Test
    void an_empty_variable_is_refused_with_its_name() {
        open();

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> start(invitation("basic", "")))
                .withMessageContaining("The variable \"name\" is empty");
        assertThat(ana.inbox()).isEmpty();
    }
}
