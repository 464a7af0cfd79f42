package dev.parlance.examples.survey;

import dev.parlance.account.TwilioAccount;
import dev.parlance.account.browser.DialPlan;
import dev.parlance.editor.SurveyEditor;
import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.PromptException;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import dev.parlance.simulator.Simulator;
import dev.parlance.simulator.Upcoming;
import dev.parlance.survey.definition.SurveyException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Runs the application with a simulator, without any setup. If the environment or {@code .env} has an account, it serves that
 * account's real numbers instead.
 */
final class Demo implements AutoCloseable {
    static final String NUMBER = "+15005550100";

    private final FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
    private final SurveyApp app;
    private final SurveyEditor editor;
    private final Simulator simulator;
    private final Secret key = randomKey();

    /** Starts both. Port 0 means a free port. */
    Demo(Path folder, int appPort, int simulatorPort) {
        int port = appPort == 0 ? freePort() : appPort;
        URI url = URI.create("http://localhost:" + port);
        twilio.number(NUMBER).onText(url + "/sms").onCall(url + "/voice");
        TwilioAccount account =
                TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        twilio.number("whatsapp:" + NUMBER).onText(url + "/whatsapp");
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Setup setup = new Setup(
                loopback, url, key, folder, temporary().resolve("survey.db"), DialPlan.allow("US", "MX", "EG"));
        app = new SurveyApp(account, twilio.authToken(), setup, twilio.clock());
        editor = SurveyEditor.open(folder, 0);
        simulator = Simulator.of(twilio)
                .person("+525512345678", "Ana")
                .person("+201001234567", "Amira")
                .person("+12025550106", "Ben")
                .person("whatsapp:+33639980123", "Camille")
                .link("Results", URI.create(url + "/results#key=" + key.reveal()))
                .link("Edit this survey", editor.url())
                .whenTimePasses(now -> app.doPeriodicWork())
                .upcoming(this::upcoming)
                .open(simulatorPort);
    }

    /** What the survey will do by itself, for the simulator's timeline. */
    private List<Upcoming> upcoming() {
        return app.upcoming().stream()
                .map(step -> new Upcoming(
                        step.at(),
                        step.kind().name().toLowerCase(Locale.ROOT),
                        step.person().value()))
                .toList();
    }

    URI simulatorUrl() {
        return simulator.url();
    }

    URI editorUrl() {
        return editor.url();
    }

    URI appUrl() {
        return app.url();
    }

    Secret key() {
        return key;
    }

    FakeTwilio twilio() {
        return twilio;
    }

    FakePhone phone(String number) {
        return twilio.phone(number);
    }

    void doPeriodicWork() {
        app.doPeriodicWork();
    }

    void closeApp() {
        app.close();
    }

    @Override
    public void close() {
        simulator.close();
        editor.close();
        closeApp();
        twilio.close();
    }

    private static Secret randomKey() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return Secret.of(HexFormat.of().formatHex(random));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("survey-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first argument is the port of the simulator, or with an account, of the application. */
    public static void main(String[] arguments) throws IOException {
        try {
            Settings settings = Settings.standard();
            if (settings.find("TWILIO_ACCOUNT_SID").isPresent()) {
                serveRealNumbers(settings, arguments);
            } else {
                simulate(settings, arguments);
            }
        } catch (SettingsException | SurveyException | PromptException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage() + " Pass another port as the argument.");
            System.exit(1);
        }
    }

    private static void simulate(Settings settings, String[] arguments) {
        Path folder = Path.of(settings.find("SURVEY_FOLDER").orElse("survey"));
        Demo demo = new Demo(folder, 0, arguments.length == 0 ? 8025 : Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
        System.out.printf(
                """

                Open  %s

                Text or call as Ana, Amira or Ben; Camille is on WhatsApp. "Results" and "Edit this survey" are at the top of the
                page. The questions are in %s: once you save a change, new respondents get it.
                Press Ctrl-C to stop.
                """,
                demo.simulatorUrl(),
                folder.resolve("survey.json").toAbsolutePath().normalize());
    }

    /** Asks for a missing public URL and creates a missing key. */
    private static void serveRealNumbers(Settings settings, String[] arguments) throws IOException {
        AccountSettings.from(settings); // reports problems with the account first
        if (arguments.length > 0) {
            System.setProperty("PORT", arguments[0]);
        }
        if (settings.find("PUBLIC_URL").isEmpty()) {
            int port = settings.find("PORT").map(Integer::parseInt).orElse(8080);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            System.setProperty("PUBLIC_URL", PublicUrl.ask(in, System.out, port).toString());
        }
        if (settings.find("SURVEY_KEY").isEmpty()) {
            String key = randomKey().reveal();
            System.setProperty("SURVEY_KEY", key);
            System.out.println("SURVEY_KEY is not set. The key for this run is " + key);
        }
        SurveyApp.main(arguments);
        System.out.printf(
                "Set the number's webhooks to %1$s/sms for texts and %1$s/voice for calls.%n"
                        + "The results are at %1$s/results%n",
                Settings.standard().find("PUBLIC_URL").orElseThrow());
    }
}
