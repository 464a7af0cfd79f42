package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.Waves;
import dev.parlance.survey.results.Summary;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/CAMPAIGNS.md about waves. */
class WavesManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @Test
    void results_of_waves() {
        // snippet: waves
        Waves monthly = Waves.every(Period.ofMonths(1), 6);
        // end
        Survey survey = Coffee.survey().waves(monthly).build();
        Surveys surveys = new Campaigners(DocumentStore.inMemory(), twilio.clock())
                .withSurvey(survey)
                .node();
        surveys.start(Channel.TEXT, person(0), Invitation.plain());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // snippet: results
        surveys.results().wave(2).csv(out);
        Map<Integer, Summary> byWave = surveys.results().summaryByWave();
        // end

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(byWave.get(1).respondents()).isEqualTo(1);
    }
}
