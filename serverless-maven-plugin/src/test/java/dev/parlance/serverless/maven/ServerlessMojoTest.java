package dev.parlance.serverless.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.serverless.v1.service.Environment;
import com.twilio.rest.serverless.v1.service.environment.Variable;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerlessMojoTest {
    private static final String NUMBER = "+15005550100";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void project() throws IOException {
        twilio.serverless().buildsTake(0);
        Files.createDirectories(folder.resolve("functions"));
        Files.writeString(folder.resolve("functions/hello.js"), "exports.handler = () => 'hello';");
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"greetings\"}");
        Files.writeString(
                folder.resolve(".env"),
                "ACCOUNT_SID=" + twilio.accountSid() + "\nAUTH_TOKEN="
                        + twilio.authToken().reveal() + "\nTWILIO_BASE_URL=" + twilio.url());
    }

    private <M extends ServerlessMojo> M goal(M mojo) {
        mojo.folder = folder.toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }
        });
        return mojo;
    }

    @Test
    void plan_logs_the_changes_without_making_them() throws MojoExecutionException {
        goal(new PlanMojo()).execute();

        assertThat(log).contains("New service greetings, new environment dev", "  + public function /hello (32 bytes)");
        assertThat(twilio.log().requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void deploy_logs_the_urls_and_sets_the_webhook() throws MojoExecutionException {
        twilio.number(NUMBER);
        DeployMojo deploy = goal(new DeployMojo());
        deploy.environment = "production";
        deploy.wire = List.of(NUMBER + ":/hello");

        deploy.execute();

        assertThat(log)
                .contains(
                        "Uploading 1/1 /hello",
                        "  https://greetings-1000.twil.io/hello",
                        "Now, texts to +15005550100: nothing",
                        "Wiring texts of +15005550100 -> /hello");
        assertThat(twilio.serverless().live("greetings-1000.twil.io")).containsOnlyKeys("/hello");
    }

    @Test
    void a_failed_build_fails_the_goal() {
        twilio.serverless().nextBuildFails();

        assertThatThrownBy(() -> goal(new DeployMojo()).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The previous build is still running");
    }

    @Test
    void an_invalid_project_fails_the_goal() {
        PlanMojo plan = goal(new PlanMojo());
        plan.folder = folder.resolve("nowhere").toFile();

        assertThatThrownBy(plan::execute).isInstanceOf(MojoExecutionException.class);
    }

    @Test
    void control_characters_in_a_name_are_escaped() throws MojoExecutionException {
        goal(new DeployMojo()).execute();
        try (TwilioAccount account = ProjectAccount.open(folder)) {
            String environment = Environment.reader("greetings")
                    .read(account.restClient())
                    .iterator()
                    .next()
                    .getSid();
            Variable.creator("greetings", environment, "X\u001b[2J", "any").create(account.restClient());
        }
        PlanMojo plan = goal(new PlanMojo());
        plan.pruneVariables = true;

        plan.execute();

        assertThat(log)
                .anyMatch(line -> line.contains("X\\u001b[2J"))
                .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void control_characters_in_a_path_are_escaped() throws IOException {
        Files.writeString(folder.resolve("functions/x\u001b[2Jy.js"), "exports.handler = () => 'hello';");

        assertThatThrownBy(() -> goal(new PlanMojo()).execute()).hasMessageContaining("/x\\u001b[2Jy");
    }

    @Test
    void the_goal_can_be_skipped() throws MojoExecutionException {
        DeployMojo deploy = goal(new DeployMojo());
        deploy.skip = true;

        deploy.execute();

        assertThat(log).containsExactly("Skipped");
        assertThat(twilio.log().requests()).isEmpty();
    }
}
