package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an answer and what does not. */
class AnsweringTest {
    private static final Map<String, String> PROMPTS = Map.of(
            "symptoms", "Which of these?",
            "symptoms.fever", "Fever",
            "symptoms.cough", "Cough",
            "symptoms.none", "None of these",
            "why", "Why?",
            "stars", "How many stars?",
            "where", "Where are you?",
            "thanks", "You said {why}.");

    private static Survey survey(String questions) {
        return Talk.survey("en", PROMPTS, questions);
    }

    @Test
    void an_exclusive_option_is_not_combined_with_others() {
        Survey survey = survey("{'id':'symptoms','kind':'choices',"
                + "'options':['fever','cough',{'value':'none','exclusive':true}]},{'id':'why','kind':'text'}");
        Talk ana = Talk.byText(survey);

        assertThat(ana.text("3, 1"))
                .isEqualTo("\"None of these\" can't be combined with other options. Please answer again."
                        + " 1. Fever 2. Cough 3. None of these");
        assertThat(ana.session().answers()).isEmpty();
        ana.text("3");
        assertThat(ana.answer("symptoms")).isEqualTo("none");
        assertThat(Survey.fromJson(survey.toJson()).questions()).isEqualTo(survey.questions());
    }

    @Test
    void only_multiple_choice_has_exclusive_options() {
        assertThatThrownBy(() -> survey(
                        "{'id':'symptoms','kind':'choice','options':['fever',{'value':'none','exclusive':true}]}"))
                .hasMessageContaining("questions[0].options[1].exclusive applies only to \"choices\"");
    }

    @Test
    void a_call_without_a_reaction_ends_after_one_question_and_counts_as_missed() {
        Talk voicemail = Talk.byCall(survey("{'id':'stars','kind':'number'},{'id':'why','kind':'text'}"));

        voicemail.input(Input.silence());
        voicemail.input(Input.silence());
        assertThat(voicemail.input(Input.silence())).contains("Goodbye");

        assertThat(voicemail.session().disposition()).isEqualTo(Disposition.NOT_STARTED);
        assertThat(voicemail.session().progress().stage()).isEqualTo(Stage.NEW);
        assertThat(voicemail.text("hello")).contains("How many stars?");
    }

    @Test
    void a_voicemail_in_the_middle_skips_no_question() {
        Talk ana = Talk.byText(survey("{'id':'stars','kind':'number'},{'id':'why','kind':'text'}"));
        ana.text("4");

        ana.input(Input.arrival());
        ana.input(Input.silence());
        ana.input(Input.silence());
        ana.input(Input.silence());

        assertThat(ana.session().isOver()).isFalse();
        assertThat(ana.session().answers()).containsOnlyKeys("stars");
        assertThat(ana.text("too sweet")).isEqualTo("Welcome back. Why?");
    }

    @Test
    void a_session_without_answers_is_not_completed() {
        Talk ana = Talk.byText(survey("{'id':'stars','kind':'number','optional':true}"));

        ana.text("skip");

        assertThat(ana.session().disposition()).isEqualTo(Disposition.PARTIAL);
    }

    @Test
    void the_first_text_after_a_call_does_not_answer_a_free_text_question() {
        Talk ana = Talk.byCall(survey("{'id':'stars','kind':'number'},{'id':'why','kind':'text'}"));
        ana.input(Input.keys("4"));

        assertThat(ana.text("too sweet")).isEqualTo("Welcome back. Why?");
        assertThat(ana.session().earlierAnswers())
                .extracting(Answer::inputMethod)
                .containsExactly(Answer.InputMethod.LATE);
        ana.text("too sweet");
        assertThat(ana.answer("why")).isEqualTo("too sweet");
    }

    @Test
    void a_greeting_is_not_an_answer() {
        Talk ana = Talk.byText(survey("{'id':'why','kind':'text'}"));

        assertThat(ana.text("Hello!")).isEqualTo("Why?");
        assertThat(ana.session().answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liked “Why?”",
                "Loved an image",
                "Laughed at “Why?”",
                "Emphasised “Why?”",
                "👍 to “Why?”",
                "❤️ to “Why?”",
                "Le gustó “¿Por qué?”",
                "A aimé « Pourquoi ? »",
                "Hat „Warum?“ mit „Gefällt mir“ markiert",
                "Gostou de “Por quê?”",
                "赞了“为什么？”"
            })
    void a_reaction_is_not_an_answer_and_gets_no_reply(String reaction) {
        Talk ana = Talk.byText(survey("{'id':'why','kind':'text'}"));

        assertThat(ana.text(reaction)).isEmpty();
        assertThat(ana.session().answers()).isEmpty();
        assertThat(ana.session().progress().attempts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Liked the coffee", "It was “ok”", "I liked “Espresso” most, and the rest not", "👍"})
    void a_text_that_resembles_a_reaction_is_an_answer(String text) {
        Talk ana = Talk.byText(survey("{'id':'why','kind':'text'}"));

        ana.text(text);

        assertThat(ana.answer("why")).isEqualTo(text);
    }

    @Test
    void a_text_sent_before_the_question_does_not_answer_it_whatever_the_clocks_say() {
        Talk ana = Talk.byText(survey("{'id':'stars','kind':'number'},{'id':'why','kind':'text'}"));
        int turn = ana.session().turn();
        ana.text("4");

        assertThat(ana.input(Input.text("because"), turn)).contains("That came before this question was asked.");
        ana.input(Input.text("because"), ana.session().turn());
        assertThat(ana.answer("why")).isEqualTo("because");
    }

    @Test
    void a_prompt_with_an_optional_answer_needs_a_text_for_a_missing_one() {
        String questions = "{'id':'why','kind':'text','optional':true},{'id':'thanks','kind':'statement'}";

        assertThatThrownBy(() -> survey(questions))
                .hasMessageContaining(
                        "{why}, but that question may have no answer. Add the prompt \"why.unanswered\" to en");
        Survey fixed = Talk.survey(
                "en", Map.of("why", "Why?", "why.unanswered", "nothing", "thanks", "You said {why}."), questions);
        assertThat(Talk.byText(fixed).text("skip")).startsWith("You said nothing.");
    }

    @Test
    void a_prompt_with_a_certain_answer_needs_no_text_for_a_missing_one() {
        Survey survey = survey("{'id':'why','kind':'text','optional':true},"
                + "{'id':'thanks','kind':'statement','when':{'answered':'why'}}");

        assertThat(survey.warnings()).isEmpty();
    }

    @Test
    void the_jump_of_a_question_that_the_channel_cannot_ask_still_applies() {
        Survey survey =
                survey("{'id':'stars','kind':'number','next':[{'when':{'answer':'stars','atLeast':5},'to':'why'}]},"
                        + "{'id':'where','kind':'location','next':'end'},"
                        + "{'id':'why','kind':'text'}");

        assertThat(Talk.byText(survey).text("4")).contains("Goodbye");
    }
}
