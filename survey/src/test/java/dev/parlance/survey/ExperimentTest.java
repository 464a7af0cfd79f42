package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.results.ArmStatistics;
import dev.parlance.survey.results.ArmSummary;
import dev.parlance.survey.results.Summary;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys that assign people to the arms of an experiment. */
class ExperimentTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private static final Map<String, String> PROMPTS = Map.of(
            "member", "Are you a member?",
            "arm.short", "the short one",
            "brief", "Tea?",
            "full", "This is {arm}. Would you like a cup of tea?",
            "taste", "How was it, 1 to 5?",
            "pause", "See you tomorrow.",
            "goodbye", "Goodbye.");

    private static final String QUESTIONS = """
            {"id": "member", "kind": "yesNo"},
            {"id": "arm", "kind": "assign", "arms": %s},
            {"id": "brief", "kind": "yesNo", "when": {"answer": "arm", "is": "short"}},
            {"id": "full", "kind": "yesNo", "when": {"answer": "arm", "is": "long"}},
            {"id": "taste", "kind": "rating", "least": 1, "most": 5}
            """;

    private static Survey survey(String arms, String settings) {
        return surveyOf(settings, QUESTIONS.formatted(arms));
    }

    private static Survey surveyOf(String settings, String questions) {
        Map<String, String> prompts = new HashMap<>(PROMPTS);
        prompts.put("arm.long", "the long one");
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"goodbye\": \"goodbye\", " + settings + "\"questions\": ["
                        + questions + "]}",
                Prompts.of(Map.of("en", prompts)));
    }

    private static String number(int i) {
        return "+1500555%04d".formatted(1000 + i);
    }

    private FakePhone start(int i, String member) {
        FakePhone phone = twilio.phone(number(i));
        phone.texts("hi").receives("Are you a member?");
        return phone.texts(member);
    }

    private String arm(int i) {
        return shop.answer(number(i), "arm");
    }

    private Map<String, Integer> arms(int people) {
        Map<String, Integer> arms = new TreeMap<>();
        for (int i = 0; i < people; i++) {
            arms.merge(arm(i), 1, Integer::sum);
        }
        return arms;
    }

    @Test
    void the_arm_decides_what_a_person_is_asked_and_prompts_can_say_it() {
        shop.open(survey("[\"short\", \"long\"]", ""));

        for (int i = 0; i < 8; i++) {
            String asked = start(i, "yes").receives().body();
            assertThat(asked)
                    .isEqualTo(arm(i).equals("short") ? "Tea?" : "This is the long one. Would you like a cup of tea?");
        }
        assertThat(arms(8)).containsOnlyKeys("short", "long");
    }

    @Test
    void by_call_it_is_the_same_arm_as_by_text() {
        shop.open(survey("[\"short\", \"long\"]", ""));
        String asked = start(3, "yes").receives().body();

        twilio.phone(number(3)).calls(App.NUMBER).hears(asked).presses("1").hears("How was it");
    }

    @Test
    void neither_back_nor_restart_changes_the_arm() {
        for (String balanced : List.of("", ", \"balanced\": true")) {
            shop.open(survey("[\"short\", \"long\"]" + balanced, ""));
            FakePhone ana = start(0, "yes");
            String asked = ana.receives().body();
            ana.texts("back").receives("Are you a member?").texts("no").receives(asked);
            ana.texts("restart").receives("Are you a member?").texts("no").receives(asked);
            shop.surveys().restart(Address.of(number(0)), Surveys.EarlierAnswers.ERASE);
            start(0, "yes").receives(asked);
            shop.surveys().restart(Address.of(number(0)), Surveys.EarlierAnswers.ERASE);
            shop.close();
        }
    }

    @Test
    void arms_are_drawn_by_their_weights() {
        Assignment drawn = (Assignment)
                survey("{\"short\": 3, \"long\": 1}", "").question("arm").orElseThrow();
        shop.open(surveyOf(
                "",
                "{\"id\": \"arm\", \"kind\": \"assign\", \"arms\": {\"short\": 3, \"long\": 1}},"
                        + "{\"id\": \"taste\", \"kind\": \"rating\", \"least\": 1, \"most\": 5}"));

        for (int i = 0; i < 80; i++) {
            twilio.phone(number(i)).texts("hi").receives("How was it");
        }

        assertThat(drawn.arms()).containsEntry("short", 3);
        assertThat(arms(80).get("short")).isBetween(50, 70);
    }

    @Test
    void balanced_arms_are_equal_within_each_quota() {
        shop.open(survey("[\"short\", \"long\"], \"balanced\": true", """
                "quotas": [{"name": "members", "when": {"answer": "member", "is": "yes"}, "limit": 9}],
                """));

        for (int i = 0; i < 12; i++) {
            start(i, i < 6 ? "yes" : "no").receives("ea?");
        }

        assertThat(arms(6)).containsEntry("short", 3).containsEntry("long", 3);
        assertThat(arms(12)).containsEntry("short", 6).containsEntry("long", 6);
    }

    @Test
    void balanced_arms_keep_to_their_weights() {
        shop.open(survey("{\"short\": 2, \"long\": 1}, \"balanced\": true", ""));

        for (int i = 0; i < 9; i++) {
            start(i, "yes").receives("ea?");
        }

        assertThat(arms(9)).containsEntry("short", 6).containsEntry("long", 3);
    }

    @Test
    void people_who_answer_at_the_same_time_are_balanced_too() {
        shop.open(survey("[\"short\", \"long\"], \"balanced\": true", ""));
        List<Runnable> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            FakePhone phone = twilio.phone(number(i));
            people.add(() -> phone.texts("hi").texts("yes"));
        }

        twilio.concurrently(people.toArray(Runnable[]::new));

        assertThat(arms(6)).containsEntry("short", 3).containsEntry("long", 3);
    }

    @Test
    void a_survey_that_waits_can_assign_an_arm_when_it_goes_on_by_itself() {
        shop.open(surveyOf("", """
                {"id": "member", "kind": "yesNo"},
                {"id": "pause", "kind": "wait", "for": "PT24H"},
                {"id": "arm", "kind": "assign", "arms": ["short", "long"], "balanced": true},
                {"id": "taste", "kind": "rating", "least": 1, "most": 5}
                """));
        FakePhone ana = start(0, "yes");
        ana.receives("See you tomorrow.");

        twilio.advance(Duration.ofHours(25));
        shop.surveys().runDue();

        ana.receives("How was it");
        assertThat(arm(0)).isIn("short", "long");
    }

    @Test
    void an_invitation_can_need_an_arm_and_then_a_request_in_one_turn() {
        List<String> arms = new ArrayList<>();
        RequestFunction coupon = (session, key) -> {
            arms.add(session.answer("arm").orElseThrow().text());
            return RequestResult.ok(Map.of());
        };
        Survey survey = surveyOf("", """
                {"id": "arm", "kind": "assign", "arms": ["short", "long"], "balanced": true},
                {"id": "coupon", "kind": "request", "function": "coupon"},
                {"id": "taste", "kind": "rating", "least": 1, "most": 5, "when": {"answer": "coupon", "is": "ok"}}
                """);
        shop.open(survey, settings -> settings.function("coupon", coupon));

        for (int i = 0; i < 2; i++) {
            shop.surveys().start(Channel.TEXT, Address.of(number(i)), Invitation.plain());
            twilio.phone(number(i)).receives("How was it");
        }

        assertThat(arms).containsExactlyInAnyOrder("short", "long");
        assertThat(arms(2)).isEqualTo(Map.of("short", 1, "long", 1));
    }

    @Test
    void the_summary_shows_figures_by_arm() {
        shop.open(survey("[\"short\", \"long\"], \"balanced\": true", ""));
        for (int i = 0; i < 8; i++) {
            FakePhone phone = start(i, "yes");
            phone.receives("ea?").texts("yes").receives("How was it");
            if (i < 6) {
                phone.texts(arm(i).equals("short") ? (i % 2 == 0 ? "4" : "5") : "2")
                        .receives("Goodbye.");
            }
        }

        Summary summary = shop.surveys().results().summary();
        ArmSummary brief = summary.experiments().get("arm").get("short");
        ArmSummary full = summary.experiments().get("arm").get("long");

        assertThat(summary.experiments().get("arm")).containsOnlyKeys("short", "long");
        assertThat(brief.people() + full.people()).isEqualTo(8);
        assertThat(brief.people()).isEqualTo(4);
        assertThat(brief.questions()).containsOnlyKeys("brief", "full", "taste");
        assertThat(brief.questions().get("full").answers()).isZero();
        ArmStatistics taste = full.questions().get("taste");
        assertThat(taste.answers()).isEqualTo(3);
        assertThat(taste.counts()).containsEntry("2", 3).containsEntry("4", 0);
        assertThat(taste.mean().orElseThrow().value()).isEqualByComparingTo("2");
        assertThat(taste.shares().get("2").low()).isEqualByComparingTo("43.9");
        assertThat(brief.completed().orElseThrow().value()).isEqualByComparingTo("75");
        assertThat(summary.toJson())
                .contains("\"experiments\" : {")
                .contains("\"people\" : 4")
                .contains("\"low\" : 43.9");
    }

    @Test
    void problems_of_an_experiment_are_found_when_the_survey_loads() {
        assertThatThrownBy(() -> survey("[\"short\"]", ""))
                .hasMessageContaining("s.json:2: questions[1].arms needs 2 to 50 arms");
        assertThatThrownBy(() -> survey("[\"short\", \"long\", \"short\"]", ""))
                .hasMessageContaining("questions[1].arms lists an arm twice");
        assertThatThrownBy(() -> survey("{\"short\": 0, \"long\": 1}", ""))
                .hasMessageContaining("questions[1].arms.short must be a whole number from 1 to 1000");
        assertThatThrownBy(() -> survey("[\"short\", \"other one\"]", ""))
                .hasMessageContaining("questions[1].arms has the arm \"other one\"");
        assertThatThrownBy(() -> survey("[\"short\", \"medium\"]", "")).hasMessageContaining("\"long\"");
        assertThatThrownBy(() -> surveyOf(
                        "",
                        "{\"group\": \"g\", \"repeat\": {\"times\": 2}, \"questions\": ["
                                + "{\"id\": \"arm\", \"kind\": \"assign\", \"arms\": [\"a\", \"b\"]},"
                                + "{\"id\": \"taste\", \"kind\": \"rating\", \"least\": 1, \"most\": 5}]}"))
                .hasMessageContaining("questions[0].questions[0] assigns an arm in a group that is repeated");
    }

    @Test
    void an_experiment_is_written_as_it_was_read() {
        for (String arms : List.of("[\"short\", \"long\"]", "{\"short\": 2, \"long\": 1}, \"balanced\": true")) {
            Survey survey = survey(arms, "");
            Survey again = Survey.fromJson(survey.toJson());
            assertThat(again.groups()).isEqualTo(survey.groups());
            assertThat(again.revision()).isEqualTo(survey.revision());
        }
    }
}
