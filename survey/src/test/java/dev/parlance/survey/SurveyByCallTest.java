package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Rules;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.WebhookResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys by call. */
class SurveyByCallTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_person_takes_over_after_too_many_attempts() {
        shop.open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.rating("taste", 1, 5).withAttempts(Attempts.thenHandOver(2, "+15005550111")))
                .build());
        FakeCall call = ana.calls(App.NUMBER);

        call.says("what").hears("Please answer with a number from 1 to 5.").hears("How was the coffee");
        call.staysSilent().hears("I am connecting you with somebody.");
        twilio.settle();
        twilio.phone("+15005550111").answers();
        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.BROKE_OFF);
    }

    @Test
    void silence_repeats_the_question_and_never_restarts() {
        shop.open(Coffee.survey().build());
        FakeCall call = ana.calls(App.NUMBER);
        call.hears("How was the coffee")
                .presses("4")
                .hears("Would you come again?")
                .hears("Press 1 for yes");

        call.staysSilent().hears("I did not hear anything").hears("Would you come again?");
        call.presses("#").hears("Would you come again?");
        call.presses("*").hears("To hear the question again, press 1.");
        call.presses("2").hears("How was the coffee");
        call.presses("5").hears("Would you come again?");
        call.says("yes").hears("Thank you. Goodbye.");

        assertThat(shop.answer(PERSON, "taste")).isEqualTo("5");
        assertThat(shop.answer(PERSON, "again")).isEqualTo("yes");
    }

    @Test
    void the_pound_key_repeats_a_question_whose_answer_can_have_several_digits() {
        shop.open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.number("taste", 1, 100))
                .build());
        FakeCall call = ana.calls(App.NUMBER).hears("How was the coffee");

        call.presses("#").hears("How was the coffee");
        call.presses("12#").hears("Thank you. Goodbye.");

        assertThat(call).didNotHear("I did not hear");
        assertThat(shop.answer(PERSON, "taste")).isEqualTo("12");
    }

    @Test
    void a_dropped_call_continues_by_text_and_by_another_call() {
        shop.open(Coffee.survey().build());
        ana.calls(App.NUMBER).presses("2").hears("Why?").hangsUp();

        ana.texts("hello").receives("Welcome back.\n\nWhy?");
        ana.texts("too cold").receives("Would you come again?");
        ana.calls(App.NUMBER)
                .hears("Welcome back.")
                .hears("Would you come again?")
                .presses("2")
                .hears("Thank you.");

        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(shop.session(PERSON).answers().get("why").channel()).isEqualTo(Channel.TEXT);
        assertThat(shop.session(PERSON).answers().get("again").channel()).isEqualTo(Channel.VOICE);
    }

    @Test
    void another_application_takes_over_after_too_many_attempts_on_either_channel() {
        twilio.mount(
                "https://people.example",
                request -> request.formParameters().first("CallSid").isPresent()
                        ? WebhookResponse.of(VoiceTwiml.create().say("People here."))
                        : WebhookResponse.of(MessageTwiml.reply("People here, in writing.")));
        shop.open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.rating("taste", 1, 5).withAttempts(Attempts.thenHandOver(1, "https://people.example/")))
                .build());

        ana.calls(App.NUMBER)
                .says("what")
                .hears("I am connecting you with somebody.")
                .hears("People here.");
        FakePhone ben = twilio.phone("+15005550009");
        ben.texts("hi").receives("How was the coffee");
        ben.texts("what").receives("Somebody will get in touch with you.").receives("People here, in writing.");
    }

    @Test
    void a_caller_who_hangs_up_at_the_menu_can_answer_by_text() {
        shop.open(Coffee.survey().build());
        ana.calls(App.NUMBER)
                .presses("*")
                .hears("To hear the question again, press 1.")
                .hangsUp();

        ana.texts("4").receives("Would you come again?");
    }

    @Test
    void a_recorded_answer_is_transcribed() {
        shop.open(Survey.builder("coffee")
                .prompts(Coffee.PROMPTS)
                .opening(OpeningStyle.GUESS)
                .ask(Question.text("why").recordedOnCalls(), Question.yesNo("again"))
                .build());
        FakeCall call = ana.calls(App.NUMBER);

        call.hears("Why?")
                .hears("Please speak after the tone")
                .says("it was cold")
                .hears("Would you come again?");
        twilio.settle();

        assertThat(shop.session(PERSON).answers().get("why").recording()).isPresent();
        assertThat(shop.answer(PERSON, "why")).isEqualTo("it was cold");
        call.presses("1").hears("Thank you.");
    }

    @Test
    void an_uncertain_speech_answer_needs_confirmation() {
        shop.open(Coffee.survey().build());
        FakeCall call = ana.calls(App.NUMBER);

        call.says("five", 0.3).hears("I understood: 5. Is that right?");
        call.says("no").hears("How was the coffee");
        call.says("four", 0.3).hears("I understood: 4.").presses("1").hears("Would you come again?");

        assertThat(shop.answer(PERSON, "taste")).isEqualTo("4");
    }

    @Test
    void the_recognizer_and_the_reading_count_together() {
        shop.open(Coffee.survey().build());
        FakeCall call = ana.calls(App.NUMBER);

        call.says("i would say five", 0.52).hears("I understood: 5. Is that right?");
        call.says("no").hears("How was the coffee");
        call.says("five", 0.52).hears("Would you come again?");

        assertThat(shop.answer(PERSON, "taste")).isEqualTo("5");
    }

    @Test
    void a_likely_answer_is_said_back_whatever_confidence_the_survey_asks_for() {
        shop.open(Coffee.survey().rules(Rules.DEFAULT.withConfidence(0)).build());

        ana.calls(App.NUMBER).says("for", 1).hears("Did you mean 4?");
    }

    @Test
    void an_answered_call_runs_the_survey() {
        shop.open(Coffee.survey().build());
        shop.surveys().start(Channel.VOICE, Address.of(PERSON), Invitation.in("es-MX"));
        twilio.settle();

        ana.answers()
                .hears("¿Cómo estuvo el café")
                .presses("4")
                .hears("¿Volvería?")
                .says("sí")
                .hears("Gracias.");

        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void a_call_answered_by_voicemail_counts_as_missed() {
        shop.open(Coffee.survey().build());
        shop.surveys().start(Channel.VOICE, Address.of(PERSON), Invitation.in("en"));
        twilio.settle();

        ana.answers()
                .hears("How was the coffee")
                .staysSilent()
                .staysSilent()
                .staysSilent()
                .hears("Goodbye");
        twilio.settle();

        assertThat(shop.session(PERSON).disposition()).isEqualTo(Disposition.NOT_STARTED);
        assertThat(shop.session(PERSON).contact().calls()).isEqualTo(1);
        assertThat(shop.session(PERSON).contact().claim()).as("another call").isPresent();
    }
}
