package dev.parlance.examples.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.test.ParlanceTest;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ParlanceTest(
        properties = {
            "clinic.manager=+12025550143",
            "spring.security.user.name=clinic",
            "spring.security.user.password=for-tests"
        })
@Import(ResultsPage.class)
class ClinicTest {
    @Autowired
    Surveys visit;

    @Autowired
    PublicUrl publicUrl;

    /** Nobody is contacted at night. */
    @BeforeEach
    void itIsNoonInNewYork(FakeTwilio twilio) {
        twilio.advance(Duration.ofHours(5));
    }

    @Test
    void a_patient_answers_by_text(FakePhone ana) {
        ana.texts("hello").receives("Were you seen on time?");
        ana.texts("no").receives("How long did you wait?");
        ana.texts("up to an hour").receives("Did we listen to you");
        ana.texts("5").texts("4").texts("4").texts("yes").texts("9").texts("skip");

        assertThat(ana.inbox()).last().extracting("body").isEqualTo("Thank you. Get well soon!");
    }

    @Test
    void a_patient_answers_by_call_in_their_language(FakeTwilio twilio) {
        FakePhone luis = twilio.phone("+5215512345678");

        luis.calls("+15005550100")
                .hears("¿Le atendieron a tiempo?")
                .says("sí")
                .hears("¿Le escuchamos")
                .presses("5");
    }

    @Test
    void a_patient_rates_each_visit(FakePhone ana) {
        ana.texts("hello");
        answerAll(ana, "9");

        Invitation next = Invitation.plain().withOccasion("appointment-18");
        assertThat(visit.start("text", Address.of(ana.number()), next).outcome())
                .isEqualTo(StartResult.Outcome.STARTED);
        answerAll(ana, "8");

        assertThat(visit.results().summary().respondents()).isEqualTo(2);
    }

    @Test
    void the_manager_gets_a_text_about_a_low_score(FakePhone ana, FakeTwilio twilio) {
        ana.texts("hello");
        answerAll(ana, "2");

        twilio.phone("+12025550143").receives("A patient scored 2 of 10");
    }

    @Test
    void a_reminder_comes_after_a_day(FakePhone ana, FakeTwilio twilio) {
        ana.texts("hello").receives("Were you seen on time?");

        twilio.advance(Duration.ofHours(25));
        visit.runDue();

        ana.receives("Were you seen on time?");
    }

    @Test
    void the_results_need_a_login(FakePhone ana) throws Exception {
        ana.texts("hello");
        answerAll(ana, "9");

        assertThat(get("/results/answers.csv", "wrong").statusCode()).isEqualTo(401);
        assertThat(get("/results/answers.csv", "for-tests").body()).contains(ana.number());
        assertThat(get("/results/", "for-tests").body()).contains("<title>Results</title>");
        assertThat(get("/results/data", "for-tests").body()).contains("\"question\":\"recommend\",\"answers\":1");
    }

    @Test
    void a_patient_is_invited_from_the_patients_page(FakeTwilio twilio) throws Exception {
        HttpResponse<String> page = get("/patients", "for-tests");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + token.group(1)
                + "&patient=%2B33612345678&appointment=2026-05-13-0930&name=Zo%C3%A9&language=fr-FR";

        HttpRequest invite = request("/invitations", "for-tests")
                .header("Cookie", page.headers().firstValue("Set-Cookie").orElseThrow())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(invite, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        twilio.phone("+33612345678").receives("Bonjour Zoé");
    }

    private static void answerAll(FakePhone patient, String score) {
        patient.texts("yes")
                .texts("5")
                .texts("4")
                .texts("5")
                .texts("yes")
                .texts(score)
                .texts("skip");
    }

    private HttpResponse<String> get(String path, String password) throws Exception {
        return HttpClient.newHttpClient().send(request(path, password).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String password) {
        String login = Base64.getEncoder().encodeToString(("clinic:" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(publicUrl.at(path)).header("Authorization", "Basic " + login);
    }
}
