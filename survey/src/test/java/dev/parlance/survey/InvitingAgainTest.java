package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.Summary;
import dev.parlance.survey.store.MemoryDocuments;
import dev.parlance.testkit.FakePhone;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.fault.ApiFault;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second invitations, failed contacts, restarts and limits. */
class InvitingAgainTest {
    @RegisterExtension
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private static final String PERSON = "+15005550006";
    private final FakePhone ana = twilio.phone(PERSON);

    private void open() {
        shop.open(Coffee.survey()
                .timing(Coffee.timing(Duration.ofHours(24), Duration.ofDays(3)))
                .build());
    }

    private StartResult invite(String channel) {
        return shop.surveys().start(channel, Address.of(PERSON), Invitation.plain());
    }

    private WebhookResponse requestInvitation() {
        StartSurveyHandler route = StartSurveyHandler.byText(shop.surveys(), request -> Optional.of("anyone"), 60);
        return route.respond(
                WebhookRequest.post("https://app.example/sms/initiate-sms").withForm("To", PERSON));
    }

    private DueReport runDue() {
        return shop.surveys().runDue();
    }

    @Test
    void an_unanswered_text_is_sent_again() {
        open();
        invite(Channel.TEXT);
        ana.receives("How was the coffee");

        assertThat(invite(Channel.TEXT)).isEqualTo(StartResult.STARTED);

        ana.receives("How was the coffee");
    }

    @Test
    void a_person_in_the_middle_gets_the_open_question_again() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");

        assertThat(invite(Channel.TEXT)).isEqualTo(StartResult.STARTED);

