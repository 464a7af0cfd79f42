package dev.parlance.serverless.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookTarget;
import dev.parlance.account.WebhookType;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.ProjectAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the command in a folder with a project, against a fake. */
final class Commands {
    static final String NUMBER = "+15005550100";

    private final FakeTwilio twilio;
    private final Path folder;
    private String out = "";
    private String err = "";

    Commands(FakeTwilio twilio, Path folder) {
        this.twilio = twilio;
        this.folder = folder;
    }

    /** Writes a project with a function, an asset and a variable. */
    Commands project() throws IOException {
        twilio.serverless().buildsTake(0);
        file("package.json", "{\"name\": \"greetings\"}");
        file("functions/hello.js", "exports.handler = () => 'hello';");
        file("assets/index.html", "<h1>Hello</h1>");
        file(
                ".env",
                "GREETING=Hello, secret\nACCOUNT_SID=" + twilio.accountSid() + "\nAUTH_TOKEN="
                        + twilio.authToken().reveal());
        file(".env.local", "TWILIO_BASE_URL=" + twilio.url());
        return this;
    }

    void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    int run(String... arguments) {
        return run("", false, arguments);
    }

    int run(String typed, boolean isTerminal, String... arguments) {
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

    void deploy() {
        int code = run("deploy", "-C", "FOLDER");
        assertThat(code).as(err).isZero();
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    String called(WebhookType type) {
        try (TwilioAccount account = ProjectAccount.open(folder)) {
            return account.webhooks().get(WebhookTarget.of(NUMBER), type).called();
        }
    }

    /** What the last command printed to its standard output. */
    String out() {
        return out;
    }

    /** What the last command printed to its standard error. */
    String err() {
        return err;
    }
}
