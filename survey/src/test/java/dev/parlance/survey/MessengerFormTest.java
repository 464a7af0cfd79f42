package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers by the application's own content: forms (WhatsApp Flows), and buttons such as those of a carousel. */
class MessengerFormTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String WEBHOOK = "https://app.example/whatsapp";

    private static final Survey SURVEY = Survey.parse(
            "shop.json",
            """
                    {"name": "shop", "opening": "guess", "goodbye": "bye", "questions": [
                      {"id": "drink", "kind": "choice", "options": ["tea", "coffee"]},
                      {"id": "tried", "kind": "choices", "options": ["cake", "pie", "bread"]},
                      {"id": "came", "kind": "yesNo"},
                      {"id": "rate", "kind": "rating", "least": 1, "most": 5},
                      {"id": "day", "kind": "date"},
                      {"id": "why", "kind": "text"}
                    ]}
                    """,
            Prompts.of(Map.of(
                    "en",
                    Map.ofEntries(
                            Map.entry("drink", "Tea or coffee?"),
                            Map.entry("drink.tea", "Tea"),
                            Map.entry("drink.coffee", "Coffee"),
                            Map.entry("tried", "What did you try?"),
                            Map.entry("tried.cake", "Cake, with cream"),
                            Map.entry("tried.pie", "Pie"),
                            Map.entry("tried.bread", "Bread"),
                            Map.entry("came", "Did you visit us?"),
                            Map.entry("rate", "How was it, 1 to 5?"),
                            Map.entry("day", "On which day?"),
                            Map.entry("why", "Why?"),
                            Map.entry("bye", "Thank you!")))));

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+12025550123").onWhatsApp();
    private final Surveys surveys = Surveys.builder(SURVEY)
            .inMemory()
            .clock(twilio.clock())
            .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(OURS))
            .build();
    private int messages;

    @BeforeEach
    void open() {
        twilio.number(OURS).onText(WEBHOOK);
        twilio.mount("https://app.example", surveys.webhook("whatsapp"));
        ana.textsTo(OURS, "hi");
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private int sends(String... more) {
        List<String> form = new ArrayList<>(
                List.of("MessageSid", "SM" + ++messages, "From", ana.number(), "To", OURS, "NumMedia", "0"));
        form.addAll(List.of(more));
        return surveys.webhook("whatsapp")
                .respond(WebhookRequest.post(WEBHOOK).withForm(form.toArray(String[]::new)))
                .status();
    }

    private int completes(String fields) {
        return sends(
                "MessageType",
                "interactive",
                "FlowData",
                fields,
                "InteractiveData",
                "{\"flowResponse\":" + fields + "}");
    }

    private Session session() {
        return surveys.find(Address.of(ana.number())).orElseThrow();
    }

    private List<String> answers() {
        return session().answers().values().stream()
                .map(answer -> answer.question() + "=" + answer.value().text())
                .toList();
    }

    @Test
    void a_form_answers_the_questions_that_its_fields_are_named_after() {
        completes("""
                {"drink": "coffee", "tried": ["cake", "bread"], "came": true, "rate": 4, "day": "2026-02-27",
                 "why": "It was nice.", "flow_token": "unused"}""");

        assertThat(answers())
                .containsExactly(
                        "drink=coffee",
                        "tried=cake, bread",
                        "came=yes",
                        "rate=4",
                        "day=2026-02-27",
                        "why=It was nice.");
        assertThat(session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void the_survey_asks_for_what_the_form_leaves_open() {
        completes("{\"drink\": \"tea\", \"rate\": 4}");

        assertThat(answers()).containsExactly("drink=tea");
        assertThat(session().question()).isEqualTo("tried");
    }

    @Test
    void a_field_that_is_not_understood_is_asked_for() {
        completes("{\"drink\": \"tea\", \"tried\": [\"pie\"], \"came\": false, \"rate\": 9, \"why\": \"late\"}");

        assertThat(answers()).containsExactly("drink=tea", "tried=pie", "came=no");
        assertThat(session().question()).isEqualTo("rate");
    }

    @Test
    void a_form_without_the_open_question_changes_nothing() {
        completes("{\"rate\": 4}");
        completes("{\"rate\": 4, \"drink\": []}");

        assertThat(answers()).isEmpty();
        assertThat(session().question()).isEqualTo("drink");
    }

    @Test
    void a_form_that_can_not_be_read_is_refused() {
        assertThat(sends("InteractiveData", "{")).isEqualTo(400);
        assertThat(sends("InteractiveData", "{}", "Body", "tea")).isEqualTo(200);
        assertThat(answers()).containsExactly("drink=tea");
    }

    @Test
    void a_button_of_a_carousel_is_an_answer_by_its_id() {
        sends(
                "ButtonPayload",
                "@shop:coffee",
                "ButtonText",
                "I want it!",
                "Body",
                "I want it!",
                "MessageType",
                "button");

        assertThat(answers()).containsExactly("drink=coffee");
    }
}
