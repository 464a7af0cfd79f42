package dev.parlance.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.quarkus.runtime.ParlanceBuildConfig.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SurveyDesksBuildItemTest {
    private record Settings(Optional<List<String>> surveys, Optional<String> fallback, Optional<String> menu)
            implements Desk {
        private static Settings of(String... surveys) {
            return new Settings(Optional.of(List.of(surveys)), Optional.empty(), Optional.empty());
        }
    }

    private static SurveyDesksBuildItem desks(Map<String, Desk> desks) {
        return SurveyDesksBuildItem.of(desks, new TreeSet<>(List.of("coffee", "menu", "tea")));
    }

    @Test
    void the_webhooks_for_a_survey_are_those_of_its_desk() {
        SurveyDesksBuildItem desks = desks(Map.of(
                "front", new Settings(Optional.of(List.of("coffee")), Optional.of("coffee"), Optional.of("menu"))));

        assertThat(desks.byDesk()).containsExactly(entry("front", List.of("coffee", "menu")));
        assertThat(desks.numberOf("menu")).isEqualTo("front");
        assertThat(desks.numberOf("tea")).isEqualTo("tea");
    }

    @Test
    void all_problems_are_reported_together() {
        assertThatIllegalStateException()
                .isThrownBy(() -> desks(Map.of(
                        "back", Settings.of("coffee"), "front", Settings.of("coffee", "juice"), "tea", Settings.of())))
                .withMessage("""
                        The desks of parlance.surveys.desks have 3 problem(s):
                          The survey "coffee" is at the desks "back" and "front".
                          The desk "front" has the survey "juice", but there is no such folder; there are [coffee, menu, tea].
                          The desk "tea" and the survey "tea" have the same webhooks; rename the desk, or add the survey to it.""");
    }
}
