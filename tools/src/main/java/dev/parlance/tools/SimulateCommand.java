package dev.parlance.tools;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.settings.Secret;
import dev.parlance.simulator.Simulator;
import dev.parlance.simulator.SimulatorBuilder;
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

/** Simulates Twilio and people with phones in a browser, for an application in any language. */
@Command(
        name = "simulate",
        description =
                "Opens a page with phones for your application, in any language. Starts the command after -- with the"
                        + " fake account in its environment. When the command ends, you can start it again from the page.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--app", required = true, paramLabel = "URL", description = "The application's base URL.")
    @SuppressWarnings("NullAway.Init")
    private URI app;

    @Option(
            names = "--texts",
            paramLabel = "PATH",
            defaultValue = "/sms",
            description = "The application's webhook for texts. Default: ${DEFAULT-VALUE}.")
    private String texts = "/sms";

    @Option(
            names = "--calls",
            paramLabel = "PATH",
            defaultValue = "/voice",
            description = "The application's webhook for calls. Default: ${DEFAULT-VALUE}.")
    private String calls = "/voice";

    @Option(
            names = "--whatsapp",
            paramLabel = "PATH",
            description = "The application's webhook for WhatsApp. Default: the one for texts.")
    private @Nullable String whatsApp;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            defaultValue = "+15005550100",
            description = "The number that people text and call, also on WhatsApp. Default: ${DEFAULT-VALUE}.")
    private String number = "+15005550100";

    @Option(
            names = "--person",
            paramLabel = "NUMBER=NAME",
            description = "A person with a phone on the page. Repeatable.")
    private Map<String, String> people = new LinkedHashMap<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description = "The page's port; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--when-time-passes",
            paramLabel = "URL",
            description = "Receives a POST with the new time (now=…) when you move the clock on the page.")
    private @Nullable URI whenTimePasses;

    @Option(
            names = "--proxy",
            description =
                    "Route api.twilio.com through the fake's proxy in the command after --, for libraries with a fixed"
                            + " address.")
    private boolean proxy;

    @Option(names = "--exit", description = "Exit when the command after -- ends, with its exit code.")
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

    @Mixin
    private RecordingOptions recording = new RecordingOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "The command that starts the application, after --.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (FakeTwilio twilio = FakeTwilio.start(account())) {
            twilio.number(number).onText(app.resolve(texts)).onCall(app.resolve(calls));
            if (!number.contains(":")) {
                twilio.number("whatsapp:" + number).onText(app.resolve(whatsApp == null ? texts : whatsApp));
            }
            twilio.allowHost(app.getHost());
            recording.applyTo(twilio);
            SimulatorBuilder builder = Simulator.of(twilio);
            people().forEach(builder::person);
            if (whenTimePasses != null) {
                URI listener = whenTimePasses;
                builder.whenTimePasses(now -> sendTime(listener, now));
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
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("+5215512345678", "Ana");
        samples.put("+201001234567", "Amira");
        samples.put("+15005550006", "Ben");
        return samples;
    }

    /** The environment variables for the application. */
    private Map<String, String> environment(FakeTwilio twilio, Simulator simulator) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        if (!recording.isRecording()) { // while recording, the application needs the credentials of its real account
            environment.putAll(twilio.environment());
        }
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
        out.printf("Webhooks of %s: %s and %s%n", number, app.resolve(texts), app.resolve(calls));
        if (command.isEmpty()) {
            out.println("Set these environment variables for the application:");
            environment.forEach((name, value) -> out.printf("  %s=%s%n", name, value));
        }
    }

    private static int waitForever() throws InterruptedException {
        Thread.currentThread().join();
        return 0;
    }

    private int run(Simulator simulator, Map<String, String> environment) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close)); // or the application would survive Ctrl-C
        CompletableFuture<Integer> end = simulator.run(command, environment);
        int code = end.join();
        if (exit) {
            return code;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%nThe application ended with exit code %d. Start it again at %s, or stop the simulator with Ctrl-C.%n",
                code, simulator.url());
        out.flush();
        return waitForever();
    }

    private void sendTime(URI listener, Instant now) {
        HttpRequest request = HttpRequest.newBuilder(listener)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("now=" + URLEncoder.encode(now.toString(), StandardCharsets.UTF_8)))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            if (status >= 400) {
                throw new IllegalStateException(listener + " answered the new time with status " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Can't send the new time to " + listener + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending the new time to " + listener, e);
        }
    }
}
