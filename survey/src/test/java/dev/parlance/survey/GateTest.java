package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that decide who may take part. */
class GateTest {
    private static final Map<String, String> PROMPTS =
            Map.of("consent", "Do you agree?", "adult", "Are you 18?", "age", "How old are you?");

    private static final String AGE = ",{'id':'age','kind':'number'}";

    private static Survey survey(String questions) {
        return Talk.survey("en", PROMPTS, questions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'consent','kind':'yesNo','next':[{'when':{'answer':'consent','is':'no'},'to':'refuse'}]}",
                "{'id':'consent','kind':'yesNo','next':[{'when':{'answer':'consent','is':'no'},'to':'screenOut'}]}",
                "{'id':'consent','kind':'yesNo','attempts':{'most':3},"
                        + "'next':[{'when':{'answer':'consent','is':'no'},'to':'end'}]}",
                "{'id':'consent','kind':'yesNo'},{'id':'adult','kind':'yesNo','when':{'answer':'consent','is':'yes'},"
                        + "'next':[{'when':{'answer':'adult','is':'no'},'to':'screenOut'}]}"
            })
    void a_gate_without_an_answer_lets_nobody_in(String gate) {
        Talk ana = Talk.byText(survey(gate + AGE));

        ana.text("mumble");
        ana.text("mumble");
        String last = ana.text("mumble");

        assertThat(last).contains("we cannot go on without it").doesNotContain("How old");
        assertThat(ana.session().isOver()).isTrue();
        assertThat(ana.session().progress().disposition()).isEqualTo(Disposition.UNKNOWN_ELIGIBILITY);
    }

    @Test
    void a_gate_whose_jump_holds_without_an_answer_follows_it() {
        Talk ana = Talk.byText(survey("{'id':'consent','kind':'yesNo',"
                + "'next':[{'when':{'not':{'answer':'consent','is':'yes'}},'to':'refuse'}]}" + AGE));

        ana.text("mumble");
        ana.text("mumble");
        ana.text("mumble");

        assertThat(ana.session().progress().disposition()).isEqualTo(Disposition.REFUSED);
    }

    @Test
    void a_gate_that_says_skip_is_skipped_and_warned_of() {
        Survey survey = survey("{'id':'consent','kind':'yesNo','attempts':{'most':1,'then':'skip'},"
                + "'next':[{'when':{'answer':'consent','is':'no'},'to':'refuse'}]}" + AGE);

        assertThat(Talk.byText(survey).text("mumble")).contains("How old are you?");
        assertThat(survey.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.toString()).startsWith("talk.json:1: questions[0].attempts says \"skip\"");
            assertThat(warning.what()).contains("decides who may take part");
        });
    }

    @Test
    void any_other_question_is_skipped_after_its_attempts() {
        Talk ana = Talk.byText(survey("{'id':'age','kind':'number'},{'id':'adult','kind':'yesNo'}"));

        ana.text("mumble");
        ana.text("mumble");

        assertThat(ana.text("mumble")).contains("Are you 18?");
    }
}
