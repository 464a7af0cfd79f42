package dev.parlance.survey.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A recording and its transcript arrive in two webhooks, in either order. */
class RecordingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final Survey survey = Survey.builder("x")
            .prompts(Prompts.of(Map.of("en", Map.of("why", "Why?", "more", "More?"))))
            .ask(Question.text("why").recordedOnCalls(), Question.text("more"))
            .build();
    private final SessionState asked = advance(
            SessionState.create(
                    "x",
                    Address.of("+15005550006"),
                    survey.revision(),
                    new Person("en", true, Optional.empty(), Map.of(), 1),
                    Channel.VOICE),
            Input.arrival());

    private SessionState advance(SessionState session, Input input) {
        return SessionState.of(SurveyMachine.advance(survey, session, input, TurnInputs.at(NOW, Medium.VOICE))
                .done()
                .session());
    }

    private SessionState transcribed(SessionState session) {
        return SessionState.fromJson(SurveyMachine.transcribed(session, "RE1", "it was cold")
                .session()
                .toJson());
    }

    @Test
    void a_transcript_after_its_recording_replaces_the_url() {
        SessionState session = advance(asked, new Input.Recording("RE1", "https://api.example/RE1"));

        assertThat(session.answers().get("why").value().text()).isEqualTo("https://api.example/RE1");
        assertThat(transcribed(session).answers().get("why").value().text()).isEqualTo("it was cold");
        assertThat(transcribed(session).turn()).isEqualTo(session.turn());
    }

    @Test
    void a_transcript_before_its_recording_is_stored_until_it_arrives() {
        SessionState session = advance(transcribed(asked), new Input.Recording("RE1", "https://api.example/RE1"));

        assertThat(session.answers().get("why").value().text()).isEqualTo("it was cold");
        assertThat(session.transcripts()).isEmpty();
    }
}
