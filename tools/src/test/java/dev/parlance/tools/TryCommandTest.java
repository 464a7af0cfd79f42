package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void a_survey() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(folder.resolve("survey.json"), """
                {"format": 1, "name": "tea",
                 "quotas": [{"name": "some", "when": {"answer": "taste", "atLeast": 1}, "limit": 1}],
                 "questions": [
                   {"id": "taste", "kind": "rating", "least": 1, "most": 5},
                   {"id": "why", "kind": "text", "optional": true}]}
                """);
        Files.writeString(
                folder.resolve("prompts/en.env"), "language=en-US\nvoice=Polly.Joanna\ntaste=How was it?\nwhy=Why?\n");
        Files.writeString(
                folder.resolve("prompts/es.env"), "voice=Polly.Mia\nlanguage=es-MX\ntaste=¿Qué tal?\nwhy=¿Por qué?\n");
    }

    @Test
    void a_survey_by_text_continues_in_the_chosen_language() {
        Run run = Run.typing("español\n97\ncinco\nsaltar\n", "try", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("For English, reply 1.", "> ¿Qué tal?", "un número entre 1 y 5", "> ¿Por qué?")
                .endsWith("COMPLETED, in es\n  taste: 5\n  why: (no answer)\n");
    }

    @Test
    void a_survey_by_call_accepts_keys_speech_and_silence() {
        Run run = Run.typing("\n4\nnice and hot\n", "try", folder.toString(), "--call", "--language", "en-GB");

        assertThat(run.out())
                .startsWith("How was it?\n> ")
                .contains("I did not hear")
                .endsWith("COMPLETED, in en\n  taste: 4\n  why: nice and hot\n");
    }

    @Test
    void recordings_and_pictures_are_named() throws IOException {
        Files.writeString(folder.resolve("how.mp3"), "sound");
        Files.writeString(folder.resolve("cup.png"), "picture");
        Files.writeString(
                folder.resolve("prompts/en.env"),
                "language=en-US\nvoice=Polly.Joanna\ntaste=How was it?\ntaste.audio=how.mp3\ntaste.image=cup.png\nwhy=Why?\n");

        assertThat(Run.typing("4\n", "try", folder.toString(), "--language", "en")
                        .out())
                .startsWith("How was it?\n[shows cup.png]\n> ");
        assertThat(Run.typing("4\n", "try", folder.toString(), "--call", "--language", "en")
                        .out())
                .startsWith("How was it? [plays how.mp3]\n> ");
    }

    @Test
    void a_missing_file_is_a_problem_that_check_reports() throws IOException {
        Files.writeString(
                folder.resolve("prompts/es.env"),
                "voice=Polly.Mia\nlanguage=es-MX\ntaste=¿Qué tal?\ntaste.audio=que.mp3\nwhy=¿Por qué?\n");

        assertThat(Run.typing("", "check", folder.toString()).err())
                .contains("es.env:4: \"taste.audio\" names the file " + folder + "/que.mp3, which does not exist");
    }

    @Test
    void arms_are_drawn_and_requests_fail() throws IOException {
        Files.writeString(folder.resolve("survey.json"), """
                {"format": 1, "name": "tea", "questions": [
                  {"id": "arm", "kind": "assign", "arms": ["short", "long"], "balanced": true},
                  {"id": "stock", "kind": "request", "url": "https://api.example.org/stock"},
                  {"id": "taste", "kind": "rating", "least": 1, "most": 5, "when": {"answer": "stock", "is": "failed"}}]}
                """);

        Run run = Run.typing("4\n", "try", folder.toString(), "--language", "en");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("How was it?")
                .containsPattern("arm: (short|long)")
                .endsWith("  stock: failed\n  taste: 4\n");
    }

    @Test
    void an_interrupted_survey_prints_the_answers_so_far() {
        Run run = Run.typing("2\n", "try", folder.toString(), "--language", "en");

        assertThat(run.out()).endsWith("PARTIAL, in en\n  taste: 2\n");
        assertThat(run.code()).isZero();
    }
}
