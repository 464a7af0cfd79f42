package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.serverless.v1.service.Build;
import com.twilio.rest.serverless.v1.service.Environment;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.environment.Deployment;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control characters in what is deployed, printed and downloaded. */
class ControlCharactersTest {
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
    void control_characters_in_logs_are_escaped() throws IOException {
        String message = "a\u001b]0;title\u0007b\u009b2Jc\u202Ed\u007f\re\tf";
        commands.deploy();
        commands.run("list", "environments", "-C", "FOLDER", "--json");
        twilio.serverless().log(commands.json().get(0).path("sid").asText(), "ZH" + "0".repeat(32), "info", message);

        commands.run("logs", "-C", "FOLDER");
        assertThat(commands.out().strip()).endsWith("a\\u001b]0;title\\u0007b\\u009b2Jc\\u202ed\\u007f\\u000de\tf");
        commands.run("logs", "-C", "FOLDER", "--json");
        assertThat(commands.out()).doesNotContain("\u009b", "\u202E", "\u007f");
        assertThat(commands.json().path("message").asText()).isEqualTo(message);
    }

    @Test
    void control_characters_in_variables_and_errors_are_escaped() {
        commands.deploy();
        commands.run("env", "set", "NAME=\u001b[31mred", "-C", "FOLDER");
        commands.run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(commands.out()).contains("NAME=\\u001b[31mred");
        commands.run("env", "get", "NAME", "-C", "FOLDER");
        assertThat(commands.out()).isEqualToIgnoringNewLines("\\u001b[31mred");

        twilio.failNext("GET */Services*", ApiFault.error(400, 20001, "No \u001b[2Jservices"));
        commands.run("list", "services", "-C", "FOLDER");
        assertThat(commands.err()).contains("Twilio says: No \\u001b[2Jservices");
    }

    /** Deploys a function like a tool that accepts any path. */
    private void deployByOtherTool(String path) {
        commands.deploy();
        try (TwilioAccount account = ProjectAccount.open(folder)) {
            String environment = Environment.reader("greetings")
                    .read(account.restClient())
                    .iterator()
                    .next()
                    .getSid();
            String function = Function.creator("greetings", "any")
                    .create(account.restClient())
                    .getSid();
            var bytes = new FileUpload.Content(
                    "x.js", "application/javascript", 1, () -> new ByteArrayInputStream(new byte[] {';'}));
            String version = account.upload(
                    new FileUpload(
                            "serverless-upload",
                            "/v1/Services/greetings/Functions/" + function + "/Versions",
                            Map.of("Path", path, "Visibility", "public"),
                            bytes),
                    json -> json.replaceFirst(".*\"sid\":\"(ZN[0-9a-f]{32})\".*", "$1"));
            String build = Build.creator("greetings")
                    .setFunctionVersions(List.of(version))
                    .create(account.restClient())
                    .getSid();
            Build.fetcher("greetings", build).fetch(account.restClient());
            Deployment.creator("greetings", environment).setBuildSid(build).create(account.restClient());
        }
    }

    @Test
    void a_path_with_a_control_character_is_not_deployed() throws IOException {
        commands.file("functions/x\u001b[2Jy.js", "exports.handler = () => 'hello';");

        assertThat(commands.run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("The path /x\\u001b[2Jy has a control character");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void a_path_with_a_control_character_stops_the_download() throws IOException {
        deployByOtherTool("/x\u001b[2Jy");

        assertThat(commands.run("download", "FOLDER/copy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("/x\\u001b[2Jy has a control character in its path. Nothing was written");
        assertThat(folder.resolve("copy")).isEmptyDirectory();
    }
}
