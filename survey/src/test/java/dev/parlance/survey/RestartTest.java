package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Restarting the survey for a person, in code and by the route. */
class RestartTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_restart_keeps_the_answers_as_an_earlier_run() {
        shop.openCoffee();
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
                        first -> assertThat(first).contains(",COMPLETED,").endsWith(",1,0,4,,yes"),
                        second -> assertThat(second).contains(",PARTIAL,").endsWith(",2,0,2,,"));
        assertThat(shop.surveys().restart(Address.of("+15005550123"), EarlierAnswers.KEEP))
                .isFalse();
    }

    @Test
    void a_restart_without_answers_erases_earlier_runs_too() {
        shop.openCoffee();
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

    @Test
    void each_result_line_has_the_number_of_its_run() {
        shop.openCoffee();
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

    private WebhookResponse requestRestart(String... form) {
        RestartSurveyHandler route =
                RestartSurveyHandler.of(shop.surveys(), CallerAuth.bearer(Secret.of("a key for tests")), 60);
        return route.respond(WebhookRequest.post("https://app.example/restart")
                .withForm(form)
                .withHeader("Authorization", "Bearer a key for tests"));
    }

    @Test
    void the_restart_route_lets_a_person_take_the_survey_again() {
        shop.openCoffee();
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
        shop.openCoffee();
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
        shop.openCoffee();
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
        shop.openCoffee();
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
}
