package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.TextQuestion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads, writes and rereads a definition that uses every field. */
class WholeDefinitionTest {
    private static final String JSON = """
            {
              "$schema": "survey.schema.json",
              "format": 1,
              "name": "whole-1.0",
              "opening": "guess",
              "welcome": "a", "begin": "a", "firstQuestion": "a", "nextQuestion": "a", "lastQuestion": "a",
              "goodbye": "a", "completedAlready": "a", "screenedOut": "a",
              "variables": {"plan": "free"},
              "attempts": {"most": 2, "then": "end"},
              "confidence": 0.7,
              "severalAnswers": true,
              "partialAfter": 3,
              "pause": 1,
              "reminders": ["PT24H", "P2D"],
              "expires": "P10D",
              "quietHours": {"from": "21:00", "to": "08:00"},
              "zone": "Europe/Berlin",
              "calls": {"attempts": 5, "every": "PT1H", "ringFor": "PT20S", "detectMachines": true},
              "keywords": ["COFFEE", "CAFÉ"],
              "interrupts": true,
              "waves": {"every": "P2W", "most": 6},
              "open": {"from": "2026-06-01T08:00:00-05:00", "until": "2026-07-01T00:00:00Z"},
              "quotas": [{"name": "q", "when": {"answer": "n", "atLeast": 1.5}, "limit": 9, "prompt": "a"}],
              "questions": [
                {"id": "n", "kind": "number", "prompt": "a", "least": 0.5, "most": 9.5, "decimals": 1,
                 "attempts": {"most": 1, "then": "handOver", "handOver": "https://example.com/people"}},
                {"id": "t", "kind": "text", "prompt": "a", "least": 2, "most": 9, "pattern": "\\\\d+", "recorded": true,
                 "optional": true, "next": [{"when": {"answered": "n"}, "to": "c"}]},
                {"group": "g", "when": {"variable": "plan", "is": "gold"}, "repeat": {"times": 2}, "order": "random",
                 "questions": [{"id": "d", "kind": "date", "prompt": "a", "earliest": "2026-01-01", "latest": "2026-12-31"}]},
                {"id": "c", "kind": "choices", "prompt": "c", "options": ["x", "y", "z"], "least": 1, "most": 2, "order": "random"},
                {"id": "p", "kind": "phone", "prompt": "a", "country": "MX"},
                {"id": "r", "kind": "rating", "prompt": "a", "least": 1, "most": 5,
                 "next": [{"when": {"any": [{"not": {"answered": "t"}}, {"language": "en"}, {"channel": "text"}]}, "to": "end"}]},
                {"id": "s", "kind": "statement", "prompt": "a"}
              ]
            }""";

    private final Prompts prompts =
            Prompts.of(Map.of("en", Map.of("a", "A?", "c", "C?", "c.x", "X", "c.y", "Y", "c.z", "Z")));

    @Test
    void every_field_is_read() {
        Survey survey = Survey.parse("survey.json", JSON, prompts);

        assertThat(survey.rules()).isEqualTo(new Rules(Attempts.thenEnd(2), 0.7, true, 3, 1, Commands.ALL));
        assertThat(survey.timing())
                .isEqualTo(Timing.DEFAULT
                        .withReminders(Duration.ofHours(24), Duration.ofDays(2))
                        .withExpiry(Duration.ofDays(10))
                        .withQuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))
                        .withZone(ZoneId.of("Europe/Berlin")));
        assertThat(survey.calls()).isEqualTo(new CallPolicy(5, Duration.ofHours(1), Duration.ofSeconds(20), true));
        assertThat(survey.entry())
                .isEqualTo(EntryRules.keywords("COFFEE", "CAFÉ")
                        .withInterrupting()
                        .withSchedule(Instant.parse("2026-06-01T13:00:00Z"), Instant.parse("2026-07-01T00:00:00Z")));
        assertThat(survey.waves()).contains(Waves.every(Period.ofWeeks(2), 6));
        assertThat(survey.wording(Moment.SCREENED_OUT)).contains("a");
        assertThat(survey.question("n")).get().isInstanceOfSatisfying(NumberQuestion.class, n -> {
            assertThat(n.decimals()).isEqualTo(1);
            assertThat(n.settings().attempts()).contains(Attempts.thenHandOver(1, "https://example.com/people"));
        });
        assertThat(survey.question("t"))
                .get()
                .isInstanceOfSatisfying(
                        TextQuestion.class, t -> assertThat(t.recorded()).isTrue());
        assertThat(survey.question("c"))
                .get()
                .isInstanceOfSatisfying(
                        ChoiceQuestion.class, c -> assertThat(c.shuffled()).isTrue());
        assertThat(survey.groups().get(2).repeat()).isEqualTo(Repeat.times(2));
    }

    @Test
    void an_archived_definition_is_the_same_when_read_again() {
        Survey survey = Survey.parse("survey.json", JSON, prompts);
        Survey again = Survey.fromJson(survey.toJson());

        assertThat(again.toJson()).isEqualTo(survey.toJson());
        assertThat(again.questions()).isEqualTo(survey.questions());
        assertThat(again.groups()).isEqualTo(survey.groups());
        assertThat(again.quotas()).isEqualTo(survey.quotas());
        assertThat(again.timing()).isEqualTo(survey.timing());
        assertThat(again.rules()).isEqualTo(survey.rules());
        assertThat(again.waves()).isEqualTo(survey.waves());
        assertThat(again.calls()).isEqualTo(survey.calls());
        assertThat(again.revision()).isEqualTo(survey.revision());
    }
}
