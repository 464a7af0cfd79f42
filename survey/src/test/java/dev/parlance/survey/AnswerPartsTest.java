package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a call, what was not understood as a whole is asked for part by part. */
class AnswerPartsTest {
    private static final String STAY =
            "{'id':'stay','kind':'dateRange','latest':'2026-12-31'},{'id':'more','kind':'text'}";
    private static final String BUDGET =
            "{'id':'budget','kind':'shares','total':10,'options':['tea','coffee','juice']},{'id':'more','kind':'text'}";

    private static Survey survey(String language, String questions) {
        return Talk.survey(
                language,
                Map.of(
                        "stay", "When will you stay?",
                        "budget", "Share 10.",
                        "budget.tea", "Tea",
                        "budget.coffee", "Coffee",
                        "budget.juice", "Juice",
                        "more", "And now?",
                        "budget.unanswered", "nothing"),
                questions);
    }

    private static Input said(String words) {
        return Input.speech(words, 1);
    }

    @Test
    void two_days_are_asked_for_one_after_the_other() {
        Talk ana = Talk.byCall(survey("en", STAY));

        assertThat(ana.input(said("well let me see"))).isEqualTo("What is the first day?");
        assertThat(ana.input(Input.keys("05202026"))).isEqualTo("What is the last day?");
        assertThat(ana.input(said("may twenty fifth"))).isEqualTo("And now?");
        assertThat(ana.answer("stay")).isEqualTo("2026-05-20, 2026-05-25");
        assertThat(ana.session().answers().get("stay").inputMethod()).isEqualTo(Answer.InputMethod.SPEECH);
    }

    @Test
    void the_last_day_can_not_be_before_the_first() {
        Talk ana = Talk.byCall(survey("en", STAY));
        ana.input(said("well let me see"));
        ana.input(Input.keys("05202026"));

        assertThat(ana.input(Input.keys("05192026")))
                .startsWith("May 19, 2026 is too early.")
                .endsWith("What is the last day?");
        assertThat(ana.input(Input.keys("05202026"))).isEqualTo("And now?");
    }

    @Test
    void each_option_is_asked_for_and_the_last_gets_the_rest() {
        Talk ana = Talk.byCall(survey("en", BUDGET));

        assertThat(ana.input(said("well let me see"))).isEqualTo("How many for Tea? 10 are left.");
        assertThat(ana.input(Input.keys("4"))).isEqualTo("How many for Coffee? 6 are left.");
        assertThat(ana.input(said("seven")))
                .startsWith("7 is more than 6.")
                .endsWith("How many for Coffee? 6 are left.");
        assertThat(ana.input(said("five"))).isEqualTo("And now?");
        assertThat(ana.answer("budget")).isEqualTo("tea=4, coffee=5, juice=1");
    }

    @Test
    void back_asks_for_the_whole_again() {
        Talk ana = Talk.byCall(survey("en", BUDGET));
        ana.input(said("well let me see"));
        ana.input(Input.keys("4"));

        assertThat(ana.input(said("go back"))).isEqualTo("Share 10.");
        assertThat(ana.input(Input.keys("5*3*2"))).isEqualTo("And now?");
    }

    @Test
    void an_optional_question_can_be_skipped_in_the_middle() {
        Talk ana = Talk.byCall(survey("en", BUDGET.replace("'total'", "'optional':true,'total'")));
        ana.input(said("well let me see"));
        ana.input(Input.keys("4"));

        assertThat(ana.input(said("skip"))).isEqualTo("And now?");
        assertThat(ana.session().answers().get("budget").isGiven()).isFalse();
    }

    @Test
    void a_text_and_silence_do_not_start_parts() {
        assertThat(Talk.byText(survey("en", STAY)).text("well let me see"))
                .startsWith("Please answer with the first and");
        assertThat(Talk.byCall(survey("en", STAY)).input(Input.silence())).endsWith("When will you stay?");
    }

    @Test
    void after_too_many_attempts_the_question_is_unanswered() {
        Talk ana = Talk.byCall(survey("en", STAY));
        ana.input(said("well let me see"));
        ana.input(said("hm"));

        assertThat(ana.input(said("hm"))).isEqualTo("And now?");
        assertThat(ana.session().answers().get("stay").isGiven()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"es", "fr", "de", "pt", "ar", "hi", "zh"})
    void parts_are_asked_for_in_each_language(String language) {
        assertThat(Talk.byCall(survey(language, BUDGET)).input(said("zzz"))).contains("Tea", "10");
        assertThat(Talk.byCall(survey(language, STAY)).input(said("zzz")))
                .isNotBlank()
                .doesNotContain("When");
    }
}
