package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An option such as "other", which people say in words. */
class SpecifyTest {
    private static final Map<String, String> PROMPTS = Map.of(
            "drink", "What did you drink?",
            "drink.tea", "Tea",
            "drink.other", "Something else",
            "drink.other.specify", "What was it?",
            "again", "Will you have {drink} again?",
            "size", "How large was it?",
            "size.small", "Small",
            "size.large", "Large");

    private static final String OPTIONS = "'options':['tea',{'id':'other','specify':true}]";
    private static final String DRINK = "{'id':'drink','kind':'choice'," + OPTIONS + "},";
    private static final String AGAIN = "{'id':'again','kind':'yesNo'}";
    private static final String ASKED_AGAIN = "Will you have Mango lassi again?";

    private static final Survey SURVEY = Talk.survey("en", PROMPTS, DRINK + AGAIN);

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @Test
    void other_is_asked_in_words_and_the_words_stand_for_it() {
        Talk talk = Talk.byText(SURVEY);

        assertThat(talk.text("2")).isEqualTo("What was it?");
        assertThat(talk.session().answers()).isEmpty();
        assertThat(talk.text("Mango lassi")).isEqualTo(ASKED_AGAIN);
        assertThat(talk.session().answers().get("drink").value())
                .isEqualTo(Value.of("other").withSpecified("Mango lassi"));
    }

    @Test
    void another_option_is_not_asked_in_words() {
        assertThat(Talk.byText(SURVEY).text("1")).isEqualTo("Will you have Tea again?");
    }

    @Test
    void back_leads_from_the_words_to_the_options_and_forgets_the_choice() {
        Talk talk = Talk.byText(SURVEY);
        talk.text("2");

        assertThat(talk.text("back")).isEqualTo("What did you drink? 1. Tea 2. Something else");
        assertThat(talk.text("1")).isEqualTo("Will you have Tea again?");
        assertThat(talk.text("back")).isEqualTo("What did you drink? 1. Tea 2. Something else");
        talk.text("2");
        assertThat(talk.text("Mango lassi")).isEqualTo(ASKED_AGAIN);
    }

    @Test
    void commands_and_reminders_ask_for_the_words_again() {
        Talk talk = Talk.byText(SURVEY);
        talk.text("2");

        assertThat(talk.text("repeat")).isEqualTo("What was it?");
        assertThat(talk.text("hello")).isEqualTo("What was it?");
        assertThat(talk.text("skip")).isEqualTo("This question needs an answer. What was it?");
        assertThat(talk.input(Input.contact())).isEqualTo("What was it?");
        assertThat(talk.text("stop texting me")).startsWith("Do you want to stop receiving messages");
        assertThat(talk.text("no")).contains("again?");
    }

    @Test
    void on_a_call_the_words_are_spoken_and_uncertain_ones_said_back() {
        Talk talk = Talk.byCall(SURVEY);

        assertThat(talk.input(Input.keys("2"))).isEqualTo("What was it?");
        assertThat(talk.input(Input.speech("Mango lassi", 0.3)))
                .isEqualTo("I understood: Mango lassi. Is that right? Press 1 for yes or 2 for no.");
        assertThat(talk.input(Input.speech("yes", 0.9))).startsWith(ASKED_AGAIN);
    }

    @Test
    void after_silence_the_choice_counts_without_words() {
        Talk talk = Talk.byCall(SURVEY);
        talk.input(Input.keys("2"));

        assertThat(talk.input(Input.silence())).isEqualTo("Sorry, I did not hear anything. What was it?");
        talk.input(Input.silence());
        assertThat(talk.input(Input.silence())).startsWith("Will you have Something else again?");
        assertThat(talk.answer("drink")).isEqualTo("other");
    }

