package dev.parlance.benchmarks;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.serverless.Serverless;
import dev.parlance.serverless.ServerlessDeployer;
import dev.parlance.serverless.project.FunctionsProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Deploys a folder of 30 functions and 20 assets to a fake that delays every response by 100 milliseconds: with this library, and
 * with Twilio's own toolkit for Node. Started by {@code benchmarks/deploy}.
 */
public final class DeployComparison {
    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final int FUNCTIONS = 30;
    private static final int ASSETS = 20;

    private final FakeTwilio twilio;
    private final TwilioAccount account;
    private final Path folder;
    private final Path script;

    private DeployComparison(FakeTwilio twilio, TwilioAccount account, Path folder, Path script) {
        this.twilio = twilio;
        this.account = account;
        this.folder = folder;
        this.script = script;
    }

    /** Runs everything, in about half a minute. Argument: the toolkit's script. */
    public static void main(String[] arguments) throws Exception {
        try (FakeTwilio twilio = FakeTwilio.start();
                TwilioAccount account = TwilioAccount.builder(twilio.settings())
                        .baseUrl(twilio.url())
                        .build()) {
            Path folder = Files.createTempDirectory("deploy");
            new DeployComparison(twilio, account, folder, Path.of(arguments[0])).run();
        }
    }

    private void run() throws Exception {
        Files.createDirectories(folder.resolve("functions"));
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"parlance\"}");
        for (int i = 0; i < FUNCTIONS; i++) {
            function(i, "first");
        }
        for (int i = 0; i < ASSETS; i++) {
            Files.writeString(folder.resolve("assets/asset" + i + ".txt"), "asset " + i);
        }
        twilio.failNext(100_000, "*", ApiFault.slow(LATENCY));
        System.out.printf("%-28s %9s %8s%n", "", "requests", "seconds");
        measure("parlance, first", this::parlance);
        measure("toolkit, first", this::toolkit);
        measure("parlance, unchanged", this::parlance);
        measure("toolkit, unchanged", this::toolkit);
        function(0, "second");
        measure("parlance, one file changed", this::parlance);
        measure("toolkit, one file changed", this::toolkit);
        measure("parlance, roll-back", this::rollBack);
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));
        function(0, "first");
        measure("parlance, without its state file", this::parlance);
    }

    private void function(int number, String text) throws IOException {
        Files.writeString(
                folder.resolve("functions/function" + number + ".js"),
                "exports.handler = (context, event, callback) => callback(null, '" + text + "');\n");
    }

    private double parlance() {
        return seconds(() -> ServerlessDeployer.builder(account, FunctionsProject.in(folder))
                .build()
                .plan()
                .apply());
    }

    private double rollBack() {
        return seconds(() ->
                Serverless.on(account).service("parlance").environment("dev").rollBack());
    }

    private static double seconds(Supplier<?> action) {
        long start = System.nanoTime();
        var unused = action.get();
        return (System.nanoTime() - start) / 1e9;
    }

    private double toolkit() throws IOException, InterruptedException {
        Process node = new ProcessBuilder(List.of(
                        "node",
                        script.toString(),
                        folder.toString(),
                        twilio.url().toString(),
                        twilio.accountSid(),
                        twilio.authToken().reveal()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String seconds = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new IllegalStateException("The toolkit failed");
        }
        return Double.parseDouble(seconds.strip());
    }

    private void measure(String what, Callable<Double> action) throws Exception {
        int before = twilio.log().requests().size();
        double seconds = action.call();
        System.out.printf("%-28s %9d %8.1f%n", what, twilio.log().requests().size() - before, seconds);
    }
}
