package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.PlannedStep.Kind;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Timing;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a survey will do by itself. */
class PlannedStepsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final String ANA = "+15005550111";
    private static final String BEN = "+15005550112";

    private App app;

    private Surveys surveys(Timing timing) {
        Survey survey = Coffee.survey().timing(timing).build();
        app = new App(twilio, survey, settings -> settings);
        return app.surveys();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_reminder_and_the_expiry_are_planned_until_they_have_happened() {
        Surveys surveys = surveys(Coffee.timing(Duration.ofHours(2), Duration.ofDays(2)));
        Instant asked = twilio.clock().instant();
        twilio.phone(ANA).texts("hi");

        assertThat(surveys.upcoming(10))
                .containsExactly(
                        new PlannedStep(asked.plus(Duration.ofHours(2)), Kind.REMINDER, Address.of(ANA)),
                        new PlannedStep(asked.plus(Duration.ofDays(2)), Kind.EXPIRY, Address.of(ANA)));

        twilio.advance(Duration.ofHours(2));
        surveys.runDue();

        assertThat(surveys.upcoming(10)).extracting(PlannedStep::kind).containsExactly(Kind.EXPIRY);

        twilio.advance(Duration.ofDays(2));
        surveys.runDue();

        assertThat(surveys.upcoming(10)).isEmpty();
    }

    @Test
    void the_soonest_steps_of_all_people_come_first() {
        Surveys surveys = surveys(Coffee.timing(Duration.ofHours(2), Duration.ofDays(2)));
        twilio.phone(ANA).texts("hi");
        twilio.advance(Duration.ofMinutes(5));
        twilio.phone(BEN).texts("hi");

        List<PlannedStep> planned = surveys.upcoming(3);

        assertThat(planned).extracting(step -> step.person().id()).containsExactly(ANA, BEN, ANA);
        assertThat(planned).extracting(PlannedStep::kind).containsExactly(Kind.REMINDER, Kind.REMINDER, Kind.EXPIRY);
    }

    @Test
    void a_survey_that_never_expires_plans_only_reminders() {
        Surveys surveys = surveys(Coffee.timing(Duration.ofHours(2), Timing.NEVER));
        twilio.phone(ANA).texts("hi");

        assertThat(surveys.upcoming(10)).extracting(PlannedStep::kind).containsExactly(Kind.REMINDER);
    }
}
