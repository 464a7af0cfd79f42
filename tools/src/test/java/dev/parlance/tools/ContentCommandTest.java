package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCommandTest {
    private final FakeTwilio twilio = FakeTwilio.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_survey_and_an_account() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(
                folder.resolve("survey.json"),
                "{\"name\": \"tea\", \"opening\": \"guess\", \"variables\": {\"name\": \"Ana\"},"
                        + " \"questions\": [{\"id\": \"again\", \"kind\": \"yesNo\"}]}");
        Files.writeString(folder.resolve("prompts/en.env"), "again=Will you come again, {name}, or not?\n");
        Files.writeString(
                folder.resolve(".env"),
                "TWILIO_ACCOUNT_SID=" + twilio.accountSid() + "\nTWILIO_AUTH_TOKEN="
                        + twilio.authToken().reveal() + "\nTWILIO_BASE_URL=" + twilio.url() + "\n");
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    private Run content(String what, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "content",
                what,
                folder.toString(),
                "--env",
                folder.resolve(".env").toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void the_plan_shows_the_words_and_what_is_missing() {
        Run run = content("plan");

        assertThat(run.out())
                .contains(
                        "  | Will you come again, {{1}}, or not?", "  [ Yes ]", "  [ No ]", "{{1}} is such as \"Ana\"")
                .containsPattern("parlance_tea_open_en_[0-9a-f]{8}: missing")
                .containsPattern("parlance_continue_en_[0-9a-f]{8}: missing");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void applying_creates_the_templates_and_later_they_are_approved() {
        assertThat(content("apply").out()).containsPattern("parlance_tea_open_en_[0-9a-f]{8}: (received|pending)");
        twilio.advance(Duration.ofMinutes(10));

        Run run = content("apply");

        assertThat(run.out()).contains(": approved").doesNotContain("missing");
        assertThat(run.code()).isZero();
    }

    @Test
    void the_templates_of_earlier_words_are_named_and_can_be_removed() throws IOException {
        content("apply");
        Files.writeString(folder.resolve("prompts/en.env"), "again=Shall we see you again, {name}, or not?\n");

        assertThat(content("plan").out()).contains(": no longer needed");
        assertThat(content("apply", "--remove-old").out()).doesNotContain("no longer needed");
    }

    @Test
    void a_missing_account_is_a_problem_that_says_what_to_set() {
        Run run = Run.of("content", "plan", folder.toString(), "--env", "nowhere.env");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("TWILIO_ACCOUNT_SID");
    }
}
