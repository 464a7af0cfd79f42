package dev.parlance.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.MediaFile;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.Delivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/** Several surveys on one number, by configuration alone. */
@ParlanceTest
@TestPropertySource(
        properties = {
            "parlance.surveys.location=classpath:desk/",
            "parlance.surveys.desks.front.surveys=coffee,tea",
            "parlance.surveys.desks.front.menu=menu",
            "parlance.surveys.message-status=true"
        })
class SurveyDeskTest {
    private static final String NUMBER = "+12025550198";

    /** The same in a reactive application. */
    @TestPropertySource(properties = "spring.main.web-application-type=reactive")
    static class InWebFluxTest extends SurveyDeskTest {}

    @Autowired
    @Qualifier("coffee")
    Surveys coffee;

    @Autowired
    @Qualifier("tea")
    Surveys tea;

    @Autowired
    PublicUrl publicUrl;

    @BeforeEach
    void setUp(FakeTwilio twilio) {
        twilio.number(NUMBER).onText(at("text")).onCall(at("voice"));
    }

    private URI at(String webhook) {
        return publicUrl.at("/surveys/front/" + webhook);
    }

    @Test
    void a_text_is_for_the_survey_that_it_names(FakePhone ana, FakePhone ben) {
        ana.textsTo(NUMBER, "tea").receives("Was the tea strong?");
        ben.textsTo(NUMBER, "hi").receives("What did you have?\n1. Coffee\n2. Tea");
        ben.texts("1").receives("How was the coffee, 1 to 5?");
        ana.texts("yes").receives("Thank you");

        assertThat(tea.find(Address.of(ana.number()))).isPresent();
        assertThat(tea.find(Address.of(ben.number()))).isEmpty();
    }

    @Test
    void a_text_that_was_not_delivered_is_in_the_session_of_its_survey(FakePhone ana, FakeTwilio twilio) {
        ana.textsTo(NUMBER, "tea")
                .receives("Was the tea strong?")
                .losesReception()
                .texts("yes");
        twilio.settle();

        assertThat(tea.find(Address.of(ana.number())).orElseThrow().undelivered())
                .extracting(Delivery::status)
                .containsExactly(Delivery.Status.UNDELIVERED);
    }

    @Test
    void a_caller_chooses_a_survey(FakePhone ana) {
        ana.calls(NUMBER)
                .hears("What did you have?")
                .presses("2")
                .hears("Was the tea strong?")
                .says("no")
                .hears("Thank you");
    }

    @Test
    void the_desk_serves_the_recordings_of_its_surveys(FakePhone ana) throws Exception {
        MediaFile taste = coffee.survey().prompts().mediaFiles().get("taste.wav");
        String file = "media/taste-" + taste.sha256() + ".wav";

        ana.calls(NUMBER).hears("What did you have?").presses("1").hears("/surveys/front/" + file);

        HttpResponse<byte[]> served = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at(file)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(taste.content().orElseThrow());
    }

    @Test
    void a_call_that_a_survey_places_comes_back_to_it(FakePhone ana, FakeTwilio twilio) {
        tea.start(Channel.VOICE, Address.of(ana.number()), Invitation.plain());
        twilio.settle();

        ana.answers().hears("Was the tea strong?");
    }

    @Test
    void a_person_in_the_middle_of_one_survey_is_not_contacted_for_another(FakePhone ana) {
        ana.textsTo(NUMBER, "coffee").receives("How was the coffee");

        StartResult result = tea.start(Channel.TEXT, Address.of(ana.number()), Invitation.plain());

        assertThat(result.outcome()).isEqualTo(StartResult.Outcome.IN_ANOTHER_SURVEY);
    }

    @Test
    void only_the_desk_has_webhooks_and_they_need_a_signature(
            @Autowired SurveyDesk desk, @Autowired List<WebhookEndpoint> endpoints) throws Exception {
        assertThat(desk.name()).isEqualTo("front");
        assertThat(endpoints)
                .extracting(WebhookEndpoint::path)
                .containsExactly("/surveys/front/text", "/surveys/front/voice");
        assertThat(unsigned(at("text"))).isEqualTo(403);
        assertThat(unsigned(at("voice"))).isEqualTo(403);
    }

    private static int unsigned(URI webhook) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=%2B15005550006&Body=tea"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
