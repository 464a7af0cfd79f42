package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for what is deployed. */
class ManageCommandTest {
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
    void rollback_and_promote_run_an_existing_build() throws IOException {
        commands.deploy();
        commands.file("functions/hello.js", "exports.handler = () => 'hola';");
        commands.deploy();

        assertThat(commands.run("rollback", "-C", "FOLDER")).isZero();
        assertThat(commands.out()).contains("Deployed greetings in dev");
        assertThat(commands.run("promote", "-C", "FOLDER", "--to", "production", "--json"))
                .isZero();
        assertThat(commands.json().path("domain").asText()).isEqualTo("greetings-1000.twil.io");
        assertThat(twilio.serverless().live("greetings-1000.twil.io").get("/hello"))
                .asString()
                .contains("'hello'");
    }

    @Test
    void list_shows_services_environments_builds_and_files() throws IOException {
        commands.deploy();

        commands.run("list", "services", "-C", "FOLDER");
        assertThat(commands.out()).matches("ZS\\w{32}  greetings\\s+");
        commands.run("list", "environments", "-C", "FOLDER");
        assertThat(commands.out()).contains("dev  greetings-1000-dev.twil.io  ZB");
        commands.run("list", "builds", "-C", "FOLDER");
        assertThat(commands.out()).contains("completed  2");
        commands.run("list", "files", "-C", "FOLDER", "--json");
        assertThat(commands.json().findValuesAsText("path")).containsExactly("/hello", "/index.html");
    }

    @Test
    void variables_are_masked_by_default() {
        commands.deploy();

        commands.run("env", "list", "-C", "FOLDER");
        assertThat(commands.out()).isEqualToIgnoringNewLines("GREETING=••••");
        commands.run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(commands.out()).contains("GREETING=Hello, secret");
        commands.run("env", "get", "GREETING", "-C", "FOLDER");
        assertThat(commands.out()).isEqualToIgnoringNewLines("Hello, secret");
    }

    @Test
    void variables_are_set_from_arguments_input_and_files_and_unset() throws IOException {
        commands.deploy();
        commands.file("more.env", "A=1\nB=2\n");

        commands.run("typed\n", false, "env", "set", "NAME=Ana", "TOKEN", "-C", "FOLDER");
        assertThat(commands.out()).contains("Set NAME", "Set TOKEN").doesNotContain("typed");
        commands.run("env", "import", "FOLDER/more.env", "-C", "FOLDER");
        commands.run("env", "unset", "B", "NOTHING", "-C", "FOLDER");
        assertThat(commands.out()).contains("Unset B", "There was no NOTHING");

        commands.run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(commands.out())
                .contains("NAME=Ana", "TOKEN=typed", "A=1", "GREETING=")
                .doesNotContain("B=2");
        assertThat(commands.run("env", "set", "1ST=x", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.run("env", "get", "NOTHING", "-C", "FOLDER")).isEqualTo(1);
    }

    @Test
    void logs_are_printed_as_text_and_as_json() throws IOException {
        commands.deploy();
        commands.run("list", "environments", "-C", "FOLDER", "--json");
        twilio.serverless().log(commands.json().get(0).path("sid").asText(), "ZH" + "0".repeat(32), "info", "it ran");

        commands.run("logs", "-C", "FOLDER");
        assertThat(commands.out()).contains(" info ZH", " it ran");
        commands.run("logs", "-C", "FOLDER", "--json");
        assertThat(commands.json().path("message").asText()).isEqualTo("it ran");
    }

    @Test
    void download_writes_the_running_build() {
        commands.deploy();

        assertThat(commands.run("download", "FOLDER/copy", "-C", "FOLDER")).isZero();
        assertThat(folder.resolve("copy/functions/hello.js")).exists();
    }

    @Test
    void remove_asks_for_confirmation() {
        commands.deploy();

        assertThat(commands.run("no\n", true, "remove", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.err()).contains("This removes greetings-1000-dev.twil.io", "Nothing was removed");
        assertThat(commands.run("remove", "-C", "FOLDER")).isEqualTo(1);
        assertThat(commands.run("dev\n", true, "remove", "-C", "FOLDER")).isZero();
        assertThat(commands.run("remove", "-C", "FOLDER", "--whole-service", "--yes"))
                .isZero();

        commands.run("list", "services", "-C", "FOLDER");
        assertThat(commands.out()).isEmpty();
    }
}
