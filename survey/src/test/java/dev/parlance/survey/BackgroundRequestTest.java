package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A survey with requests that nobody waits for. */
class BackgroundRequestTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @RegisterExtension
    final StandIn bank = new StandIn();

    private static final String AIRTIME = """
            {"id": "airtime", "kind": "request", "method": "POST", "url": "BANK/airtime", "wait": false,
             "body": {"to": "{respondent}", "amount": "{amount}"}FIELDS},
            {"id": "sent", "kind": "result", "of": "airtime", "at": "/sent", "type": "number"}
            """;

    private final FakePhone ana = shop.ana();
    private final List<SurveyEvent> events = new ArrayList<>();
    private final Queue<Runnable> afterReply = new ArrayDeque<>();

    private Survey survey(String questions) {
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"goodbye\": \"goodbye\", \"questions\": ["
                        + questions.replace("BANK", bank.url()) + "]}",
                Prompts.of(Map.of(
                        "en",
                        Map.of(
                                "amount", "How much?",
                                "ready", "Ready?",
                                "last", "Anything else?",
                                "got", "It is on your phone.",
                                "goodbye", "Goodbye."))));
    }

    /** Asks for an amount, sends it, and asks twice more. */
    private Survey airtime(String fields) {
        return survey("{\"id\": \"amount\", \"kind\": \"number\"}, " + AIRTIME.replace("FIELDS", fields) + """
                , {"id": "ready", "kind": "yesNo"},
                {"id": "got", "kind": "statement", "when": {"answer": "airtime", "is": "ok"}},
                {"id": "last", "kind": "text"}
                """);
    }

    private void open(Survey survey) {
        open(survey, settings -> settings);
    }

    private void open(Survey survey, UnaryOperator<SurveysBuilder> more) {
        shop.open(
                survey,
                settings -> more.apply(settings.requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                                .withPrivateAddresses())
                        .onAnyEvent(events::add)
                        .listenerExecutor(afterReply::add)));
    }

    /** What the application does once the reply is sent. */
    private void afterReply() {
        while (!afterReply.isEmpty()) {
            afterReply.remove().run();
        }
    }

    private DueReport dueIn(Duration time) {
        twilio.advance(time);
        DueReport report = shop.surveys().runDue();
        afterReply();
        return report;
    }

    private boolean hasAnswer(String question) {
        return shop.session(Shop.PERSON).answer(question).isPresent();
    }

    private String answer(String question) {
        return shop.answer(Shop.PERSON, question);
    }

    private List<String> eventsOf(String question) {
        return events.stream()
                .flatMap(event -> event.answer().stream())
                .filter(answer -> answer.question().equals(question))
                .map(answer -> answer.value().text())
                .toList();
    }

    private List<String> keys() {
        return bank.received().stream().map(StandIn.Received::key).distinct().toList();
    }

    @Test
    void the_person_goes_on_at_once_and_the_request_is_made_after_the_reply() {
        bank.replies(201, "{\"sent\": 10}");
        open(airtime(""));

        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        assertThat(bank.lines()).isEmpty();
        assertThat(hasAnswer("airtime")).isFalse();
        afterReply();

        assertThat(bank.received()).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /airtime");
            assertThat(request.body()).isEqualTo("{\"to\":\"+15005550006\",\"amount\":10}");
        });
        assertThat(answer("airtime")).isEqualTo("ok");
        assertThat(answer("sent")).isEqualTo("10");
        ana.texts("yes").receives("It is on your phone.\n\nAnything else?");
    }

    @Test
    void a_condition_that_comes_before_the_reply_does_not_hold() {
        bank.replies(201, "{\"sent\": 10}");
        open(airtime(""));

        ana.calls(App.NUMBER)
                .hears("How much?")
                .says("ten")
                .hears("Ready?")
                .says("yes")
                .hears("Anything else?");
        assertThat(bank.lines()).isEmpty();
        afterReply();

        assertThat(answer("airtime")).isEqualTo("ok");
    }

    @Test
    void a_person_who_has_completed_the_survey_still_gets_it() {
        bank.replies(503, "");
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        ana.texts("yes").receives("Anything else?").texts("no").receives("Goodbye.");
        afterReply();
        assertThat(shop.session(Shop.PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(hasAnswer("airtime")).isFalse();

        bank.replies(201, "{\"sent\": 10}");
        assertThat(dueIn(Duration.ofMinutes(1)).requested()).isEqualTo(1);

        assertThat(answer("airtime")).isEqualTo("ok");
        assertThat(eventsOf("airtime")).containsExactly("ok");
        assertThat(eventsOf("sent")).containsExactly("10");
        assertThat(shop.store().page("session:s", "", 1).get(0).json()).doesNotContain("/airtime");
    }

    @ParameterizedTest
    @CsvSource({"408", "429", "500", "502", "503"})
    void it_is_repeated_with_the_same_key_until_it_is_done(int status) {
        bank.replies(status, "");
        open(airtime(", \"idempotent\": true"));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();
        dueIn(Duration.ofMinutes(1));
        bank.replies(201, "{\"sent\": 10}");
        dueIn(Duration.ofMinutes(2));
        dueIn(Duration.ofHours(2));

        assertThat(bank.lines()).hasSize(3);
        assertThat(keys()).hasSize(1);
        assertThat(answer("airtime")).isEqualTo("ok");
    }

    @Test
    void pauses_grow_and_are_never_shorter_than_half() {
        bank.replies(503, "");
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();

        for (Duration longest : List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))) {
            int before = bank.lines().size();
            Duration half = longest.dividedBy(2).minusMillis(1);
            dueIn(half);
            assertThat(bank.lines()).hasSize(before);
            dueIn(longest.minus(half));
            assertThat(bank.lines()).hasSize(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_server_says_when_to_try_again(boolean isDate) {
        bank.replies(any -> new StandIn.Response(503, "", isDate ? date(Duration.ofHours(2)) : "7200"));
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();

        dueIn(Duration.ofHours(2).minusSeconds(2));
        assertThat(bank.lines()).hasSize(1);
        dueIn(Duration.ofSeconds(2));
        assertThat(bank.lines()).hasSize(2);
    }

    private static String date(Duration later) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                twilio.clock().instant().plus(later).atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            503 | ,"attempts":{"most":3} | 3 | failed
            500 | ,"attempts":{"most":3},"idempotent":true | 3 | unknown
            503 | ,"within":"PT2M" | 2 | failed
            500 | ,"attempts":{"most":3} | 1 | unknown
            302 | ,"idempotent":true | 1 | unknown
            409 | ,"idempotent":true | 1 | refused
            """)
    void what_is_not_done_in_the_end_is_an_answer_and_an_event(
            int status, String fields, int attempts, String outcome) {
        bank.replies(status, "");
        open(airtime(fields));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();
        for (int i = 0; i < 6; i++) {
            dueIn(Duration.ofMinutes(2L << i));
        }

        assertThat(bank.lines()).hasSize(attempts);
        assertThat(answer("airtime")).isEqualTo(outcome);
        assertThat(eventsOf("airtime")).containsExactly(outcome);
        assertThat(hasAnswer("sent")).isFalse();
    }

    @Test
    void a_wait_longer_than_it_may_take_ends_it() {
        bank.replies(any -> new StandIn.Response(429, "", "172800"));
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();

        assertThat(answer("airtime")).isEqualTo("failed");
    }

    @Test
    void no_connection_and_no_reply_in_time_are_repeated() {
        bank.repliesTooLate();
        open(airtime(", \"idempotent\": true, \"timeout\": \"PT0.1S\""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();
        bank.stop();
        assertThat(dueIn(Duration.ofMinutes(1)).requested()).isEqualTo(1);
        assertThat(hasAnswer("airtime")).isFalse();
        assertThat(dueIn(Duration.ofMinutes(2)).requested()).isEqualTo(1);
    }

    @Test
    void it_is_made_once_with_the_first_values_whatever_the_person_does() {
        bank.replies(201, "{\"sent\": 10}");
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        ana.texts("back").receives("How much?").texts("99").receives("Ready?");
        afterReply();
        ana.texts("restart").receives("How much?").texts("50").receives("Ready?");
        afterReply();

        assertThat(bank.received())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"amount\":10"));
        assertThat(answer("sent")).isEqualTo("10");
    }

    @Test
    void a_lookup_is_made_again_if_what_it_depends_on_has_changed() {
        bank.replies(request -> new StandIn.Response(200, request.line().contains("10") ? "1" : "2"));
        open(survey("""
                {"id": "amount", "kind": "number"},
                {"id": "price", "kind": "request", "url": "BANK/{amount}", "wait": false},
                {"id": "cents", "kind": "result", "of": "price", "at": "", "type": "number"},
                {"id": "ready", "kind": "yesNo"}
                """));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();
        assertThat(answer("cents")).isEqualTo("1");
        ana.texts("back").receives("How much?").texts("20").receives("Ready?");
        assertThat(hasAnswer("cents")).isFalse();
        afterReply();

        assertThat(answer("cents")).isEqualTo("2");
        assertThat(bank.lines()).containsExactly("GET /10", "GET /20");
    }

    @Test
    void another_run_of_the_survey_makes_its_own_request_and_the_earlier_one_is_still_made() {
        bank.replies(503, "");
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        afterReply();
        shop.surveys().restart(Address.of(Shop.PERSON), Surveys.EarlierAnswers.KEEP);
        ana.texts("hi").receives("How much?").texts("20").receives("Ready?");
        bank.replies(201, "{\"sent\": 7}");
        afterReply();
        dueIn(Duration.ofMinutes(1));

        assertThat(bank.received().stream().map(StandIn.Received::body))
                .satisfiesExactly(
                        first -> assertThat(first).contains("10"),
                        second -> assertThat(second).contains("20"),
                        again -> assertThat(again).contains("10"));
        assertThat(keys()).hasSize(2);
        assertThat(eventsOf("airtime")).containsExactly("ok");
    }

    @Test
    void erased_answers_are_not_sent() {
        bank.replies(201, "{}");
        open(airtime(""));
        ana.texts("hi").receives("How much?").texts("10").receives("Ready?");
        shop.surveys().restart(Address.of(Shop.PERSON), Surveys.EarlierAnswers.ERASE);
        afterReply();
        dueIn(Duration.ofDays(1));

        assertThat(bank.lines()).isEmpty();
    }

    @Test
    void each_round_of_a_group_has_its_own_request() {
        bank.replies(request ->
                new StandIn.Response(201, "{\"sent\": " + (request.body().contains(":3}") ? 3 : 4) + "}"));
        open(survey(
                "{\"group\": \"each\", \"repeat\": {\"times\": 2}, \"questions\": [{\"id\": \"amount\", \"kind\": \"number\"}, "
                        + AIRTIME.replace("FIELDS", "") + "]}"));
        ana.texts("hi").receives("How much?").texts("3").receives("How much?");
        ana.texts("4").receives("Goodbye.");
        afterReply();

        assertThat(answer("each.1.sent")).isEqualTo("3");
        assertThat(answer("each.2.sent")).isEqualTo("4");
    }

    @Test
    void a_function_of_the_application_is_called_again_with_the_same_key_if_it_fails() {
        List<String> calls = new ArrayList<>();
        RequestFunction pay = (session, key) -> {
            calls.add(key);
            return switch (calls.size()) {
                case 1 -> throw new IllegalStateException("the connection broke");
                case 2 -> RequestResult.without(RequestOutcome.FAILED);
                default -> RequestResult.ok(Map.of("sent", 5));
            };
        };
        open(survey("""
                {"id": "amount", "kind": "number"},
                {"id": "airtime", "kind": "request", "function": "pay", "wait": false, "idempotent": true},
                {"id": "sent", "kind": "result", "of": "airtime", "at": "/sent", "type": "number"}
                """), settings -> settings.function("pay", pay));
        ana.texts("hi").receives("How much?").texts("10").receives("Goodbye.");
        assertThat(calls).isEmpty();
        afterReply();
        dueIn(Duration.ofMinutes(1));
        dueIn(Duration.ofMinutes(2));

        assertThat(calls).hasSize(3).containsOnly(calls.get(0));
        assertThat(answer("sent")).isEqualTo("5");
    }

    @Test
    void an_invitation_that_is_not_sent_makes_no_request() {
        bank.replies(201, "{}");
        List<OutboundException> failures = new ArrayList<>(List.of(new OutboundException(
                OutboundException.Reason.UNAVAILABLE, "Twilio is down", new IOException("down"))));
        open(
                survey(
                        "{\"id\": \"log\", \"kind\": \"request\", \"method\": \"POST\", \"url\": \"BANK/log\", \"wait\": false},"
                                + "{\"id\": \"ready\", \"kind\": \"yesNo\"}"),
                settings -> settings.textSender(text -> {
                    shop.surveys().engine().background.makeNext(text.to());
                    if (failures.isEmpty()) {
                        return new Receipt("SM0", "queued");
                    }
                    throw failures.remove(0);
                }));

        shop.surveys().start(Channel.TEXT, Address.of(Shop.PERSON), Invitation.plain());
        afterReply();
        assertThat(bank.lines()).isEmpty();
        dueIn(Duration.ofMinutes(5));
        dueIn(Duration.ofMinutes(1));

        assertThat(bank.lines()).containsExactly("POST /log");
    }
}
