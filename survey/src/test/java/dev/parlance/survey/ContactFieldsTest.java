package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys that set the fields and groups of a contact, and later ones that know them. */
class ContactFieldsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private static final Address ANA = Address.of(Shop.PERSON);

    private static final Map<String, String> PROMPTS = Map.ofEntries(
            Map.entry("choice", "Which plan?"),
            Map.entry("choice.free", "Free"),
            Map.entry("choice.gold", "Gold"),
            Map.entry("tried", "What did you try?"),
            Map.entry("tried.tea", "Tea"),
            Map.entry("tried.cake", "Cake"),
            Map.entry("stay", "Do you stay?"),
            Map.entry("spent", "How much did you spend?"),
            Map.entry("happy", "You are a {plan} customer. Happy?"),
            Map.entry("plan.gold", "golden"),
            Map.entry("plan.unanswered", "new"),
            Map.entry("free", "Why no plan?"),
            Map.entry("regular", "Visit {visits}. The same as always?"),
            Map.entry("visits.unanswered", "one"),
            Map.entry("dessert", "Cake again?"),
            Map.entry("pause", "See you tomorrow."),
            Map.entry("goodbye", "Goodbye."));

    private static Survey survey(String name, String questions) {
        return survey(name, "", questions);
    }

    private static Survey survey(String name, String settings, String questions) {
        return Survey.parse(
                name + ".json",
                "{\"name\": \"" + name + "\", \"opening\": \"guess\", \"goodbye\": \"goodbye\", " + settings
                        + "\"questions\": [" + questions + "]}",
                Prompts.of(Map.of("en", PROMPTS)));
    }

    private static final Survey SIGN_UP = survey("signUp", """
            {"id": "choice", "kind": "choice", "options": ["free", "gold"]},
            {"id": "tried", "kind": "choices", "options": ["tea", "cake"], "optional": true},
            {"id": "keep", "kind": "set", "contact": "plan", "to": {"answer": "choice"}},
            {"id": "keepTried", "kind": "set", "contact": "tried", "to": {"answer": "tried"}},
            {"id": "join", "kind": "set", "addTo": "members", "when": {"answer": "choice", "is": "gold"}},
            {"id": "stay", "kind": "yesNo"},
            {"id": "leave", "kind": "set", "removeFrom": "members", "when": {"answer": "stay", "is": "no"}}
            """);

    private static final Survey FOLLOW_UP = survey("followUp", """
            {"id": "plan", "kind": "compute", "value": {"contact": "plan"}},
            {"id": "happy", "kind": "yesNo", "when": {"contact": "plan", "is": "gold"}},
            {"id": "free", "kind": "text", "when": {"not": {"contact": "plan"}}},
            {"id": "dessert", "kind": "yesNo", "when": {"all": [{"contact": "tried", "in": ["cake"]}, {"inGroup": "members"}]}},
            {"id": "stay", "kind": "yesNo"}
            """);

    private ContactRecord contact() {
        return shop.surveys().contacts().of(ANA);
    }

    private String field(String name) {
        return contact().field(name).map(Value::text).orElse("");
    }

    @Test
    void by_text_a_later_survey_knows_what_an_earlier_one_has_set() {
        shop.open(SIGN_UP);
        FakePhone ana = shop.ana();
        ana.texts("hi").receives("Which plan?");
        ana.texts("gold").receives("What did you try?");
        ana.texts("tea and cake").receives("Do you stay?");

        assertThat(contact().isIn("members")).isTrue();
        assertThat(contact().field("tried").orElseThrow().parts()).containsExactly("tea", "cake");
        assertThat(shop.answer(Shop.PERSON, "keep")).isEqualTo("gold");
        assertThat(shop.answer(Shop.PERSON, "join")).isEqualTo("added");

        shop.open(FOLLOW_UP);
        ana.texts("hello").receives("You are a golden customer. Happy?");
        ana.texts("yes").receives("Cake again?");
    }

    @Test
    void a_field_can_hold_the_time_of_day() {
        shop.open(survey("lunch", "\"zone\": \"UTC\", ", """
                {"id": "in10", "kind": "set", "contact": "lunch", "to": {"minutesFromNow": 10}},
                {"id": "stay", "kind": "yesNo"}
                """));
        shop.ana().texts("hi").receives("Do you stay?");

        assertThat(field("lunch")).isEqualTo("12:10");
    }

    @Test
    void by_call_a_later_survey_knows_what_an_earlier_one_has_set() {
        shop.open(SIGN_UP);
        shop.ana().calls(App.NUMBER).hears("Which plan?").presses("2").hears("What did you try?");
        shop.ana()
                .calls(App.NUMBER)
                .hears("What did you try?")
                .presses("2#")
                .hears("Do you stay?")
                .presses("2");

        assertThat(field("plan")).isEqualTo("gold");
        assertThat(contact().groups()).isEmpty();

        shop.open(FOLLOW_UP);
        shop.ana()
                .calls(App.NUMBER)
                .hears("You are a golden customer. Happy?")
                .presses("1")
                .hears("Do you stay?");
    }

    @Test
    void a_person_without_a_contact_is_asked_as_a_new_one() {
        shop.open(FOLLOW_UP);

        shop.ana().texts("hi").receives("Why no plan?").texts("no idea").receives("Do you stay?");
    }

    @Test
    void an_application_reads_and_changes_contacts() {
        shop.open(FOLLOW_UP);
        Contacts contacts = shop.surveys().contacts();

        contacts.change(ANA, contact -> contact.withField("plan", "gold").withGroup("members"));
        shop.ana().texts("hi").receives("You are a golden customer. Happy?");
        contacts.change(ANA, contact -> contact.withoutField("plan").withoutGroup("members"));

        assertThat(Contacts.in(shop.store()).of(ANA)).isEqualTo(ContactRecord.EMPTY);
        assertThatThrownBy(() -> contacts.change(ANA, contact -> contact.withField("the plan", "gold")))
                .hasMessageContaining("is \"the plan\", but must start with a letter");
        assertThatThrownBy(() -> contacts.change(ANA, contact -> contact.withField("plan", "x".repeat(1001))))
                .hasMessageContaining("at most 1000 characters");
    }

    private static final Survey VISIT =
            survey("visit", "\"repeatable\": true, \"variables\": {\"calls\": \"0\"},", """
            {"id": "spent", "kind": "number", "least": 0, "most": 100},
            {"id": "total", "kind": "set", "contact": "total", "to": {"sum": [{"contact": "total"}, "spent"], "needs": 1}},
            {"id": "count", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}},
            {"id": "called", "kind": "set", "variable": "calls", "to": {"sum": [{"variable": "calls"}, 1]}},
            {"id": "visits", "kind": "compute", "value": {"contact": "visits"}, "type": "number"},
            {"id": "regular", "kind": "yesNo"}
            """);

    @Test
    void going_back_counts_nothing_twice_and_a_changed_answer_counts_once() {
        shop.open(VISIT);
        FakePhone ana = shop.ana();
        ana.texts("hi").receives("How much");
        ana.texts("5").receives("Visit 1. The same as always?");
        ana.texts("back").receives("How much");
        ana.texts("7").receives("Visit 1. The same as always?");
        ana.texts("restart").receives("How much");
        ana.texts("8").receives("Visit 1. The same as always?");
        ana.texts("yes").receives("Goodbye.");

        assertThat(field("visits")).isEqualTo("1");
        assertThat(field("total")).isEqualTo("8");
        assertThat(shop.session(Shop.PERSON).variables()).containsEntry("calls", "1");

        shop.surveys().restart(ANA, Surveys.EarlierAnswers.KEEP);
        ana.texts("hi").receives("How much").texts("2").receives("Visit 2. The same as always?");
        assertThat(field("total")).isEqualTo("10");
        assertThat(shop.session(Shop.PERSON).variables()).containsEntry("calls", "1");
    }

    @Test
    void two_texts_at_once_count_once_each_answer() {
        shop.open(VISIT);
        FakePhone ana = shop.ana();
        ana.texts("hi").receives("How much");

        twilio.concurrently(() -> ana.texts("5"), () -> ana.texts("6"), () -> ana.texts("7"));

        assertThat(field("visits")).isEqualTo("1");
        assertThat(field("total")).isEqualTo(shop.answer(Shop.PERSON, "spent"));
    }

    @Test
    void a_refusal_or_a_missing_answer_sets_nothing_and_an_empty_text_removes_a_field() {
        Map<String, String> prompts = new HashMap<>(PROMPTS);
        prompts.put("choice.refused", "None of your business");
        shop.open(Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "questions": [
                  {"id": "choice", "kind": "choice", "options": ["free", {"id": "refused", "value": 99, "refusal": true}]},
                  {"id": "keep", "kind": "set", "contact": "plan", "to": {"answer": "choice"}},
                  {"id": "clear", "kind": "set", "contact": "old", "to": ""},
                  {"id": "stay", "kind": "yesNo"}]}""", Prompts.of(Map.of("en", prompts))));
        shop.surveys()
                .contacts()
                .change(ANA, contact -> contact.withField("old", "x").withField("plan", "gold"));

        shop.ana().texts("hi").receives("Which plan?").texts("2").receives("Do you stay?");

        assertThat(contact().fields()).containsOnlyKeys("plan");
        assertThat(field("plan")).isEqualTo("gold");
        assertThat(shop.session(Shop.PERSON).answers()).doesNotContainKey("keep");
    }

    @Test
    void a_long_answer_is_cut() {
        shop.open(survey("s", """
                {"id": "free", "kind": "text"},
                {"id": "why", "kind": "set", "contact": "why", "to": {"text": "{free}!"}},
                {"id": "stay", "kind": "yesNo"}"""));

        shop.ana().texts("hi").receives("Why no plan?").texts("so ".repeat(500)).receives("Do you stay?");

        assertThat(field("why")).hasSize(ContactRecord.MAX_LENGTH).startsWith("so so");
    }

    @Test
    void each_round_of_a_group_sets_a_value_of_its_own() {
        shop.open(survey("s", """
                {"group": "days", "repeat": {"times": 2}, "questions": [
                  {"id": "spent", "kind": "number", "least": 0, "most": 100},
                  {"id": "total", "kind": "set", "contact": "total", "to": {"sum": [{"contact": "total"}, "spent"], "needs": 1}}]},
                {"id": "stay", "kind": "yesNo"}"""));
        FakePhone ana = shop.ana();

        ana.texts("hi")
                .receives("How much")
                .texts("5")
                .receives("How much")
                .texts("6")
                .receives("Do you stay?");

        assertThat(field("total")).isEqualTo("11");
        assertThat(shop.answer(Shop.PERSON, "days.1.total")).isEqualTo("5");
    }

    @Test
    void an_invitation_and_a_survey_that_goes_on_by_itself_know_and_set_the_contact() {
        shop.open(survey("s", """
                {"id": "first", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}},
                {"id": "spent", "kind": "number", "least": 0, "most": 100, "when": {"contact": "visits", "is": "1"}},
                {"id": "pause", "kind": "wait", "for": "PT24H"},
                {"id": "second", "kind": "set", "contact": "visits", "to": {"sum": [{"contact": "visits"}, 1], "needs": 1}},
                {"id": "happy", "kind": "yesNo", "prompt": "stay", "when": {"contact": "visits", "is": "2"}}"""));
        shop.surveys().start(Channel.TEXT, ANA, Invitation.plain());
        shop.ana().receives("How much did you spend?").texts("3").receives("See you tomorrow.");
        assertThat(field("visits")).isEqualTo("1");

        twilio.advance(Duration.ofHours(25));
        shop.surveys().runDue();

        shop.ana().receives("Do you stay?");
        assertThat(field("visits")).isEqualTo("2");
    }

    @Test
    void forgetting_a_person_erases_the_contact() {
        shop.open(SIGN_UP);
        shop.ana().texts("hi").texts("gold").texts("skip");
        assertThat(contact().isEmpty()).isFalse();

        assertThat(shop.surveys().forget(ANA)).isTrue();

        assertThat(contact().isEmpty()).isTrue();
        assertThat(shop.store().page("respondent", "", 10).get(0).json()).doesNotContain("gold", "plan", "signUp");
        shop.ana().texts("hi").texts("gold").texts("skip");
        assertThat(field("plan")).isEqualTo("gold");
    }

    @Test
    void erasing_the_answers_to_one_survey_keeps_the_contact() {
        shop.open(SIGN_UP);
        shop.ana().texts("hi").texts("gold").texts("skip");

        shop.surveys().restart(ANA, Surveys.EarlierAnswers.ERASE);

        assertThat(field("plan")).isEqualTo("gold");
    }

    @Test
    void results_have_what_was_set() throws IOException {
        shop.open(SIGN_UP);
        shop.ana().texts("hi").texts("gold").texts("skip").texts("yes");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();

        shop.surveys().results().csv(csv);

        assertThat(csv.toString(StandardCharsets.UTF_8).lines().toList())
                .first()
                .asString()
                .contains("keep,keepTried,join,stay,leave");
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("gold,,added,yes,");
    }

    @Test
    void problems_are_found_when_the_survey_loads() {
        for (List<String> each : List.of(
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"to\": 1}",
                        "questions[0] needs exactly one of \"variable\""),
                List.of("{\"id\": \"a\", \"kind\": \"set\", \"contact\": \"x\"}", "questions[0] needs \"to\""),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"addTo\": \"x\", \"to\": 1}",
                        "questions[0].to has no effect beside \"addTo\""),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"contact\": \"the plan\", \"to\": 1}",
                        "questions[0].contact is \"the plan\", but must start with a letter"),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"variable\": \"x\", \"to\": 1}",
                        "questions[0].variable refers to variable \"x\", which \"variables\" does not declare"),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"contact\": \"x\", \"to\": {\"answer\": \"z\"}}",
                        "questions[0].to refers to question \"z\", which does not exist"),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"contact\": \"x\", \"to\": {\"total\": [\"z\"]}}",
                        "questions[0].to needs one of sum"),
                List.of(
                        "{\"id\": \"a\", \"kind\": \"set\", \"contact\": \"x\", \"to\": {\"sum\": [\"z\"]}}",
                        "questions[0].to.sum refers to question \"z\", which does not exist"),
                List.of(
                        "{\"id\": \"pause\", \"kind\": \"wait\", \"until\": {\"contact\": \"x\"}}",
                        "questions[0].until must be an answer or a variable of this survey"))) {
            assertThatThrownBy(() -> survey("s", each.get(0))).as(each.get(0)).hasMessageContaining(each.get(1));
        }
    }

    @Test
    void a_definition_is_written_as_it_was_read() {
        for (Survey survey : List.of(SIGN_UP, FOLLOW_UP, VISIT)) {
            Survey again = Survey.fromJson(survey.toJson());
            assertThat(again.groups()).isEqualTo(survey.groups());
            assertThat(again.revision()).isEqualTo(survey.revision());
        }
    }
}
