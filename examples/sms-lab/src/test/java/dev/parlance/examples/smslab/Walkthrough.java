package dev.parlance.examples.smslab;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.WebhookType;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.Deployment;
import dev.parlance.serverless.Serverless;
import dev.parlance.serverless.ServerlessDeployer;
import dev.parlance.serverless.WebhookRoute;
import dev.parlance.serverless.WebhookRoutes;
import dev.parlance.serverless.project.FunctionsProject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A deployment from plan to rollback with a fake Twilio, printing the result of each step. The README starts it. */
final class Walkthrough {
    private static final String NUMBER = "+15005550100";

    private final Path project;
    private final PrintStream out;

    Walkthrough(Path project, PrintStream out) {
        this.project = project;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path copy = Files.createTempDirectory("sms-lab");
        Files.createDirectory(copy.resolve("functions"));
        for (String file : List.of("package.json", "functions/answer.js")) {
            Files.copy(Path.of(file), copy.resolve(file));
        }
        new Walkthrough(copy, System.out).walk();
    }

    void walk() {
        try (FakeTwilio twilio = FakeTwilio.start();
                TwilioAccount account = TwilioAccount.builder(twilio.settings())
                        .baseUrl(twilio.url())
                        .build()) {
            twilio.number(NUMBER).onText("https://old.example/sms");

            step("parlance-serverless plan");
            out.print(deployer(account).plan());

            step("parlance-serverless deploy --wire " + NUMBER + ":/answer");
            Deployment first = deploy(account);
            wire(account, first);

            step("parlance-serverless deploy, again without changes");
            out.print(deployer(account).plan());

            step("parlance-serverless deploy, after a change to functions/answer.js");
            change();
            deploy(account);

            step("parlance-serverless rollback");
            out.print(
                    Serverless.on(account).service("sms-lab").environment("dev").rollBack());

            step("parlance-serverless wire --undo");
            routes(account).undo().forEach(setting -> out.println("Again, " + setting));
        }
    }

    private void step(String command) {
        out.printf("%n$ %s%n", command);
    }

    private ServerlessDeployer deployer(TwilioAccount account) {
        return ServerlessDeployer.builder(account, FunctionsProject.in(project))
                .progress(out::println)
                .build();
    }

    private Deployment deploy(TwilioAccount account) {
        Deployment done = deployer(account).plan().apply();
        out.print(done);
        return done;
    }

    private void wire(TwilioAccount account, Deployment deployed) {
        WebhookRoute route = WebhookRoute.parse(NUMBER + ":/answer", WebhookType.TEXTS);
        routes(account)
                .apply(List.of(route), deployed.environment())
                .forEach(before -> out.println("Webhook changed; before, " + before));
    }

    private WebhookRoutes routes(TwilioAccount account) {
        return WebhookRoutes.of(account, project.resolve(WebhookRoutes.FILE));
    }

    private void change() {
        try {
            Path function = project.resolve("functions/answer.js");
            Files.writeString(function, Files.readString(function).replace("Good job", "Well done"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
