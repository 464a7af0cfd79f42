package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.settings.Secret;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacting people, and the routes that start it. */
class ContactingTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final String PERSON = "+15005550111";
    private static final Secret KEY = Secret.of("a key for tests");
    private final FakePhone ana = twilio.phone(PERSON);
    private App app;
    private Surveys surveys;

    @BeforeEach
    void open() {
        app = new App(
                twilio,
                Coffee.survey().variable("order", "").build(),
                settings -> settings.store(DocumentStore.inMemory()).maxContactsPerDay(2));
        surveys = app.surveys();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void an_unknown_variable_or_language_is_refused() {
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> surveys.start(
                        Channel.TEXT, Address.of(PERSON), Invitation.plain().withVariable("colour", "red")))
                .withMessage("The survey \"coffee\" has no variable \"colour\"; it has [order]");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.in("fi")))
                .withMessage("The survey \"coffee\" has no language fi; it has [en, es-MX]");
        ana.receivesNothing();
    }

    @Test
    void contacting_people_requires_a_sender() {
        Surveys unconfigured =
                Surveys.builder(Coffee.survey().build()).inMemory().build();

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> unconfigured.start(Channel.TEXT, Address.of(PERSON), Invitation.plain()))
                .withMessage("To contact people by text, configure a sender: textSender(TextSender)");
        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> Surveys.builder(Coffee.survey().build())
                        .callPlacer(app.account(), URI.create("https://app.example/voice?x=1")))
                .withMessageContaining("without a query");
    }

    @Test
    void a_change_of_the_session_in_between_does_not_keep_the_person_from_being_contacted() {
        AtomicBoolean isInTheWay = new AtomicBoolean(true);
        Surveys busy = Surveys.builder(Coffee.survey().build())
                .store(refusingOneSave(isInTheWay))
                .textSender(app.account())
                .build();

        assertThat(busy.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.STARTED);

        assertThat(isInTheWay).isFalse();
        ana.receives("How was the coffee");
        ana.receivesNothing();
    }

    /** A store whose first save finds that another one was faster. */
    private static DocumentStore refusingOneSave(AtomicBoolean isInTheWay) {
        DocumentStore store = DocumentStore.inMemory();
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> method.getName().equals("save") && isInTheWay.getAndSet(false)
                        ? false
                        : method.invoke(store, arguments));
    }

    @Test
    void run_due_sends_what_the_carrier_rate_limited() {
        twilio.failNext("POST */Messages.json", ApiFault.rateLimited(Duration.ofHours(1)));

        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.DEFERRED);
        ana.receivesNothing();
        assertThat(surveys.runDue().started()).isZero();
        twilio.advance(Duration.ofHours(1));
        assertThat(surveys.runDue().started()).isEqualTo(1);

        ana.receives("How was the coffee");
    }

    @Test
    void a_person_who_opted_out_with_the_carrier_is_not_contacted() {
        ana.textsTo(App.NUMBER, "STOP");
        surveys.forget(Address.of(PERSON));

        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.OPTED_OUT);
    }

    @Test
    void a_number_that_cannot_be_texted_is_unreachable() {
        ana.isLandline();

        assertThat(surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain())
                        .outcome())
                .isEqualTo(Outcome.UNREACHABLE);
        assertThat(surveys.find(Address.of(PERSON)).orElseThrow().disposition()).isEqualTo(Disposition.UNREACHABLE);
    }

    @Test
    void an_answering_machine_gets_a_message_and_the_person_is_called_again() {
        ana.hasVoicemail("Leave a message after the beep.");

        surveys.start(Channel.VOICE, Address.of(PERSON), Invitation.plain());
        twilio.settle();

        assertThat(twilio.log().toString()).contains("We called to ask you a few questions.");
        twilio.advance(Duration.ofHours(2));
        assertThat(surveys.runDue().started()).isEqualTo(1);
    }

    @Test
    void a_person_over_the_limit_can_be_contacted_tomorrow() {
        StartSurveyHandler route = StartSurveyHandler.byText(surveys, request -> Optional.of("anyone"), 50);
        route.respond(to(PERSON));
        route.respond(to(PERSON));

        StartResult result = surveys.start(Channel.TEXT, Address.of(PERSON), Invitation.plain());

        Instant now = twilio.clock().instant();
        Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        assertThat(result.outcome()).isEqualTo(Outcome.CONTACT_LIMIT);
        assertThat(result.until()).contains(tomorrow);
        WebhookResponse refused = route.respond(to(PERSON));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.bodyText()).contains("\"until\":\"" + tomorrow + "\"");
        assertThat(refused.headers().first("Retry-After"))
                .contains(Long.toString(Duration.between(now, tomorrow).toSeconds() + 1));
    }

    @Test
    void a_postponed_contact_says_why_and_until_when() {
        twilio.failNext("POST */Messages.json", ApiFault.rateLimited(Duration.ofHours(1)));
        StartSurveyHandler route = StartSurveyHandler.byText(surveys, request -> Optional.of("anyone"), 50);

        String answer = route.respond(to(PERSON)).bodyText();

        Instant again = twilio.clock().instant().plus(Duration.ofHours(1));
        assertThat(answer)
                .contains("\"note\":\"Not sent yet. It will be sent later.\"")
                .contains("\"until\":\"" + again + "\"")
                .contains("\"reason\":\"");
    }

    private static WebhookRequest to(String person) {
        return WebhookRequest.post("https://app.example/sms/initiate-sms").withForm("To", person);
    }

    @Test
    void the_route_requires_a_valid_key() {
        StartSurveyHandler route = StartSurveyHandler.byText(surveys, CallerAuth.bearer(KEY), 5);

        assertThat(route.respond(to(PERSON)).status()).isEqualTo(401);
        assertThat(route.respond(to(PERSON).withHeader("Authorization", "Bearer another"))
                        .status())
                .isEqualTo(401);
        ana.receivesNothing();
        WebhookResponse accepted = route.respond(to(PERSON).withHeader("Authorization", "Bearer a key for tests"));
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.bodyText()).isEqualTo("{\"success\":true,\"smsTo\":\"" + PERSON + "\"}");
        ana.receives("How was the coffee");
        assertThat(route.respond(to(PERSON).withHeader("Authorization", "Bearer a key for tests"))
                        .status())
                .isEqualTo(201);
        ana.receives("How was the coffee");
    }

    @Test
    void a_signature_is_valid_for_its_request_and_for_five_minutes() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        CallerAuth auth = CallerAuth.hmac(KEY, Clock.fixed(now, ZoneOffset.UTC));
        WebhookRequest request = to(PERSON);
        String header = "t=" + now.getEpochSecond() + ",v1=" + CallerAuth.sign(KEY, now, request);
        String old = "t=" + now.minusSeconds(301).getEpochSecond() + ",v1="
                + CallerAuth.sign(KEY, now.minusSeconds(301), request);

        assertThat(auth.caller(request.withHeader("X-Parlance-Signature", header)))
                .isPresent();
        assertThat(auth.caller(to("+15005550006").withHeader("X-Parlance-Signature", header)))
                .isEmpty();
        assertThat(auth.caller(request.withHeader("X-Parlance-Signature", old))).isEmpty();
        assertThat(auth.caller(request.withHeader("X-Parlance-Signature", "t=x,v1=y")))
                .isEmpty();
        assertThat(auth.caller(request)).isEmpty();
    }

    @Test
    void the_route_accepts_only_phone_numbers() {
        CallerAuth anyone = request -> Optional.of("anyone");
        StartSurveyHandler texts = StartSurveyHandler.byText(surveys, anyone, 50);
        StartSurveyHandler calls = StartSurveyHandler.byCall(surveys, anyone, 50);

        for (String other : new String[] {"abc:" + PERSON, "client:ana", "15005550006", "+0150055500", "911", ""}) {
            assertThat(texts.respond(to(other)).status()).as(other).isEqualTo(400);
            assertThat(calls.respond(to(other)).status()).as(other).isEqualTo(400);
        }
        assertThat(calls.respond(to("whatsapp:" + PERSON)).status()).isEqualTo(400);
        assertThat(texts.respond(to("whatsapp:" + PERSON)).status()).isNotEqualTo(400);
    }

    @Test
    void the_route_contacts_only_allowed_numbers() {
        StartSurveyHandler route = StartSurveyHandler.byText(surveys, request -> Optional.of("anyone"), 50)
                .withAllowed(number -> !number.id().startsWith("+1900"));

        assertThat(route.respond(to("+19002345678")).status()).isEqualTo(422);
        assertThat(route.respond(to("whatsapp:+19002345678")).status()).isEqualTo(422);
        assertThat(twilio.sent()).isEmpty();
        assertThat(route.respond(to(PERSON)).status()).isEqualTo(201);
    }

    @Test
    void the_route_has_a_rate_limit_and_explains_problems() {
        StartSurveyHandler route = StartSurveyHandler.byCall(surveys, request -> Optional.of("anyone"), 3);

        assertThat(route.respond(to("not a number")).status()).isEqualTo(400);
        assertThat(route.respond(WebhookRequest.post("https://app.example/x")
                                .withForm("To", PERSON, "defaultLanguage", "fi"))
                        .bodyText())
                .contains("has no language fi");
        WebhookResponse accepted = route.respond(to(PERSON));
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.bodyText()).contains("\"callTo\":\"" + PERSON + "\"");
        WebhookResponse tooMany = route.respond(to(PERSON));
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.headers().first("Retry-After")).isPresent();
    }

    @Test
    void the_rate_limit_uses_the_clock_of_the_surveys() {
        StartSurveyHandler route = StartSurveyHandler.byText(surveys, request -> Optional.of("anyone"), 1);
        route.respond(to("not a number"));
        assertThat(route.respond(to("not a number")).status()).isEqualTo(429);

        twilio.advance(Duration.ofMinutes(1));

        assertThat(route.respond(to("not a number")).status()).isEqualTo(400);
    }
}
