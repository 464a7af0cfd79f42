package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that decide eligibility. */
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
    void an_unanswered_gate_ends_the_survey(String gate) {
        Talk ana = Talk.byText(survey(gate + AGE));

        ana.text("mumble");
        ana.text("mumble");
        String last = ana.text("mumble");

        assertThat(last).contains("we cannot go on without it").doesNotContain("How old");
        assertThat(ana.session().isOver()).isTrue();
        assertThat(ana.session().disposition()).isEqualTo(Disposition.UNKNOWN_ELIGIBILITY);
    }

    @Test
    void an_unanswered_gate_follows_a_jump_that_still_applies() {
        Talk ana = Talk.byText(survey("{'id':'consent','kind':'yesNo',"
                + "'next':[{'when':{'not':{'answer':'consent','is':'yes'}},'to':'refuse'}]}" + AGE));

        ana.text("mumble");
        ana.text("mumble");
        ana.text("mumble");

        assertThat(ana.session().disposition()).isEqualTo(Disposition.REFUSED);
    }

    @Test
    void a_gate_set_to_skip_is_skipped_with_a_warning() {
        Survey survey = survey("{'id':'consent','kind':'yesNo','attempts':{'most':1,'then':'skip'},"
                + "'next':[{'when':{'answer':'consent','is':'no'},'to':'refuse'}]}" + AGE);

        assertThat(Talk.byText(survey).text("mumble")).contains("How old are you?");
        assertThat(survey.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.toString()).startsWith("talk.json:1: questions[0].attempts says \"skip\"");
            assertThat(warning.message()).contains("decides who may take part");
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
