package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.settings.TwilioRegion;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deploy and plan commands. */
class DeployCommandTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void setUp() throws IOException {
        commands = new Commands(twilio, folder).project();
    }

    @Test
    void deploy_prints_the_urls_to_stdout_and_progress_to_stderr() {
        commands.deploy();

        assertThat(commands.err())
                .contains(
                        "+ public function /hello",
                        "Creating service greetings",
                        "Uploading 2/2",
                        "Deploying greetings-1000-dev")
                .doesNotContain("\r", "secret");
        assertThat(commands.out()).contains("Deployed greetings in dev", "https://greetings-1000-dev.twil.io/hello");
    }

    /** The documents show them. {@code -Dsamples=write} updates them. */
    @Test
    void the_samples_of_a_plan_and_a_deployment_are_what_is_printed() throws IOException {
        Files.delete(folder.resolve("assets/index.html")); // two files would be uploaded in any order

        assertThat(commands.run("plan", "-C", "FOLDER")).isZero();
        isSample("plan.txt", commands.out());
        commands.deploy();
        isSample("deploy.txt", commands.err() + commands.out());
    }

    private static void isSample(String name, String output) throws IOException {
        Path sample = Path.of("src/test/resources/samples").resolve(name);
        if ("write".equals(System.getProperty("samples"))) {
            Files.writeString(sample, output);
        }
        assertThat(output).isEqualTo(Files.readString(sample));
    }

    @Test
    void an_account_deploys_to_its_region() throws IOException {
        commands.file(".env.local", "TWILIO_REGION=ie1\nTWILIO_BASE_URL=" + twilio.url());

        try (TwilioAccount account = ProjectAccount.open(folder)) {
            assertThat(account.settings().region()).contains(new TwilioRegion("ie1", "dublin"));
        }
        commands.deploy();
        assertThat(twilio.serverless().live("greetings-1000-dev.twil.io")).containsKey("/hello");
    }

    @Test
    void an_edge_without_a_region_is_refused() throws IOException {
        commands.file(".env.local", "TWILIO_EDGE=dublin\nTWILIO_BASE_URL=" + twilio.url());

        assertThat(commands.run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("TWILIO_REGION is missing");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void an_interactive_terminal_shows_a_progress_bar() {
        commands.run("", true, "deploy", "-C", "FOLDER");

        assertThat(commands.err())
                .contains("\r[############            ] Uploading 1/2")
                .doesNotContain("Uploading 1/2\n");
    }

    @Test
    void deploy_prints_json() throws IOException {
        commands.run("deploy", "-C", "FOLDER", "--json", "-e", "production");

        assertThat(commands.json().path("environment").asText()).isEqualTo("production");
        assertThat(commands.json().path("urls").path("/hello").asText())
                .isEqualTo("https://greetings-1000.twil.io/hello");
        assertThat(commands.json().path("changed").asBoolean()).isTrue();
    }

    @Test
    void the_exit_code_of_plan_shows_whether_there_are_changes() throws IOException {
        assertThat(commands.run("plan", "-C", "FOLDER", "--exit-code")).isEqualTo(3);
        assertThat(commands.run("plan", "-C", "FOLDER")).isZero();
        commands.deploy();

        assertThat(commands.run("plan", "-C", "FOLDER", "--exit-code", "--json"))
                .isZero();
        assertThat(commands.json().path("empty").asBoolean()).isTrue();
    }

    @Test
    void a_failure_is_printed_and_sets_the_exit_code() {
        twilio.failNext("POST */Builds", ApiFault.error(400, 20001, "No matching version found for x@1"));

        assertThat(commands.run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("Twilio says: No matching version found for x@1");
        assertThat(commands.out()).isEmpty();
    }

    @Test
    void twilios_own_message_is_printed() {
        twilio.failNext(
                "POST */Services", ApiFault.error(400, 20001, "Services are limited to less than or equal to 50"));

        assertThat(commands.run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("Twilio says: Services are limited");
    }

    @Test
    void an_invalid_command_shows_the_usage() {
        assertThat(commands.run()).isEqualTo(2);
        assertThat(commands.err()).contains("Missing subcommand", "rollback", "TWILIO_ACCOUNT_SID");
        assertThat(commands.run("promote")).isEqualTo(2);
        assertThat(commands.run("env")).isEqualTo(2);
        assertThat(commands.run("wire", "-C", "FOLDER")).isEqualTo(2);
    }

    @Test
    void a_path_is_encoded_in_its_url() throws IOException {
        commands.file("functions/[id]%.js", "exports.handler = () => 'hello';");

        commands.deploy();

        assertThat(commands.out()).contains("https://greetings-1000-dev.twil.io/%5Bid%5D%25");
    }

    @Test
    void missing_account_settings_are_listed() throws IOException {
        commands.file(".env", "");

        assertThat(commands.run("plan", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
    }

    @Test
    void a_completion_script_can_be_generated() {
        assertThat(commands.run("generate-completion")).isZero();
        assertThat(commands.out()).contains("complete -F", "rollback");
    }
}
