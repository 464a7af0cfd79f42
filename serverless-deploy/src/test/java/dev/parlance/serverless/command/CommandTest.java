package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.serverless.v1.service.Build;
import com.twilio.rest.serverless.v1.service.Environment;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.environment.Deployment;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookType;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.settings.TwilioRegion;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.fault.ApiFault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    private static final String NUMBER = "+15005550100";

    @RegisterExtension
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    @BeforeEach
    void project() throws IOException {
        twilio.serverless().buildsTake(0);
        file("package.json", "{\"name\": \"greetings\"}");
        file("functions/hello.js", "exports.handler = () => 'hello';");
        file("assets/index.html", "<h1>Hello</h1>");
        file(
                ".env",
                "GREETING=Hello, secret\nACCOUNT_SID=" + twilio.accountSid() + "\nAUTH_TOKEN="
                        + twilio.authToken().reveal());
        file(".env.local", "TWILIO_BASE_URL=" + twilio.url());
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return run("", false, arguments);
    }

    private int run(String typed, boolean isTerminal, String... arguments) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        String[] all = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            all[i] = arguments[i].replace("FOLDER", folder.toString());
        }
        int code = ServerlessCommand.run(
                new Terminal(
                        new BufferedReader(new StringReader(typed)),
                        new PrintWriter(stdout),
                        new PrintWriter(stderr),
                        isTerminal),
                all);
        out = stdout.toString();
        err = stderr.toString();
        return code;
    }

    private void deploy() {
        assertThat(run("deploy", "-C", "FOLDER")).as(err).isZero();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    @Test
    void deploy_prints_the_urls_to_stdout_and_progress_to_stderr() {
        deploy();

        assertThat(err)
                .contains(
                        "+ public function /hello",
                        "Creating service greetings",
                        "Uploading 2/2",
                        "Deploying greetings-1000-dev")
                .doesNotContain("\r", "secret");
        assertThat(out).contains("Deployed greetings in dev", "https://greetings-1000-dev.twil.io/hello");
    }

    /** The documents show them. {@code -Dsamples=write} updates them. */
    @Test
    void the_samples_of_a_plan_and_a_deployment_are_what_is_printed() throws IOException {
        Files.delete(folder.resolve("assets/index.html")); // two files would be uploaded in any order

        assertThat(run("plan", "-C", "FOLDER")).isZero();
        isSample("plan.txt", out);
        deploy();
        isSample("deploy.txt", err + out);
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
        file(".env.local", "TWILIO_REGION=ie1\nTWILIO_BASE_URL=" + twilio.url());

        try (TwilioAccount account = ProjectAccount.open(folder)) {
            assertThat(account.settings().region()).contains(new TwilioRegion("ie1", "dublin"));
        }
        deploy();
        assertThat(twilio.serverless().live("greetings-1000-dev.twil.io")).containsKey("/hello");
    }

    @Test
    void an_edge_without_a_region_is_refused() throws IOException {
        file(".env.local", "TWILIO_EDGE=dublin\nTWILIO_BASE_URL=" + twilio.url());

        assertThat(run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("TWILIO_REGION is missing");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void an_interactive_terminal_shows_a_progress_bar() {
        run("", true, "deploy", "-C", "FOLDER");

        assertThat(err).contains("\r[############            ] Uploading 1/2").doesNotContain("Uploading 1/2\n");
    }

    @Test
    void deploy_prints_json() throws IOException {
        run("deploy", "-C", "FOLDER", "--json", "-e", "production");

        assertThat(json().path("environment").asText()).isEqualTo("production");
        assertThat(json().path("urls").path("/hello").asText()).isEqualTo("https://greetings-1000.twil.io/hello");
        assertThat(json().path("changed").asBoolean()).isTrue();
    }

    @Test
    void the_exit_code_of_plan_shows_whether_there_are_changes() throws IOException {
        assertThat(run("plan", "-C", "FOLDER", "--exit-code")).isEqualTo(3);
        assertThat(run("plan", "-C", "FOLDER")).isZero();
        deploy();

        assertThat(run("plan", "-C", "FOLDER", "--exit-code", "--json")).isZero();
        assertThat(json().path("empty").asBoolean()).isTrue();
    }

    @Test
    void a_failure_is_printed_and_sets_the_exit_code() {
        twilio.failNext("POST */Builds", ApiFault.error(400, 20001, "No matching version found for x@1"));

        assertThat(run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("Twilio says: No matching version found for x@1");
        assertThat(out).isEmpty();
    }

    @Test
    void twilios_own_message_is_printed() {
        twilio.failNext(
                "POST */Services", ApiFault.error(400, 20001, "Services are limited to less than or equal to 50"));

        assertThat(run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("Twilio says: Services are limited");
    }

    @Test
    void an_invalid_command_shows_the_usage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err).contains("Missing subcommand", "rollback", "TWILIO_ACCOUNT_SID");
        assertThat(run("promote")).isEqualTo(2);
        assertThat(run("env")).isEqualTo(2);
        assertThat(run("wire", "-C", "FOLDER")).isEqualTo(2);
    }

    @Test
    void rollback_and_promote_run_an_existing_build() throws IOException {
        deploy();
        file("functions/hello.js", "exports.handler = () => 'hola';");
        deploy();

        assertThat(run("rollback", "-C", "FOLDER")).isZero();
        assertThat(out).contains("Deployed greetings in dev");
        assertThat(run("promote", "-C", "FOLDER", "--to", "production", "--json"))
                .isZero();
        assertThat(json().path("domain").asText()).isEqualTo("greetings-1000.twil.io");
        assertThat(twilio.serverless().live("greetings-1000.twil.io").get("/hello"))
                .asString()
                .contains("'hello'");
    }

    @Test
    void list_shows_services_environments_builds_and_files() throws IOException {
        deploy();

        run("list", "services", "-C", "FOLDER");
        assertThat(out).matches("ZS\\w{32}  greetings\\s+");
        run("list", "environments", "-C", "FOLDER");
        assertThat(out).contains("dev  greetings-1000-dev.twil.io  ZB");
        run("list", "builds", "-C", "FOLDER");
        assertThat(out).contains("completed  2");
        run("list", "files", "-C", "FOLDER", "--json");
        assertThat(json().findValuesAsText("path")).containsExactly("/hello", "/index.html");
    }

    @Test
    void variables_are_masked_by_default() {
        deploy();

        run("env", "list", "-C", "FOLDER");
        assertThat(out).isEqualToIgnoringNewLines("GREETING=••••");
        run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(out).contains("GREETING=Hello, secret");
        run("env", "get", "GREETING", "-C", "FOLDER");
        assertThat(out).isEqualToIgnoringNewLines("Hello, secret");
    }

    @Test
    void variables_are_set_from_arguments_input_and_files_and_unset() throws IOException {
        deploy();
        file("more.env", "A=1\nB=2\n");

        run("typed\n", false, "env", "set", "NAME=Ana", "TOKEN", "-C", "FOLDER");
        assertThat(out).contains("Set NAME", "Set TOKEN").doesNotContain("typed");
        run("env", "import", "FOLDER/more.env", "-C", "FOLDER");
        run("env", "unset", "B", "NOTHING", "-C", "FOLDER");
        assertThat(out).contains("Unset B", "There was no NOTHING");

        run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(out).contains("NAME=Ana", "TOKEN=typed", "A=1", "GREETING=").doesNotContain("B=2");
        assertThat(run("env", "set", "1ST=x", "-C", "FOLDER")).isEqualTo(1);
        assertThat(run("env", "get", "NOTHING", "-C", "FOLDER")).isEqualTo(1);
    }

    @Test
    void logs_are_printed_as_text_and_as_json() throws IOException {
        deploy();
        run("list", "environments", "-C", "FOLDER", "--json");
        twilio.serverless().log(json().get(0).path("sid").asText(), "ZH" + "0".repeat(32), "info", "it ran");

        run("logs", "-C", "FOLDER");
        assertThat(out).contains(" info ZH", " it ran");
        run("logs", "-C", "FOLDER", "--json");
        assertThat(json().path("message").asText()).isEqualTo("it ran");
    }

    @Test
    void control_characters_in_logs_are_escaped() throws IOException {
        String message = "a\u001b]0;title\u0007b\u009b2Jc\u202Ed\u007f\re\tf";
        deploy();
        run("list", "environments", "-C", "FOLDER", "--json");
        twilio.serverless().log(json().get(0).path("sid").asText(), "ZH" + "0".repeat(32), "info", message);

        run("logs", "-C", "FOLDER");
        assertThat(out.strip()).endsWith("a\\u001b]0;title\\u0007b\\u009b2Jc\\u202ed\\u007f\\u000de\tf");
        run("logs", "-C", "FOLDER", "--json");
        assertThat(out).doesNotContain("\u009b", "\u202E", "\u007f");
        assertThat(json().path("message").asText()).isEqualTo(message);
    }

    @Test
    void control_characters_in_variables_and_errors_are_escaped() {
        deploy();
        run("env", "set", "NAME=\u001b[31mred", "-C", "FOLDER");
        run("env", "list", "-C", "FOLDER", "--show-values");
        assertThat(out).contains("NAME=\\u001b[31mred");
        run("env", "get", "NAME", "-C", "FOLDER");
        assertThat(out).isEqualToIgnoringNewLines("\\u001b[31mred");

        twilio.failNext("GET */Services*", ApiFault.error(400, 20001, "No \u001b[2Jservices"));
        run("list", "services", "-C", "FOLDER");
        assertThat(err).contains("Twilio says: No \\u001b[2Jservices");
    }

    @Test
    void download_writes_the_running_build() {
        deploy();

        assertThat(run("download", "FOLDER/copy", "-C", "FOLDER")).isZero();
        assertThat(folder.resolve("copy/functions/hello.js")).exists();
    }

    /** Deploys a function like a tool that accepts any path. */
    private void deployByOtherTool(String path) {
        deploy();
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
    void a_path_is_encoded_in_its_url() throws IOException {
        file("functions/[id]%.js", "exports.handler = () => 'hello';");

        deploy();

        assertThat(out).contains("https://greetings-1000-dev.twil.io/%5Bid%5D%25");
    }

    @Test
    void a_path_with_a_control_character_is_not_deployed() throws IOException {
        file("functions/x\u001b[2Jy.js", "exports.handler = () => 'hello';");

        assertThat(run("deploy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("The path /x\\u001b[2Jy has a control character");
        assertThat(twilio.log().requests()).isEmpty();
    }

    @Test
    void a_path_with_a_control_character_stops_the_download() throws IOException {
        deployByOtherTool("/x\u001b[2Jy");

        assertThat(run("download", "FOLDER/copy", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("/x\\u001b[2Jy has a control character in its path. Nothing was written");
        assertThat(folder.resolve("copy")).isEmptyDirectory();
    }

    @Test
    void remove_asks_for_confirmation() {
        deploy();

        assertThat(run("no\n", true, "remove", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("This removes greetings-1000-dev.twil.io", "Nothing was removed");
        assertThat(run("remove", "-C", "FOLDER")).isEqualTo(1);
        assertThat(run("dev\n", true, "remove", "-C", "FOLDER")).isZero();
        assertThat(run("remove", "-C", "FOLDER", "--whole-service", "--yes")).isZero();

        run("list", "services", "-C", "FOLDER");
        assertThat(out).isEmpty();
    }

    @Test
    void a_number_is_wired_to_the_deployment_and_back() {
        twilio.number(NUMBER).onText(URI.create("https://old.example/sms"));

        assertThat(run("deploy", "-C", "FOLDER", "--wire", NUMBER + ":/hello")).isZero();
        assertThat(err)
                .contains(
                        "Now, texts to +15005550100: POST https://old.example/sms",
                        "Wiring texts of +15005550100 -> /hello");
        assertThat(asked(WebhookType.TEXTS)).isEqualTo("POST https://greetings-1000-dev.twil.io/hello");
        run("deploy", "-C", "FOLDER", "--wire", NUMBER + ":/hello");

        assertThat(run("wire", "--undo", "-C", "FOLDER")).isZero();
        assertThat(out).contains("Again, texts to +15005550100: POST https://old.example/sms");
        assertThat(asked(WebhookType.TEXTS)).isEqualTo("POST https://old.example/sms");
        assertThat(run("wire", "--undo", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("Nothing to undo");
    }

    @Test
    void a_number_can_be_wired_to_another_host() {
        twilio.number(NUMBER);

        assertThat(run("wire", "-C", "FOLDER", "--wire-calls", NUMBER + ":https://tunnel.example/voice"))
                .isZero();
        assertThat(out)
                .contains(
                        "Before, calls to +15005550100: nothing",
                        "Now, calls to +15005550100: POST https://tunnel.example/voice");

        assertThat(asked(WebhookType.CALLS)).isEqualTo("POST https://tunnel.example/voice");
        assertThat(asked(WebhookType.TEXTS)).isEqualTo("nothing");
    }

    @Test
    void an_invalid_wire_is_reported_before_the_deployment() {
        for (String wire : new String[] {"555:/x", "+15005550100", "+15005550100:x", "CA1:/x"}) {
            assertThat(run("deploy", "-C", "FOLDER", "--wire", wire)).as(wire).isEqualTo(1);
            assertThat(err).as(wire).contains("\"" + wire + "\" is not a valid TARGET:PLACE");
        }
        assertThat(run("deploy", "-C", "FOLDER", "--wire", "+15005550199:/hello"))
                .isEqualTo(1);
        assertThat(err).contains("does not own");
        assertThat(twilio.log().requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void missing_account_settings_are_listed() throws IOException {
        file(".env", "");

        assertThat(run("plan", "-C", "FOLDER")).isEqualTo(1);
        assertThat(err).contains("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN");
    }

    @Test
    void a_completion_script_can_be_generated() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out).contains("complete -F", "rollback");
    }

    private String asked(WebhookType type) {
        try (TwilioAccount account = ProjectAccount.open(folder)) {
            return account.webhooks().get(NUMBER, type).asked();
        }
    }
}
