package dev.parlance.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.SurveysCustomizer;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An account is configured, and still nothing reaches Twilio. */
@ParlanceTest(
        properties = {
            "parlance.twilio.account-sid=AC00000000000000000000000000000001",
            "parlance.twilio.auth-token=00000000000000000000000000000000",
            "parlance.twilio.phone-number=+12025550199"
        })
class ParlanceTestTest {
    private static final String SURVEY_NUMBER = "+12025550198";

    @Autowired
    Surveys coffee;

    @BeforeEach
    void setUp(FakeTwilio twilio, @Autowired PublicUrl publicUrl) {
        twilio.number(SURVEY_NUMBER).onText(publicUrl.at("/surveys/coffee/text"));
    }

    @Test
    void phones_are_parameters(FakePhone ana, FakeTwilio twilio, FakePhone ben) {
        ana.textsTo("+12025550199", "hello").receives("You said: hello");
        ben.calls("+12025550199").hears("Hello");

        assertThat(ana.number()).isEqualTo("+12025550101");
        assertThat(ben.number()).isEqualTo("+12025550102");
        assertThat(twilio.phone("+12025550101").inbox()).hasSize(1);
    }

    @RepeatedTest(2)
    void each_test_starts_with_a_fresh_fake_and_an_empty_store(FakePhone ana, FakeTwilio twilio) {
        assertThat(twilio.sent()).isEmpty();
        assertThat(coffee.find(Address.of(ana.number()))).isEmpty();

        assertThat(coffee.start("text", Address.of(ana.number()), Invitation.plain())
                        .outcome())
                .isEqualTo(StartResult.Outcome.STARTED);
        ana.receives("How was the coffee");
    }

    @RepeatedTest(2)
    void the_application_has_the_clock_of_the_fake(FakePhone ana, FakeTwilio twilio, @Autowired Clock clock) {
        twilio.advance(Duration.ofHours(3));

        ana.textsTo("+12025550199", "hello").receives("at 2026-03-01T15:00:00Z");
        assertThat(clock.instant()).isEqualTo(twilio.clock().instant());
    }

    @RepeatedTest(2)
    void a_reminder_is_sent_when_its_time_has_come(FakePhone ana, FakeTwilio twilio) {
        ana.textsTo(SURVEY_NUMBER, "hi").receives("How was the coffee");
        coffee.runDue();
        ana.receivesNothing();

        twilio.advance(Duration.ofHours(25));
        coffee.runDue();

        ana.receives("How was the coffee");
    }

    @Test
    void the_slice_has_listeners_and_the_configuration_of_surveys(
            FakePhone ana, @Autowired Ratings ratings, @Autowired ObjectProvider<SurveysCustomizer> customizers) {
        ana.textsTo(SURVEY_NUMBER, "hi").texts("4").texts("yes").receives("How was the coffee");

        assertThat(ratings.completed).contains(ana.number());
        assertThat(customizers.stream()).hasSize(1);
    }

    @Test
    void the_slice_leaves_out_what_does_not_talk_to_people(@Autowired ObjectProvider<Archive> archive) {
        assertThat(archive.getIfAvailable()).isNull();
    }

    @Test
    void there_is_no_page_with_phones_in_a_test(@Autowired ApplicationContext application) {
        assertThat(application.containsBean("simulatorPage")).isFalse();
    }

    @Test
    void every_auto_configuration_of_parlance_belongs_to_the_slice() throws IOException {
        assertThat(lines("META-INF/spring/dev.parlance.spring.test.ParlanceTest.imports"))
                .containsAll(
                        lines("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
                                .stream()
                                .filter(name -> name.startsWith("dev.parlance."))
                                .toList());
    }

    private static List<String> lines(String resource) throws IOException {
        List<String> lines = new ArrayList<>();
        for (URL file : Collections.list(ParlanceTestTest.class.getClassLoader().getResources(resource))) {
            try (InputStream in = file.openStream()) {
                lines.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        return lines;
    }
}
