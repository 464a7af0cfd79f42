package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.internal.ResultJson;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions for consent: yes or the end, with the wording kept. */
class ConsentTest {
    private static final String CONSENT = "{'id':'agree','kind':'consent'},{'id':'age','kind':'number'}";

    private static Survey survey(String language, String questions) {
        return Talk.survey(
                language,
                Map.of(
                        "agree",
                        "We keep your answers for a year. Do you agree?",
                        "agree.voice",
                        "Do you agree?",
                        "age",
                        "Age?"),
                questions);
    }

    @Test
    void after_a_yes_the_survey_continues_and_the_wording_is_kept() {
        Talk ana = Talk.byText(survey("en", CONSENT));

        assertThat(ana.text("I agree")).isEqualTo("Age?");
        assertThat(ana.answer("agree")).isEqualTo("yes");
        assertThat(ana.session().answers().get("agree").wording())
                .contains("We keep your answers for a year. Do you agree?");
        assertThat(ana.session().answers().get("agree").language()).isEqualTo("en");
    }

    @Test
    void the_wording_is_that_of_the_channel() {
        Talk ana = Talk.byCall(survey("en", CONSENT));

        ana.input(Input.keys("1"));

        assertThat(ana.session().answers().get("agree").wording()).contains("Do you agree?");
    }

    @Test
    void other_questions_keep_no_wording() {
        Talk ana = Talk.byText(survey("en", CONSENT));
        ana.text("yes");

        ana.text("44");

        assertThat(ana.session().answers().get("age").wording()).isEmpty();
    }

    @Test
    void the_wording_is_in_the_results() {
        Survey survey = survey("en", CONSENT);
        Talk ana = Talk.byText(survey);

        ana.text("yes");

        assertThat(ResultJson.of(survey, ana.session())
                        .at("/questions/0/wording")
                        .asText())
                .isEqualTo("We keep your answers for a year. Do you agree?");
    }

    @ParameterizedTest
    @CsvSource({"en,no", "es,no", "fr,non", "de,nein", "pt,não", "ar,لا", "hi,नहीं", "zh,不"})
    void a_no_declines_the_survey(String language, String no) {
        Talk ana = Talk.byText(survey(language, CONSENT));

        ana.text(no);

        assertThat(ana.session().disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(ana.answer("agree")).isEqualTo("no");
    }

    @Test
    void someone_who_gives_no_valid_answer_is_not_asked_further() {
        Talk ana = Talk.byText(survey("en", CONSENT));

        ana.text("what");
        ana.text("hm");
        ana.text("who are you");

        assertThat(ana.session().disposition()).isEqualTo(Disposition.UNKNOWN_ELIGIBILITY);
    }

    @Test
    void a_person_who_goes_back_can_withdraw() {
        Talk ana = Talk.byText(survey("en", CONSENT));
        ana.text("yes");
        ana.text("back");

        ana.text("no");

        assertThat(ana.session().disposition()).isEqualTo(Disposition.REFUSED);
    }

    @Test
    void a_consent_survives_a_round_trip_through_json() {
        Survey survey = survey("en", CONSENT);
        Survey again = Survey.fromJson(survey.toJson());

        assertThat(again.questions()).isEqualTo(survey.questions());
        assertThat(again.toJson()).isEqualTo(survey.toJson());
        assertThat(survey.question("agree")).contains(Question.consent("agree"));
    }

    @Test
    void a_consent_cannot_be_skipped() {
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> survey(
                        "en",
                        "{'id':'agree','kind':'consent',\n'optional':true,'attempts':{'most':2,'then':'skip'}},"
                                + "{'id':'age','kind':'number'}"));

        assertThat(e.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "talk.json:2: questions[0].optional is true, but a survey must not continue without the consent"
                                + " that it asks for",
                        "talk.json:2: questions[0].attempts skips, but a survey must not continue without the consent"
                                + " that it asks for");
    }
}
