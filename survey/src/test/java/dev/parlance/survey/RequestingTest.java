package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.session.Disposition;
import dev.parlance.testkit.ForEachTest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A survey that asks other servers, and functions of the application. */
class RequestingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @RegisterExtension
    final StandIn api = new StandIn();

    private final FakePhone ana = shop.ana();

    private static Survey survey(String questions, String... more) {
        Map<String, String> prompts = new HashMap<>(Map.of(
                "drink", "Which drink?",
                "many", "How many?",
                "none", "Sorry, we have no more.",
                "some", "We have {left} left.",
                "last", "Anything else?",
                "goodbye", "Goodbye."));
        for (int i = 0; i < more.length; i += 2) {
            prompts.put(more[i], more[i + 1]);
        }
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"goodbye\": \"goodbye\", \"questions\": [" + questions
                        + "]}",
                Prompts.of(Map.of("en", prompts)));
    }

    private void open(Survey survey) {
        Requests requests = Requests.allowing(HttpClient.newHttpClient(), "localhost")
                .withSecret("stockKey", Secret.of("for-the-stand-in"))
                .withPrivateAddresses();
        shop.open(survey, settings -> settings.requests(requests));
    }

    private String answer(String question) {
        return shop.answer(Shop.PERSON, question);
    }

    private String stock() {
        return """
                {"id": "drink", "kind": "text"},
                {"id": "stock", "kind": "request", "url": "%s/stock/{drink}?for={respondent}", "secret": "stockKey"},
                {"id": "left", "kind": "result", "of": "stock", "at": "/items/0/left", "type": "number"},
                {"id": "none", "kind": "statement", "when": {"answer": "left", "atMost": 0}, "next": "end"},
                {"id": "some", "kind": "statement", "when": {"answer": "left", "moreThan": 0}},
                {"id": "last", "kind": "text"}
                """.formatted(api.url());
    }

    @Test
    void a_value_of_the_reply_is_said_by_text() {
        api.replies(200, "{\"items\": [{\"left\": 7}]}");
        open(survey(stock(), "some.unanswered", "some"));

        ana.texts("hi").receives("Which drink?").texts("a/b tea?").receives("We have 7 left.\n\nAnything else?");

        assertThat(api.lines()).containsExactly("GET /stock/a%2Fb%20tea%3F?for=%2B15005550006");
        assertThat(api.received().get(0).authorization()).isEqualTo("Bearer for-the-stand-in");
        assertThat(answer("stock")).isEqualTo("ok");
        assertThat(answer("left")).isEqualTo("7");
        assertThat(shop.store().page("session:s", "", 1).get(0).json()).doesNotContain("for-the-stand-in");
    }

    @Test
    void a_value_of_the_reply_decides_what_follows_on_a_call() {
        api.replies(200, "{\"items\": [{\"left\": 0}]}");
        open(survey(stock()));

        ana.calls(App.NUMBER)
                .hears("Which drink?")
                .says("tea")
                .hears("Sorry, we have no more.")
                .hears("Goodbye.");

        assertThat(shop.session(Shop.PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void a_lookup_is_repeated_if_what_it_depends_on_has_changed_and_only_then() {
        api.replies(request -> new StandIn.Response(
                200, request.line().contains("tea") ? "{\"items\": [{\"left\": 7}]}" : "{\"items\": [{\"left\": 3}]}"));
        open(survey(stock()));

        ana.texts("hi").receives("Which drink?").texts("tea").receives("We have 7 left.");
        ana.texts("back").receives("Which drink?").texts("tea").receives("We have 7 left.");
        assertThat(api.lines()).hasSize(1);
        ana.texts("back").receives("Which drink?").texts("milk").receives("We have 3 left.");

        assertThat(api.lines()).hasSize(2);
        assertThat(api.received().get(0).key())
                .isNotEqualTo(api.received().get(1).key());
    }

    private String coupon() {
        return """
                {"id": "coupon", "kind": "request", "method": "POST", "url": "%s/coupons",
                 "body": {"person": "{respondent}", "of": ["{many}", "{drink}", 3, true]}},
                {"id": "code", "kind": "result", "of": "coupon", "at": "/code"},
                {"id": "status", "kind": "result", "of": "coupon", "type": "number"},
                {"id": "last", "kind": "text"}
                """.formatted(api.url());
    }

    private Survey couponSurvey() {
        return survey(
                "{\"id\": \"drink\", \"kind\": \"text\"}, {\"id\": \"many\", \"kind\": \"number\"}, " + coupon(),
                "coupon.ok",
                "Your coupon is {code}.",
                "coupon.refused",
                "You have had your coupon.",
                "coupon.failed",
                "We send the coupon later.");
    }

    @Test
    void a_post_sends_values_as_json() {
        api.replies(201, "{\"code\": \"C-9\"}");
        open(couponSurvey());

        ana.texts("hi").receives("Which drink?").texts("a \"tea\", {many}").receives("How many?");
        ana.texts("2").receives("Your coupon is C-9.\n\nAnything else?");

        assertThat(api.received().get(0).body())
                .isEqualTo("{\"person\":\"+15005550006\",\"of\":[2,\"a \\\"tea\\\", {many}\",3,true]}");
        assertThat(answer("status")).isEqualTo("201");
    }

    @Test
    void a_post_is_made_once_whatever_the_person_does() {
        api.replies(201, "{\"code\": \"C-9\"}");
        open(couponSurvey());

        ana.texts("hi").receives("Which drink?").texts("tea").receives("How many?");
        ana.texts("2").receives("Your coupon is C-9.");
        ana.texts("back").receives("How many?").texts("3").receives("Your coupon is C-9.");
        ana.texts("restart").receives("Which drink?").texts("milk").receives("How many?");
        ana.texts("4").receives("Your coupon is C-9.\n\nAnything else?");

        assertThat(api.lines()).containsExactly("POST /coupons");
        assertThat(answer("code")).isEqualTo("C-9");
    }

    @ParameterizedTest
    @EnumSource
    void another_run_of_the_survey_makes_its_own_requests(Surveys.EarlierAnswers answers) {
        api.replies(201, "{\"code\": \"C-9\"}");
        open(couponSurvey());
        ana.texts("hi")
                .receives("Which drink?")
                .texts("tea")
                .receives("How many?")
                .texts("2")
                .receives("C-9");

        shop.surveys().restart(Address.of(Shop.PERSON), answers);
        assertThat(shop.session(Shop.PERSON).requests()).isEmpty();
        ana.texts("hi")
                .receives("Which drink?")
                .texts("tea")
                .receives("How many?")
                .texts("2")
                .receives("C-9");

        assertThat(api.received()).hasSize(2);
        assertThat(api.received().get(0).key())
                .isNotEqualTo(api.received().get(1).key());
    }

    @Test
    void each_round_of_a_group_has_its_own_request() {
        api.replies(request ->
                new StandIn.Response(200, "{\"left\": " + request.line().length() + "}"));
        String group = """
                {"group": "each", "repeat": {"times": 2}, "questions": [
                  {"id": "drink", "kind": "text"},
                  {"id": "stock", "kind": "request", "url": "%s/{drink}"},
                  {"id": "left", "kind": "result", "of": "stock", "at": "/left", "type": "number"},
                  {"id": "last", "kind": "text"}]}
                """.formatted(api.url());
        open(survey(group, "last", "There are {left}, ok?", "left.unanswered", "some"));

        ana.texts("hi")
                .receives("Which drink?")
                .texts("tea")
                .receives("There are 8, ok?")
                .texts("good");
        ana.receives("Which drink?")
                .texts("coffee")
                .receives("There are 11, ok?")
                .texts("good");
        ana.receives("Goodbye.");

        assertThat(answer("each.1.left")).isEqualTo("8");
        assertThat(answer("each.2.left")).isEqualTo("11");
    }

    @Test
    void an_invitation_can_begin_with_a_request() {
        api.replies(200, "{\"level\": \"gold\"}");
        open(survey("""
                {"id": "member", "kind": "request", "url": "%s/members/{respondent}"},
                {"id": "level", "kind": "result", "of": "member", "at": "/level", "values": ["silver", "gold"]},
                {"id": "drink", "kind": "text", "when": {"answer": "level", "is": "gold"}},
                {"id": "many", "kind": "number"}
                """.formatted(api.url())));

        StartResult result = shop.surveys().start(Channel.TEXT, Address.of(Shop.PERSON), Invitation.plain());

        assertThat(result.isStarted()).isTrue();
        ana.receives("Which drink?");
        assertThat(api.lines()).containsExactly("GET /members/%2B15005550006");
    }

    @Test
    void a_postponed_invitation_and_a_wait_can_lead_to_a_request() {
        api.replies(200, "{}");
        open(Survey.parse(
                "s.json",
                """
                {"name": "s", "opening": "guess", "zone": "UTC", "quietHours": {"from": "11:00", "to": "13:00"}, "questions": [
                  {"id": "first", "kind": "request", "url": "%1$s/first"},
                  {"id": "drink", "kind": "text", "when": {"answer": "first", "is": "ok"}},
                  {"id": "pause", "kind": "wait", "for": "PT24H"},
                  {"id": "second", "kind": "request", "url": "%1$s/second"},
                  {"id": "last", "kind": "text", "when": {"answer": "second", "is": "ok"}}]}
                """.formatted(api.url()),
                Prompts.of(Map.of("en", Map.of("drink", "Which drink?", "pause", "Until then.", "last", "And now?")))));

        assertThat(shop.surveys()
                        .start(Channel.TEXT, Address.of(Shop.PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(StartResult.Outcome.DEFERRED);
        twilio.advance(Duration.ofHours(2));
        shop.surveys().runDue();
        ana.receives("Which drink?").texts("tea").receives("Until then.");
        twilio.advance(Duration.ofHours(24));
        shop.surveys().runDue();

        ana.receives("And now?");
        assertThat(api.lines()).containsExactly("GET /first", "GET /second");
    }

    @Test
    void each_kind_of_failure_has_its_outcome_and_its_words() {
        assertThat(outcome(409)).isEqualTo("refused: You have had your coupon.");
        assertThat(outcome(429)).isEqualTo("failed: We send the coupon later.");
        assertThat(outcome(500)).isEqualTo("unknown: We send the coupon later.");
        assertThat(outcome(302)).isEqualTo("unknown: We send the coupon later.");
        assertThat(api.lines()).hasSize(4).doesNotContain("GET /elsewhere", "POST /elsewhere");
    }

    private String outcome(int status) {
        api.replies(status, "");
        open(couponSurvey());
        String number = "+1500555" + (3000 + status);
        FakePhone phone = twilio.phone(number);
        phone.texts("hi")
                .receives("Which drink?")
                .texts("tea")
                .receives("How many?")
                .texts("2")
                .receives("Anything else?");
        String said = phone.inbox().get(phone.inbox().size() - 1).body();
        shop.close();
        return shop.answer(number, "coupon") + ": " + said.lines().findFirst().orElseThrow();
    }

    @Test
    void a_server_that_cannot_be_reached_has_done_nothing() {
        open(survey("""
                {"id": "drink", "kind": "text"},
                {"id": "stock", "kind": "request", "method": "POST", "url": "%s/{drink}"},
                {"id": "last", "kind": "text"}
                """.formatted(api.url())));
        api.stop();

        ana.texts("hi").receives("Which drink?").texts("tea").receives("Anything else?");

        assertThat(answer("stock")).isEqualTo("failed");
    }

    @Test
    void a_reply_that_is_too_late_leaves_open_what_was_done() {
        api.repliesTooLate();
        open(survey(coupon().replace("\"body\"", "\"timeout\": \"PT0.2S\", \"body\"")
                .replace("{many}", "x")
                .replace("{drink}", "y")));

        ana.texts("hi").receives("Anything else?");

        assertThat(answer("coupon")).isEqualTo("unknown");
    }

    @Test
    void a_reply_without_the_value_or_too_long_has_no_value() {
        for (String reply : List.of("{\"items\": []}", "no JSON", "{\"x\": \"" + "y".repeat(70_000) + "\"}")) {
            api.replies(200, reply);
            open(survey(stock()));
            ana.texts("hi").receives("Which drink?").texts("tea").receives("Anything else?");

            assertThat(shop.session(Shop.PERSON).answers()).containsKey("stock").doesNotContainKey("left");
            ana.texts("no").receives("Goodbye.");
            shop.surveys().forget(Address.of(Shop.PERSON));
            shop.close();
        }
    }

    @Test
    void nothing_is_sent_if_a_value_is_not_known_or_leads_elsewhere() {
        api.replies(200, "{}");
        open(survey(stock().replace(
                        "\"kind\": \"text\"},\n{\"id\": \"stock\"",
                        "\"kind\": \"text\", \"optional\": true},\n{\"id\": \"stock\"")));

        ana.texts("hi").receives("Which drink?").texts("..").receives("Anything else?");
        assertThat(api.lines()).isEmpty();
        assertThat(shop.session(Shop.PERSON).answers()).doesNotContainKey("stock");
    }

    @Test
    void a_function_of_the_application_is_called_with_the_answers_so_far() {
        List<String> calls = new ArrayList<>();
        Survey survey = survey("""
                {"id": "drink", "kind": "text"},
                {"id": "price", "kind": "request", "function": "priceOf"},
                {"id": "left", "kind": "result", "of": "price", "at": "/price", "type": "number"},
                {"id": "some", "kind": "statement", "when": {"answered": "left"}},
                {"id": "last", "kind": "text"}
                """);
        RequestFunction priceOf = (session, key) -> {
            calls.add(session.answer("drink").orElseThrow().text());
            return RequestResult.ok(Map.of("price", 12));
        };
        shop.open(survey, settings -> settings.function("priceOf", priceOf));

        ana.texts("hi").receives("Which drink?").texts("tea").receives("We have 12 left.\n\nAnything else?");
        ana.texts("back").receives("Which drink?").texts("milk").receives("We have 12 left.");

        assertThat(calls).containsExactly("tea");
    }

    @Test
    void a_survey_only_reaches_what_the_application_allows() {
        Survey survey = survey(stock());
        assertThatThrownBy(() -> shop.open(survey))
                .hasMessage("The survey \"s\" can't run here: \"stock\" sends a request to localhost; allow it with"
                        + " requests(Requests.allowing(…))");
        Requests here = Requests.allowing(HttpClient.newHttpClient(), "localhost");
        assertThatThrownBy(() -> shop.open(survey, settings -> settings.requests(here)))
                .hasMessageContaining("uses the secret \"stockKey\"; add it with withSecret(name, secret)");
        shop.open(survey, settings -> settings.requests(here.withSecret("stockKey", Secret.of("x"))));

        ana.texts("hi").receives("Which drink?").texts("tea").receives("Anything else?");

        assertThat(answer("stock")).isEqualTo("failed");
        assertThat(api.lines()).isEmpty();
        assertThatThrownBy(() -> here.withSecret("stockKey", Secret.of("invented\n")))
                .hasMessage(
                        "The secret \"stockKey\" has spaces, line breaks or other characters that a header can't have");
        assertThatThrownBy(() -> Requests.allowing(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.ALWAYS)
                                .build(),
                        "localhost"))
                .hasMessageContaining("follows redirects");
    }

    @Test
    void a_missing_function_is_a_problem_at_the_start() {
        Survey survey = survey("{\"id\": \"price\", \"kind\": \"request\", \"function\": \"priceOf\"}");

        assertThatThrownBy(() -> shop.open(survey))
                .hasMessage("The survey \"s\" can't run here: \"price\" calls the function \"priceOf\"; add it with"
                        + " function(name, function)");
    }
}
