package dev.parlance.tools;

import dev.parlance.settings.Secret;
import dev.parlance.testkit.FakeAccount;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.Simulator;
import dev.parlance.testkit.SimulatorBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Twilio and some people with phones, in a browser, for an application in any language. */
@Command(
        name = "simulate",
        description =
                "Opens a page with phones, for an application in any language. A command after -- is started with the"
                        + " fake account in its environment. When it ends, the page stays and offers to start it again.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--app", required = true, paramLabel = "URL", description = "Where the application is.")
    @SuppressWarnings("NullAway.Init")
    private URI app;

    @Option(
            names = "--texts",
            paramLabel = "PATH",
            defaultValue = "/sms",
            description = "Its webhook for texts; ${DEFAULT-VALUE}.")
    private String texts = "/sms";

    @Option(
            names = "--calls",
            paramLabel = "PATH",
            defaultValue = "/voice",
            description = "Its webhook for calls; ${DEFAULT-VALUE}.")
    private String calls = "/voice";

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            defaultValue = "+15005550100",
            description = "The number that people text and call; ${DEFAULT-VALUE}.")
    private String number = "+15005550100";

    @Option(
            names = "--person",
            paramLabel = "NUMBER=NAME",
            description = "Somebody with a phone on the page; may be there several times.")
    private Map<String, String> people = new LinkedHashMap<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description = "The port of the page; ${DEFAULT-VALUE}, and 0 takes one that is free.")
    private int port;

    @Mixin
    private PriceOption price = new PriceOption();

    @Option(
            names = "--when-time-passes",
            paramLabel = "URL",
            description = "Is posted the new time (now=…) when the clock is moved on in the page.")
    private @Nullable URI whenTimePasses;

    @Option(
            names = "--proxy",
            description =
                    "Has the command after -- reach api.twilio.com by the fake's proxy, for a library that cannot be told"
                            + " another address.")
    private boolean proxy;

    @Option(
            names = "--exit",
            description =
                    "Exit when the command after -- ends, with its exit code: for a command that does its work and ends.")
    private boolean exit;

    @Option(
            names = "--account-sid",
            paramLabel = "SID",
            defaultValue = "${env:SIMULATOR_ACCOUNT_SID}",
            description = "The fake account's SID, also in SIMULATOR_ACCOUNT_SID. Default: random.")
    private @Nullable String accountSid;

    @Option(
            names = "--auth-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:SIMULATOR_AUTH_TOKEN}",
            description = "The fake account's auth token, also in SIMULATOR_AUTH_TOKEN. Default: random.")
    private @Nullable String authToken;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "What starts the application, after --.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (FakeTwilio twilio = FakeTwilio.start(account())) {
            twilio.number(number).texts(app.resolve(texts)).calls(app.resolve(calls));
            twilio.reaches(app.getHost());
            SimulatorBuilder builder = Simulator.of(twilio).segmentPrice(price.dollars());
            people().forEach(builder::person);
            if (whenTimePasses != null) {
                URI listener = whenTimePasses;
                builder.whenTimePasses(now -> tell(listener, now));
            }
            try (Simulator simulator = builder.open(port)) {
                Map<String, String> environment = environment(twilio, simulator);
                print(simulator, environment);
                return command.isEmpty() ? waitForever() : run(simulator, environment);
            }
        }
    }

    private FakeAccount account() {
        FakeAccount random = FakeAccount.random();
        try {
            return new FakeAccount(
                    accountSid == null ? random.sid() : accountSid,
                    authToken == null ? random.authToken() : Secret.of(authToken));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, String> people() {
        if (!people.isEmpty()) {
            return people;
        }
        Map<String, String> some = new LinkedHashMap<>();
        some.put("+5215512345678", "Ana");
        some.put("+201001234567", "Amira");
        some.put("+15005550006", "Ben");
        return some;
    }

    /** What an application has to know of the account. */
    private Map<String, String> environment(FakeTwilio twilio, Simulator simulator) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(twilio.environment());
        environment.put("TWILIO_PHONE_NUMBER", number);
        environment.put("TWILIO_BASE_URL", twilio.url().toString());
        environment.put("SIMULATOR_URL", simulator.url().toString());
        if (proxy) {
            Path certificate = Files.createTempFile("fake-twilio", ".pem");
            certificate.toFile().deleteOnExit();
            Files.writeString(certificate, twilio.certificatePem());
            for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
                environment.put(name, twilio.proxyUrl().toString());
            }
            environment.put("NO_PROXY", "localhost,127.0.0.1");
            for (String name : List.of("NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")) {
                environment.put(name, certificate.toString());
            }
        }
        return environment;
    }

    private void print(Simulator simulator, Map<String, String> environment) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Open  %s%n%n", simulator.url());
        out.printf("%s has its webhooks at %s and %s%n", number, app.resolve(texts), app.resolve(calls));
        if (command.isEmpty()) {
            out.println("The application needs to know:");
            environment.forEach((name, value) -> out.printf("  %s=%s%n", name, value));
        }
    }

    private static int waitForever() throws InterruptedException {
        Thread.currentThread().join();
        return 0;
    }

    private int run(Simulator simulator, Map<String, String> environment) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close)); // or the application would outlive Ctrl-C
        CompletableFuture<Integer> end = simulator.run(command, environment);
        int code = end.join();
        if (exit) {
            return code;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%nThe application ended with exit code %d. Start it again at %s; Ctrl-C ends it all.%n",
                code, simulator.url());
        out.flush();
        return waitForever();
    }

    private void tell(URI listener, Instant now) {
        HttpRequest request = HttpRequest.newBuilder(listener)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("now=" + URLEncoder.encode(now.toString(), StandardCharsets.UTF_8)))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            if (status >= 400) {
                throw new IllegalStateException(listener + " was told the time, and answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(listener + " could not be told the time: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + listener + " was told the time", e);
        }
    }
}
