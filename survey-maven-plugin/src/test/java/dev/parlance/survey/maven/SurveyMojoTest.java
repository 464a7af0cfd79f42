package dev.parlance.survey.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyMojoTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void a_survey_and_an_account() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(
                folder.resolve("survey.json"),
                "{\"name\": \"tea\", \"opening\": \"guess\", \"variables\": {\"name\": \"Ana\"},"
                        + " \"questions\": [{\"id\": \"again\", \"kind\": \"yesNo\"}]}");
        english("Will you come again, {name}, or not?");
        Files.writeString(
                folder.resolve(".env"),
                "TWILIO_ACCOUNT_SID=" + twilio.accountSid() + "\nTWILIO_AUTH_TOKEN="
                        + twilio.authToken().reveal() + "\nTWILIO_BASE_URL=" + twilio.url() + "\n");
    }

    private void english(String question) throws IOException {
        Files.writeString(folder.resolve("prompts/en.env"), "again=" + question + "\n");
    }

    private <M extends SurveyMojo> M goal(M mojo) {
        mojo.folder = folder.toFile();
        mojo.envFile = folder.resolve(".env").toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }
        });
        return mojo;
    }

    private String logged() {
        return String.join("\n", log);
    }

    @Test
    void plan_logs_the_words_and_what_is_missing_and_changes_nothing() throws AbstractMojoExecutionException {
        goal(new PlanMojo()).execute();

        assertThat(logged())
                .contains("  | Will you come again, {{1}}, or not?", "  [ Yes ]")
                .containsPattern("parlance_tea_open_en_[0-9a-f]{8}: missing");
        assertThat(twilio.log().requests()).singleElement().hasToString("GET /v2/ContentAndApprovals -> 200");
    }

    @Test
    void apply_creates_what_is_missing_and_later_it_is_approved() throws AbstractMojoExecutionException {
        goal(new ApplyMojo()).execute();
        assertThat(logged()).containsPattern("parlance_tea_open_en_[0-9a-f]{8}: received");
        twilio.advance(Duration.ofMinutes(10));
        log.clear();

        goal(new ApplyMojo()).execute();

        assertThat(log).hasSize(2).allMatch(line -> line.endsWith(": approved"));
    }

    @Test
    void a_build_can_wait_for_the_approval() throws AbstractMojoExecutionException {
        ApplyMojo apply = goal(new ApplyMojo());
        apply.requireApproval = true;

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(apply::execute)
                .withMessage("WhatsApp has not approved every template");

        twilio.advance(Duration.ofMinutes(10));
        apply.execute();
    }

    @Test
    void the_templates_of_earlier_words_are_named_and_can_be_removed()
            throws AbstractMojoExecutionException, IOException {
        goal(new ApplyMojo()).execute();
        english("Shall we see you again, {name}, or not?");
        goal(new PlanMojo()).execute();
        assertThat(logged()).contains(": no longer needed");
        log.clear();
        ApplyMojo apply = goal(new ApplyMojo());
        apply.removeOld = true;

        apply.execute();
        goal(new PlanMojo()).execute();

        assertThat(logged()).doesNotContain("no longer needed");
    }

    @Test
    void a_template_that_whatsapp_rejects_fails_the_goal_before_any_request() throws IOException {
        english("Will you come again, {name}");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> goal(new ApplyMojo()).execute())
                .withMessageContaining("en.env:1: \"again\" ends with the variable {name}");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void a_survey_with_a_problem_fails_the_goal() throws IOException {
        Files.delete(folder.resolve("survey.json"));

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> goal(new PlanMojo()).execute())
                .withMessageContaining("There is no survey");
    }

    @Test
    void a_missing_account_fails_the_goal() throws IOException {
        Files.delete(folder.resolve(".env"));

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> goal(new PlanMojo()).execute())
                .withMessageContaining("TWILIO_ACCOUNT_SID");
    }

    @Test
    void the_goal_can_be_skipped() throws AbstractMojoExecutionException {
        PlanMojo plan = goal(new PlanMojo());
        plan.skip = true;

        plan.execute();

        assertThat(log).containsExactly("Skipped");
        assertThat(twilio.log().requests()).isEmpty();
    }
}
