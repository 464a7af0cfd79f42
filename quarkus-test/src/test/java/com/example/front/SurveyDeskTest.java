package com.example.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.MediaFile;
import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.test.WithFakeTwilio;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several surveys on one number, by configuration alone. */
@QuarkusTest
@WithFakeTwilio
@TestProfile(SurveyDeskTest.Front.class)
class SurveyDeskTest {
    private static final String NUMBER = "+12025550198";

    /** A desk with a menu. */
    public static final class Front implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parlance.surveys.location", "desk",
                    "parlance.surveys.desks.front.surveys", "coffee,tea",
                    "parlance.surveys.desks.front.menu", "menu");
        }
    }

    @Inject
    SurveyDesk desk;

    @Inject
    @Identifier("coffee")
    Surveys coffee;

    @Inject
    @Identifier("tea")
    Surveys tea;

    @Inject
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
    void the_desk_serves_the_recordings_and_its_surveys_have_no_paths(FakePhone ana) throws Exception {
        MediaFile taste = coffee.survey().prompts().mediaFiles().get("taste.wav");
        String file = "media/taste-" + taste.sha256() + ".wav";

        ana.calls(NUMBER).hears("What did you have?").presses("1").hears("/surveys/front/" + file);

        assertThat(get("front/" + file).statusCode()).isEqualTo(200);
        assertThat(get("front/" + file).body()).isEqualTo(taste.content().orElseThrow());
        assertThat(get("coffee/" + file).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(publicUrl.at("/surveys/" + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
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
    void the_webhooks_of_the_desk_need_a_signature() throws Exception {
        assertThat(desk.name()).isEqualTo("front");
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
