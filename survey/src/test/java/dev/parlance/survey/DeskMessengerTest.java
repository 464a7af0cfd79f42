package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.EntryRules;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several surveys on one sender of WhatsApp. */
class DeskMessengerTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String WEBHOOK = "https://app.example/whatsapp";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private final Map<String, Surveys> surveys = new HashMap<>();

    /** A survey that asks two questions with options of the same names as all others, and takes over on its keyword. */
    private Surveys survey(String name) {
        Map<String, String> prompts = new HashMap<>(Map.of("first", name + " first?", "second", name + " second?"));
        for (String question : new String[] {"first", "second"}) {
            prompts.put(question + ".small", "Small " + name);
            prompts.put(question + ".large", "Large " + name);
        }
        return surveys(Survey.builder(name)
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .entry(EntryRules.keywords(name).withInterrupting())
                .ask(Question.choice("first", "small", "large"), Question.choice("second", "small", "large"))
                .build());
    }

    private Surveys surveys(Survey survey) {
        Surveys built = Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .maxContactsPerDay(20)
                .channel(MessengerChannel.whatsApp(account, account.contents())
                        .withFrom(OURS)
                        .withClock(twilio.clock()))
                .build();
        surveys.put(survey.name(), built);
        return built;
    }

    private void open(SurveyDesk desk) {
        twilio.number(OURS).onText(WEBHOOK);
        twilio.mount(WEBHOOK, desk.webhook("whatsapp"));
    }

    private void openWithoutMenu() {
        Surveys tea = survey("tea");
        open(SurveyDesk.builder("front")
                .add(tea)
                .add(survey("coffee"))
                .fallback(tea)
                .build());
    }

    private void openWithMenuOf(String... names) {
        Map<String, String> prompts = new HashMap<>(Map.of("which", "Which survey?"));
        SurveyDeskBuilder desk = SurveyDesk.builder("front");
        for (String name : names) {
            prompts.put("which." + name, "Survey " + name);
            desk.add(survey(name));
        }
        Survey menu = Survey.builder("menu")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .ask(Question.choice("which", names))
                .build();
        open(desk.menu(surveys(menu), "which").build());
    }

    @AfterEach
    void close() {
        surveys.values().forEach(Surveys::close);
        account.close();
    }

    private String answer(String survey, String question) {
        return surveys.get(survey)
                .find(Address.of(ana.number()))
                .flatMap(session -> session.answer(question))
                .map(value -> value.text())
                .orElse("none");
    }

    @Test
    void a_person_who_writes_on_whatsapp_gets_a_survey_with_buttons() {
        openWithoutMenu();

        ana.textsTo(OURS, "coffee");
        assertThat(ana.lastMessage()).withBody("coffee first?").hasButtons("Small coffee", "Large coffee");
        ana.taps("Large coffee");

        assertThat(ana.lastMessage()).withBody("coffee second?").hasButtons("Small coffee", "Large coffee");
        assertThat(answer("coffee", "first")).isEqualTo("large");
    }

    @Test
    void the_menu_of_a_desk_has_buttons_and_the_chosen_survey_follows() {
        openWithMenuOf("coffee", "tea");

        ana.textsTo(OURS, "hi");
        assertThat(ana.lastMessage()).withBody("Which survey?").hasButtons("Survey coffee", "Survey tea");
        ana.taps("Survey tea");

        assertThat(ana.lastMessage()).withBody("tea first?").hasButtons("Small tea", "Large tea");
        ana.taps("Small tea").taps("Large tea");
        assertThat(answer("tea", "second")).isEqualTo("large");
    }

    @Test
    void the_menu_of_a_desk_is_a_list_when_it_offers_more_than_three() {
        openWithMenuOf("a", "b", "c", "d");

        ana.textsTo(OURS, "hi");
        assertThat(ana.lastMessage()).hasList("Survey a", "Survey b", "Survey c", "Survey d");
        ana.picks("Survey c");

        assertThat(ana.lastMessage()).withBody("c first?").hasButtons("Small c", "Large c");
    }

    @Test
    void a_button_answers_its_own_survey_even_if_another_asked_last() {
        openWithoutMenu();
        ana.textsTo(OURS, "tea").textsTo(OURS, "coffee");
        assertThat(ana.lastMessage()).withBody("coffee first?");

        ana.taps("Large tea");

        assertThat(answer("tea", "first")).isEqualTo("large");
        assertThat(answer("coffee", "first")).isEqualTo("none");
    }

    @Test
    void a_button_of_a_survey_that_is_over_only_repeats_the_open_question() {
        openWithoutMenu();
        ana.textsTo(OURS, "tea").taps("Small tea").taps("Small tea");
        ana.textsTo(OURS, "coffee");

        ana.taps("Large tea");

        assertThat(ana.lastMessage()).withBody("coffee first?");
        assertThat(answer("coffee", "first")).isEqualTo("none");
        assertThat(answer("tea", "second")).isEqualTo("small");
    }

    @Test
    void a_button_of_an_invitation_answers_the_survey_that_invited() {
        openWithoutMenu();
        WhatsAppTemplates.of(surveys.get("coffee").survey()).apply(account.contents());
        twilio.advance(Duration.ofMinutes(10));
        surveys.get("coffee").start("whatsapp", Address.of(ana.number()), Invitation.plain());
        twilio.settle();
        ana.textsTo(OURS, "tea");

        ana.taps("Large coffee");

        assertThat(answer("coffee", "first")).isEqualTo("large");
        assertThat(answer("tea", "first")).isEqualTo("none");
    }
}
