package dev.parlance.benchmarks;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.ServerLimits;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The survey of {@link TurnBenchmark} as an application. It checks signatures, and stores sessions in memory or, if the argument
 * is a JDBC URL, in PostgreSQL. Prints its port, and runs until the process is ended.
 */
public final class SurveyServer {
    private SurveyServer() {}

    /** Starts the server. */
    @SuppressWarnings("MustBeClosed") // the server runs as long as the process
    public static void main(String[] args) {
        DocumentStore store = args.length > 0
                ? JdbcDocuments.postgres(args[0], "postgres", Secret.of("postgres"))
                : DocumentStore.inMemory();
        Surveys surveys = Surveys.builder(TurnBenchmark.survey()).store(store).build();
        WebhookHandler signed = SignedWebhooks.verifiedBy(
                        TwilioSignature.of(Secret.of(System.getenv("TWILIO_AUTH_TOKEN"))))
                .withPublicUrl(URI.create("https://hooks.example.com"))
                .handler(Router.create().post("/sms", surveys.textWebhook()));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        WebhookServer server = WebhookServer.start(any, ServerLimits.defaults(), signed);
        System.out.println(server.port());
    }
}
