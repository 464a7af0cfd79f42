package com.example.coffee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.MediaFile;
import dev.parlance.prompt.Prompts;
import dev.parlance.quarkus.PublicUrl;
import dev.parlance.quarkus.test.WithFakeTwilio;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.Delivery;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A survey that is only a folder. */
@QuarkusTest
@WithFakeTwilio
class CoffeeSurveyTest {
    private static final String NUMBER = "+15005550199";

    @Inject
    Surveys surveys;

    @Inject
    @Identifier("coffee")
    Surveys coffee;

    @Inject
    PublicUrl publicUrl;

    @Inject
    Prompts prompts;

    @Inject
    Clock clock;

    @BeforeEach
    void setUp(FakeTwilio twilio) {
        twilio.number(NUMBER)
                .onText(publicUrl.at("/surveys/coffee/text"))
                .onCall(publicUrl.at("/surveys/coffee/voice"));
    }

    @Test
    void a_person_answers_by_text_and_the_application_hears_of_it(FakePhone ana, FakeTwilio twilio) {
        ana.textsTo(NUMBER, "hello").receives("How was the coffee");
        ana.textsTo(NUMBER, "5").receives("Would you come again");
        ana.textsTo(NUMBER, "yes");

        assertThat(coffee.results().summary().respondents()).isEqualTo(1);
        twilio.phone("+12025550143").receives("A survey is complete.");
    }

    @Test
    void a_text_that_was_not_delivered_is_in_the_session(FakePhone ana, FakeTwilio twilio) {
        ana.textsTo(NUMBER, "hello").receives("How was the coffee").losesReception();
        ana.textsTo(NUMBER, "5");
        twilio.settle();

        assertThat(coffee.find(Address.of("+12025550101")).orElseThrow().undelivered())
                .extracting(Delivery::status)
                .containsExactly(Delivery.Status.UNDELIVERED);
    }

    @Test
    void a_person_answers_by_phone(FakePhone ana) {
        ana.calls(NUMBER).hears("/surveys/coffee/media/taste-").presses("4").hears("Would you come again");

        assertThat(coffee.find(Address.of("+12025550101"))).isPresent();
    }

    @Test
    void a_recording_is_served_without_a_signature() throws Exception {
        MediaFile taste = coffee.survey().prompts().mediaFiles().get("sounds/taste.wav");
        String path = "/surveys/coffee/media/taste-" + taste.sha256() + ".wav";

        HttpResponse<byte[]> whole = get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(whole.headers().firstValue("ETag")).hasValue("\"" + taste.sha256() + "\"");
        assertThat(whole.body()).isEqualTo(taste.content().orElseThrow());
        HttpResponse<byte[]> part = get(path, "Range", "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).asString().isEqualTo("RIFF");
        assertThat(get(path, "If-None-Match", "\"" + taste.sha256() + "\"").statusCode())
                .isEqualTo(304);
        assertThat(get("/surveys/coffee/media/taste.wav").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(publicUrl.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void a_reminder_is_due_on_the_fake_s_clock(FakePhone ana, FakeTwilio twilio) {
        surveys.start("text", Address.of("+12025550101"), Invitation.in("en-US"));
        ana.receives("How was the coffee");

        twilio.advance(Duration.ofHours(25));
        surveys.runDue();

        ana.receives("How was the coffee");
        assertThat(clock.instant()).isEqualTo(twilio.clock().instant());
    }

    @Test
    void each_test_has_an_empty_store() {
        assertThat(coffee.results().summary().respondents()).isZero();
        assertThat(surveys).isSameAs(coffee);
    }

    @Test
    void a_folder_of_prompts_is_a_bean() {
        assertThat(prompts.in("en-US").text("hello")).isEqualTo("Hello from a file");
    }
}