        ana.receives("Would you come again?");
    }

    @Test
    void after_a_hang_up_the_person_is_called_again() {
        open();
        invite(Channel.VOICE);
        twilio.settle();
        ana.answers().hears("How was the coffee").hangsUp();
        twilio.settle();

        assertThat(invite(Channel.VOICE)).isEqualTo(StartResult.STARTED);
        twilio.settle();

        ana.answers()
                .hears("Welcome back.")
                .hears("How was the coffee")
                .presses("4")
                .hears("Would you come again?")
                .hangsUp();
        twilio.settle();
        assertThat(invite(Channel.VOICE)).isEqualTo(StartResult.STARTED);
        twilio.settle();
        ana.answers().hears("Would you come again?");
    }

    @Test
    void an_expired_session_keeps_its_answers_and_reopens_at_the_open_question() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        twilio.advance(Duration.ofDays(4));
        assertThat(runDue().expired()).isEqualTo(1);

        assertThat(invite(Channel.TEXT)).isEqualTo(StartResult.STARTED);

        ana.receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
        assertThat(shop.session(PERSON).progress().disposition()).isEqualTo(Disposition.COMPLETED);
        assertThat(shop.answer(PERSON, "taste")).isEqualTo("4");
    }

    @Test
    void a_person_who_has_completed_the_survey_is_not_invited_again() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");
        assertThat(invite(Channel.TEXT)).isEqualTo(StartResult.COMPLETED);
        assertThat(requestInvitation().status()).isEqualTo(409);
        assertThat(requestInvitation().bodyText()).contains("has completed the survey");
    }

    @Test
    void a_missing_permission_is_accepted_and_the_text_is_sent_later() {
        open();
        twilio.failNext(
                "POST */Messages.json", ApiFault.error(400, 21408, "Permission to send an SMS has not been enabled"));

        WebhookResponse first = requestInvitation();

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.bodyText()).contains("It will be sent later.");
        assertThat(shop.session(PERSON).progress().disposition()).isEqualTo(Disposition.NOT_STARTED);
        ana.receivesNothing();
        twilio.advance(Duration.ofMinutes(5));
        assertThat(runDue().started()).isEqualTo(1);
        ana.receives("How was the coffee");
    }

    @Test
    void a_second_invitation_is_sent_at_once_when_the_permission_is_granted() {
        open();
        twilio.failNext(
                "POST */Messages.json", ApiFault.error(400, 21408, "Permission to send an SMS has not been enabled"));
        requestInvitation();

        assertThat(requestInvitation().status()).isEqualTo(201);

        ana.receives("How was the coffee");
        assertThat(runDue().started()).isZero();
    }

    @Test
    void an_invitation_with_wrong_credentials_is_sent_later() {
        open();
        twilio.failNext("POST */Messages.json", ApiFault.error(401, 20003, "Authenticate"));
        twilio.failNext("POST */Messages.json", ApiFault.error(401, 20003, "Authenticate"));

        assertThat(requestInvitation().status()).isEqualTo(202);
        assertThat(requestInvitation().status()).isEqualTo(202);
        twilio.advance(Duration.ofMinutes(10));
        assertThat(runDue().started()).isEqualTo(1);

        ana.receives("How was the coffee");
    }

    @Test
    void a_text_that_may_have_been_sent_gets_502_and_is_not_repeated_automatically() {
        open();
        twilio.failNext("POST */Messages.json", ApiFault.serverError(503));

        WebhookResponse answer = requestInvitation();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.bodyText()).contains("\"success\":false").contains("did not confirm whether it was sent");
        twilio.advance(Duration.ofHours(1));
        assertThat(runDue().started()).isZero();
        assertThat(requestInvitation().status()).isEqualTo(201);
        ana.receives("How was the coffee");
    }

    @Test
    void an_unsent_text_is_retried_with_growing_pauses_and_then_given_up() {
        List<Reason> attempts = new ArrayList<>();
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .clock(twilio.clock())
                .textSender(text -> {
                    attempts.add(Reason.UNAVAILABLE);
                    throw new OutboundException(Reason.UNAVAILABLE, "The connection could not be opened.", null);
                })
                .build();
        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain()))
                .isEqualTo(StartResult.DEFERRED);

        for (int minute = 0; minute < 15; minute++) {
            assertThat(surveys.runDue().started()).isZero();
            twilio.advance(Duration.ofMinutes(1));
        }
        surveys.runDue();
        assertThat(attempts).hasSize(3);
        for (int hour = 0; hour < 100; hour++) {
            twilio.advance(Duration.ofHours(1));
            surveys.runDue();
        }
        assertThat(attempts).hasSize(12);
        assertThat(surveys.find(Address.of(PERSON)).orElseThrow().progress().disposition())
                .isEqualTo(Disposition.UNREACHABLE);
        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain()))
                .isEqualTo(StartResult.DEFERRED);
    }

    @Test
    void an_account_without_permission_stops_a_campaign() {
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .textSender(text -> {
                    throw new OutboundException(Reason.UNAUTHORIZED, "The credentials are wrong.", null);
                })
                .build();

        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> Campaign.of(surveys, Channel.TEXT)
                        .run(List.of(new Campaign.Recipient(Address.of(PERSON), Invitation.plain()))
                                .iterator()));
    }

    @Test
    void a_restart_keeps_the_answers_as_an_earlier_run() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");

        assertThat(shop.surveys().restart(Address.of(PERSON), EarlierAnswers.KEEP))
                .isTrue();

        ana.texts("hi").receives("How was the coffee");
        ana.texts("2").receives("Why?");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.surveys().results().csv(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first).contains(",COMPLETED,").endsWith(",1,4,,yes"),
                        second -> assertThat(second).contains(",PARTIAL,").endsWith(",2,2,,"));
        assertThat(shop.surveys().restart(Address.of("+15005550123"), EarlierAnswers.KEEP))
                .isFalse();
    }

    @Test
    void each_result_line_has_the_number_of_its_run() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        shop.surveys().restart(Address.of(PERSON), EarlierAnswers.KEEP);
        ana.texts("hi").receives("How was the coffee");
        ana.texts("2").receives("Why?");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.surveys().results().jsonLines(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"answer\":4", "\"run\":1"),
                        second -> assertThat(second).contains("\"answer\":2", "\"run\":2"));
        assertThat(shop.surveys().results().json(Address.of(PERSON)).orElseThrow())
                .contains("\"run\" : 2");
    }

    @Test
    void a_restart_without_answers_erases_earlier_runs_too() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        shop.surveys().restart(Address.of(PERSON), EarlierAnswers.KEEP);
        ana.texts("hi").receives("How was the coffee");
        ana.texts("3").receives("Would you come again?");

        shop.surveys().restart(Address.of(PERSON), EarlierAnswers.ERASE);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shop.surveys().results().csv(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(shop.session(PERSON).answers()).isEmpty();
    }

    private WebhookResponse requestRestart(String... form) {
        RestartSurveyHandler route =
                RestartSurveyHandler.of(shop.surveys(), CallerAuth.bearer(Secret.of("a key for tests")), 60);
        return route.respond(WebhookRequest.post("https://app.example/restart")
                .withForm(form)
                .withHeader("Authorization", "Bearer a key for tests"));
    }

    @Test
    void the_restart_route_lets_a_person_take_the_survey_again() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");

        WebhookResponse done = requestRestart("To", PERSON);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.bodyText()).isEqualTo("{\"success\":true,\"restarted\":\"" + PERSON + "\"}");
        assertThat(shop.session(PERSON).run()).isEqualTo(2);
        ana.receivesNothing();
        ana.texts("hi").receives("How was the coffee");
    }

    @Test
    void the_restart_route_erases_answers_only_on_request() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");

        assertThat(requestRestart("To", PERSON, "withoutAnswers", "yes").status())
                .isEqualTo(400);
        assertThat(shop.session(PERSON).answers()).hasSize(1);

        assertThat(requestRestart("To", PERSON, "withoutAnswers", "true").status())
                .isEqualTo(200);
        assertThat(shop.session(PERSON).run()).isEqualTo(1);
        assertThat(shop.session(PERSON).answers()).isEmpty();
    }

    @Test
    void the_restart_route_refuses_people_who_never_started_or_opted_out() {
        open();
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("STOP");

        assertThat(requestRestart("To", "+15005550123").status()).isEqualTo(404);
        assertThat(requestRestart("To", PERSON).status()).isEqualTo(409);
        assertThat(shop.answer(PERSON, "taste")).isEqualTo("4");
        assertThat(requestRestart("To", "abc:" + PERSON).status()).isEqualTo(400);
    }

    @Test
    void the_restart_route_requires_the_key() {
        open();
        ana.texts("hi").receives("How was the coffee");
        RestartSurveyHandler route =
                RestartSurveyHandler.of(shop.surveys(), CallerAuth.bearer(Secret.of("a key for tests")), 60);
        WebhookRequest request =
                WebhookRequest.post("https://app.example/restart").withForm("To", PERSON);

        assertThat(route.respond(request).status()).isEqualTo(401);
        assertThat(route.respond(request.withHeader("Authorization", "Bearer guessed"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_repeatable_survey_starts_again_after_completion() {
        shop.open(Coffee.survey().repeatable().build());
        ana.texts("hi").receives("How was the coffee");
        ana.texts("4").receives("Would you come again?");
        ana.texts("yes").receives("Thank you");

        assertThat(invite(Channel.TEXT)).isEqualTo(StartResult.STARTED);

        ana.receives("How was the coffee");
        assertThat(shop.session(PERSON).run()).isEqualTo(2);
    }

    @Test
    void a_clock_jump_does_not_expire_every_session_at_once() {
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .store(MemoryDocuments.create())
                .clock(twilio.clock())
                .textSender(text -> new Receipt("SM0", "queued"))
                .maxExpiriesPerRun(3)
                .build();
        for (int i = 0; i < 8; i++) {
            surveys.start(Channel.TEXT, Address.of("+1500555010" + i), Invitation.plain());
        }
        twilio.advance(Duration.ofDays(30));

        DueReport first = surveys.runDue();
        DueReport next = surveys.runDue();

        assertThat(first.expired()).isEqualTo(3);
        assertThat(first.heldBack()).isEqualTo(5);
        assertThat(next).isEqualTo(DueReport.NOTHING);
        twilio.advance(Duration.ofMinutes(10));
        assertThat(surveys.runDue().expired()).isEqualTo(3);
    }

    @Test
    void a_thousand_turns_with_the_longest_answers_leave_a_small_session() {
        List<String> replies = new ArrayList<>();
        Surveys surveys = Surveys.builder(Coffee.survey().build())
                .clock(twilio.clock())
                .onAnyEvent(event -> {
                    throw new IllegalStateException("the listener always fails");
                })
                .build();
        List<String> texts = new ArrayList<>(List.of("hi", "2"));
        for (int i = 0; i < 500; i++) {
            texts.addAll(List.of("測".repeat(1_600), "back"));
        }
        for (int i = 0; i < texts.size(); i++) {
            replies.add(surveys.textWebhook()
                    .respond(WebhookRequest.post("https://app.example/sms")
                            .withForm("MessageSid", "SM" + i, "From", PERSON, "To", "12345", "Body", texts.get(i)))
                    .bodyText());
        }

        Session session = surveys.find(Address.of(PERSON)).orElseThrow();

        assertThat(replies.get(3)).contains("Why?");
        assertThat(session.dropped()).isGreaterThan(400);
        assertThat(session.toJson().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300_000);
    }

    @Test
    void personal_answers_are_counted_but_not_listed() {
        Prompts prompts = Prompts.of(Map.of(
                "en",
                Map.of(
                        "language",
                        "en-US",
                        "mail",
                        "Your address?",
                        "day",
                        "Born?",
                        "age",
                        "How old?",
                        "taste",
                        "1 to 5?")));
        shop.open(Survey.builder("people")
                .prompts(prompts)
                .opening(OpeningStyle.GUESS)
                .ask(
                        Question.email("mail"),
                        Question.date("day"),
                        Question.number("age", 0, 120),
                        Question.rating("taste", 1, 5))
                .build());
        for (String text : List.of("hi", "ana@example.com", "2001-02-03", "25", "4")) {
            ana.texts(text);
        }

        Map<String, Summary.QuestionSummary> questions =
                shop.surveys().results().summary().questions();

        assertThat(questions.values())
                .extracting(question -> question.all().answers())
                .containsOnly(1);
        assertThat(questions.get("mail").all().counts()).isEmpty();
        assertThat(questions.get("day").all().counts()).isEmpty();
        assertThat(questions.get("age").all().counts()).isEmpty();
        assertThat(questions.get("taste").all().counts()).isEqualTo(Map.of("4", 1));
    }
}
