package dev.parlance.survey.jdbc;

import dev.parlance.account.TwilioAccount;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A survey on WhatsApp in a separate process, so that it can be killed. */
final class MessengerNode implements AutoCloseable {
    static final String SENDER = "whatsapp:+15005550100";

    private final Process process;
    private final BufferedReader out;

    private MessengerNode(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Survey survey() {
        return Survey.parse(
                "visit.json",
                """
                {"name": "visit", "opening": "guess", "goodbye": "bye", "questions": [
                  {"id": "came", "kind": "yesNo"},
                  {"id": "drink", "kind": "choice", "options": ["tea", "coffee"]},
                  {"id": "again", "kind": "yesNo"}
                ]}
                """,
                Prompts.of(Map.of(
                        "en",
                        Map.of(
                                "came", "Did you come?",
                                "drink", "What did you drink?",
                                "drink.tea", "Tea",
                                "drink.coffee", "Coffee",
                                "again", "Will you come again?",
                                "bye", "Thank you!"))));
    }

    /** Arguments: the database, the fake's URL, the account, its token, the time of the fake, whose clock stands still. */
    public static void main(String[] args) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(args[4]), ZoneOffset.UTC);
        Clock later = Clock.offset(clock, Duration.ofMinutes(3));
        Settings settings = Settings.from(SettingsSource.of(
                "the arguments", Map.of("TWILIO_ACCOUNT_SID", args[2], "TWILIO_AUTH_TOKEN", args[3])));
        TwilioAccount account = TwilioAccount.builder(AccountSettings.from(settings))
                .baseUrl(URI.create(args[1]))
                .build();
        JdbcDocuments store = JdbcDocuments.sqlite(Path.of(args[0]));
        Surveys surveys = surveys(store, account, clock);
        WebhookServer server = WebhookServer.start(0, Router.create().post("/whatsapp", surveys.webhook("whatsapp")));
        System.out.println("http://127.0.0.1:" + server.port() + "/whatsapp");
        // The parent process holds the other end; when it ends, this process ends too.
        while (System.in.read() >= 0) { // a signal of the parent
            surveys(store, account, later).runDue();
            System.out.println("done");
        }
        System.exit(0);
    }

    private static Surveys surveys(JdbcDocuments store, TwilioAccount account, Clock clock) {
        return Surveys.builder(survey())
                .store(store)
                .clock(clock)
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(SENDER))
                .build();
    }

    static MessengerNode start(Path store, URI twilio, String account, Secret token, Instant now) throws IOException {
        return new MessengerNode(JavaProcess.start(
                MessengerNode.class, store.toString(), twilio.toString(), account, token.reveal(), now.toString()));
    }

    /** The URL of its webhook. */
    String awaitUrl() throws IOException {
        return line();
    }

    /** Does what is due when the claims of a killed process have run out. */
    void sweep() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        line();
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("The node has ended");
        }
        return line;
    }

    /** Sends SIGKILL. */
    void kill() {
        JavaProcess.kill(process);
    }

    @Override
    public void close() {
        kill();
    }
}
