package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval.Status;
import dev.parlance.outbound.OutboundException;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a survey says on WhatsApp to a person who has not written for a day. */
class WhatsAppTemplatesTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String QUESTIONS = """
            {"name": "visit", "opening": "guess", "reminders": ["PT2H", "PT30H"], "expires": "P7D",
             "variables": {"shop": "the shop"},
             "questions": [{"id": "again", "kind": "yesNo"}, {"id": "why", "kind": "text"}]}
            """;

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private final Survey survey = survey("Would you come to {shop} again?");
    private final Surveys surveys = Surveys.builder(survey)
            .store(DocumentStore.inMemory())
            .clock(twilio.clock())
            .channel(MessengerChannel.whatsApp(account, account.contents())
                    .withFrom(OURS)
                    .withClock(twilio.clock()))
            .build();

    private static Survey survey(String english) {
        return Survey.parse(
                "visit.json",
                QUESTIONS,
                Prompts.of(Map.of(
                        "en", Map.of("again", english, "why", "Why?"),
                        "es", Map.of("again", "¿Volvería a {shop} otra vez?", "why", "¿Por qué?"))));
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
    }

    private StartResult start() {
        StartResult result = surveys.start(
                "whatsapp", Address.of(ana.number()), Invitation.in("es").withVariable("shop", "la tienda"));
        twilio.settle();
        return result;
    }

    private TemplateReport approved() {
        WhatsAppTemplates.of(survey).apply(account.contents());
        twilio.advance(Duration.ofMinutes(10));
        return WhatsAppTemplates.of(survey).check(account.contents());
    }

    @Test
    void each_language_has_a_template_to_begin_and_one_to_remind() {
        assertThat(WhatsAppTemplates.of(survey).contents().stream().map(Content::body))
                .containsExactlyInAnyOrder(
                        "Would you come to {{1}} again?",
                        "¿Volvería a {{1}} otra vez?",
                        "We are still waiting for your answer.",
                        "Seguimos esperando su respuesta.");
    }

    @Test
    void words_that_whatsapp_rejects_are_a_problem_and_not_sent_to_it() {
        WhatsAppTemplates templates = WhatsAppTemplates.of(survey("Would you come again to {shop}"));

        assertThat(templates.problems()).hasSize(1);
        assertThat(templates.apply(account.contents()).templates())
                .filteredOn(TemplateReport.Template::isMissing)
                .hasSize(1);
    }

    @Test
    void templates_are_created_once_and_approval_is_asked_for_once() {
        assertThat(WhatsAppTemplates.of(survey).check(account.contents()).templates())
                .hasSize(4)
                .allMatch(TemplateReport.Template::isMissing);

        assertThat(approved().isReady()).isTrue();
        WhatsAppTemplates.of(survey).apply(account.contents());

        assertThat(account.contents().list()).hasSize(4);
    }

    /** The requests to Twilio's API for contents that some work needs. */
    private List<String> requests(Runnable work) {
        int before = twilio.log().requests().size();
        work.run();
        return twilio.log().requests().stream()
                .skip(before)
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    @Test
    void to_plan_and_to_apply_what_is_unchanged_cost_one_page_of_requests() {
        for (int i = 0; i < 120; i++) {
            account.contents().create(Content.text("Another text").withName("other_" + i));
        }
        approved();

        assertThat(requests(() -> WhatsAppTemplates.of(survey).check(account.contents())))
                .containsExactly("GET /v2/ContentAndApprovals");
        assertThat(requests(() -> WhatsAppTemplates.of(survey).apply(account.contents())))
                .containsExactly("GET /v2/ContentAndApprovals");
    }

    @Test
    void each_missing_template_costs_two_more_requests() {
        assertThat(requests(() -> WhatsAppTemplates.of(survey).apply(account.contents())))
                .hasSize(1 + 4 * 2);
    }

    @Test
    void a_rejected_template_has_its_reason() {
        String name = WhatsAppTemplates.of(survey).contents().get(0).name();
        twilio.content(name).rejects("The words promote something");

        TemplateReport report = approved();

        assertThat(report.isReady()).isFalse();
        assertThat(report.templates().get(0).status()).isEqualTo(Status.REJECTED);
        assertThat(report.templates().get(0)).hasToString(name + ": rejected (The words promote something)");
    }

    @Test
    void changed_words_are_another_template_and_the_old_one_can_be_removed() {
        approved();
        WhatsAppTemplates changed = WhatsAppTemplates.of(survey("Will you visit {shop} again?"));

        assertThat(changed.check(account.contents()).old()).hasSize(1);
        changed.apply(account.contents()).removeOld(account.contents());

        assertThat(changed.check(account.contents()).old()).isEmpty();
        assertThat(account.contents().list()).hasSize(4);
    }

    @Test
    void a_survey_begins_with_an_approved_template_and_goes_on_by_its_buttons() {
        open();
        approved();

        assertThat(start().isStarted()).isTrue();

        assertThat(ana.lastMessage())
                .withBody("¿Volvería a la tienda otra vez?")
                .hasButtons("Sí", "No");
        ana.taps("Sí");
        assertThat(ana.lastMessage()).withBody("¿Por qué?");
        assertThat(surveys.find(Address.of(ana.number())).orElseThrow().answer("again"))
                .contains(Value.of("yes"));
    }

    @Test
    void a_survey_does_not_begin_before_its_template_is_approved() {
        open();
        WhatsAppTemplates.of(survey).apply(account.contents());

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(this::start)
                .withMessageContaining("parlance content apply");
        assertThat(ana.inbox()).isEmpty();
    }

    @Test
    void a_reminder_within_a_day_repeats_the_question_and_a_later_one_asks_to_continue() {
        open();
        approved();
        start();
        ana.taps("Sí");

        twilio.advance(Duration.ofHours(3));
        surveys.runDue();
        twilio.settle();
        assertThat(ana.lastMessage()).containing("¿Por qué?").hasButtons();

        twilio.advance(Duration.ofHours(30));
        surveys.runDue();
        twilio.settle();
        assertThat(ana.lastMessage())
                .withBody("Seguimos esperando su respuesta.")
                .hasButtons("Continuar");
        ana.taps("Continuar");
        assertThat(ana.lastMessage()).withBody("¿Por qué?");
    }
}