    @Test
    void an_optional_question_can_do_without_words() {
        Survey survey = Talk.survey(
                "en",
                Map.of(
                        "drink", "What?",
                        "drink.tea", "Tea",
                        "drink.other", "Something else",
                        "drink.other.specify", "What was it?"),
                "{'id':'drink','kind':'choice','optional':true," + OPTIONS + "}");
        Talk talk = Talk.byText(survey);
        talk.text("2");

        assertThat(talk.text("skip")).isEqualTo("Thank you. Goodbye.");
        assertThat(talk.session().answers().get("drink").value()).isEqualTo(Value.of("other"));
    }

    @Test
    void words_can_be_asked_by_text_and_given_on_a_call() {
        shop.open(SURVEY);
        shop.ana().texts("hi").receives("What did you drink?");
        shop.ana().texts("2").receives("What was it?");

        shop.ana()
                .calls(App.NUMBER)
                .hears("Welcome back.")
                .hears("What was it?")
                .says("Mango lassi")
                .hears(ASKED_AGAIN);
    }

    @Test
    void among_several_options_the_words_stand_for_one() {
        Talk talk = Talk.byText(Talk.survey("en", PROMPTS, "{'id':'drink','kind':'choices'," + OPTIONS + "}," + AGAIN));

        assertThat(talk.text("1, 2")).isEqualTo("What was it?");
        assertThat(talk.text("Mango lassi")).isEqualTo("Will you have Tea, Mango lassi again?");
        assertThat(talk.answer("drink")).isEqualTo("tea, other");
    }

    @Test
    void a_group_for_each_option_names_it_by_the_words() {
        Survey survey = Talk.survey(
                "en",
                Map.of(
                        "drink", "What?",
                        "drink.tea", "Tea",
                        "drink.other", "Something else",
                        "drink.other.specify", "What was it?",
                        "taste", "How was {item}?"),
                "{'id':'drink','kind':'choices'," + OPTIONS + "},{'group':'each','repeat':{'forEach':'drink'},"
                        + "'questions':[{'id':'taste','kind':'rating','least':1,'most':5}]}");
        Talk talk = Talk.byText(survey);
        talk.text("1, 2");

        assertThat(talk.text("Mango lassi")).isEqualTo("How was Tea?");
        assertThat(talk.text("4")).isEqualTo("How was Mango lassi?");
    }

    @Test
    void words_are_offered_again_where_the_chosen_options_are() {
        Survey survey = Talk.survey(
                "en",
                Map.of(
                        "drink", "What?",
                        "drink.tea", "Tea",
                        "drink.other", "Something else",
                        "drink.other.specify", "What was it?",
                        "best", "Which was best?",
                        "why", "Why {best}?"),
                "{'id':'drink','kind':'choices'," + OPTIONS + "},"
                        + "{'id':'best','kind':'choice','optionsFrom':{'answer':'drink'}},{'id':'why','kind':'text'}");
        Talk talk = Talk.byText(survey);
        talk.text("1, 2");

        assertThat(talk.text("Mango lassi")).isEqualTo("Which was best? 1. Tea 2. Mango lassi");
        assertThat(talk.text("mango lassi")).isEqualTo("Why Mango lassi?");
    }

    @Test
    void results_have_the_option_and_the_words() {
        List<String> events = new ArrayList<>();
        shop.open(SURVEY, settings -> settings.on(SurveyEvent.Type.ANSWERED, event -> events.add(event.cloudEvent())));
        shop.ana().texts("hi").texts("2").texts("=Mango lassi").texts("yes");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        shop.surveys().results().csv(csv);
        shop.surveys().results().csvWithLabels(labels, "en");

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("drink,specified.drink,again")
                .contains("other,'=Mango lassi,yes");
        assertThat(labels.toString(StandardCharsets.UTF_8)).contains("other,'=Mango lassi,Something else,yes");
        assertThat(shop.surveys().results().json(Address.of(PERSON)).orElseThrow())
                .contains("\"specified\" : \"=Mango lassi\"");
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).contains("\"specified\":\"=Mango lassi\"");
        assertThat(shop.surveys()
                        .results()
                        .summary()
                        .questions()
                        .get("drink")
                        .all()
                        .counts())
                .isEqualTo(Map.of("other", 1));
    }
}
