package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.testkit.ForEachTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys by text. */
class SurveyByTextTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_repeated_webhook_gets_the_first_reply_and_counts_once() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was the coffee");
        twilio.failNextWebhook("*/sms", WebhookFault.TWICE);

        ana.texts("4").receives("Would you come again?");

        assertThat(shop.session(PERSON).answers()).containsOnlyKeys("taste");
        assertThat(shop.session(PERSON).turn()).isEqualTo(2);
    }

    @Test
    void a_survey_can_have_every_answer_said_back_that_is_not_exact() {
        shop.open(Coffee.survey().rules(Rules.DEFAULT.withConfidence(1)).build());
        ana.texts("hi").receives("How was the coffee");

        ana.texts("i'd say 4").receives("I understood: 4. Is that right?");
        ana.texts("no").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
    }

    @Test
    void concurrent_texts_are_handled_one_after_the_other() {
        shop.open(Coffee.survey().build());
        ana.texts("hi");

        twilio.concurrently(() -> ana.texts("4"), () -> ana.texts("4"));

        assertThat(shop.session(PERSON).turn()).isEqualTo(3);
        assertThat(shop.answer(PERSON, "taste")).isEqualTo("4");
    }

    @Test
    void a_respondent_can_go_back_and_change_an_answer() {
        shop.open(Coffee.survey().build());
        ana.texts("hi");
        ana.texts("4").receives().body();

        ana.texts("back").receives("Would you");
        ana.receives("How was the coffee");
        ana.texts("2").receives("Why?");
        ana.texts("cold").receives("Would you come again?");

        assertThat(shop.answer(PERSON, "taste")).isEqualTo("2");
        assertThat(shop.session(PERSON).earlierAnswers())
                .extracting(Answer::question)
                .containsExactly("taste");
    }

    @Test
    void help_repeat_skip_and_restart_are_commands() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("Help!").receives("Reply BACK for the previous question");
        ana.texts("back").receives("There is no question before this one.\n\nHow was the coffee");
        ana.texts("Repeat").receives("How was the coffee");
        ana.texts("skip").receives("This question needs an answer.");
        ana.texts("4").receives("Would you come again?");
        ana.texts("restart").receives("How was the coffee");
        assertThat(shop.session(PERSON).answers()).isEmpty();
        assertThat(shop.session(PERSON).earlierAnswers()).hasSize(1);
    }

    @Test
    void the_reply_to_an_invalid_answer_depends_on_the_attempt() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("great").receives("Please answer with a number from 1 to 5.");
        ana.texts("97").receives("Just a number, please: 1, 2, 3, 4 or 5.");
        ana.texts("no idea").receives("Would you come again?");

        assertThat(shop.session(PERSON).answers().get("taste").inputMethod()).isEqualTo(Answer.InputMethod.SKIPPED);
    }

    @Test
    void a_respondent_can_change_the_language_in_the_middle() {
        shop.open(Coffee.survey().build());
        ana.texts("hi").receives("How was");

        ana.texts("español").receives("¿Cómo estuvo el café");
        ana.texts("dos").receives("¿Por qué?");
        ana.texts("frío").receives("¿Volvería?");
        ana.texts("English").receives("Would you come again?");

        assertThat(shop.session(PERSON).answers().get("taste").language()).isEqualTo("es-MX");
    }

    @Test
    void the_language_is_guessed_from_the_number_and_remembered() {
        shop.open(Coffee.survey().build());
        FakePhone luz = twilio.phone("+5215512345678");

        luz.texts("hola").receives("¿Cómo estuvo el café");
        luz.texts("english").receives("How was the coffee");

        App other = new App(twilio, another(), settings -> settings.store(shop.store()));
        luz.texts("hola").receives("How was the coffee");
        other.close();
    }

    private static Survey another() {
        return Survey.builder("another")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.rating("taste", 1, 5))
                .build();
    }

    @Test
    void one_text_can_contain_several_answers_if_allowed() {
        shop.open(Coffee.survey().rules(Rules.DEFAULT.withSeveralAnswers()).build());
        ana.texts("hi").receives("How was");

        ana.texts("2, too cold, maybe").receives("Please answer yes or no.");

        assertThat(shop.answer(PERSON, "taste")).isEqualTo("2");
        assertThat(shop.answer(PERSON, "why")).isEqualTo("too cold");
        assertThat(shop.session(PERSON).answers()).doesNotContainKey("again");
    }
}
