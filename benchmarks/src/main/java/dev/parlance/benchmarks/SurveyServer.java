package dev.parlance.benchmarks;

import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.MemoryDocuments;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.ServerLimits;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The survey of {@link TurnBenchmark} as an application: signatures checked, sessions in memory, or in PostgreSQL if its JDBC
 * URL is the argument. Prints the port that it listens on, and serves until its process is ended.
 */
public final class SurveyServer {
    private SurveyServer() {}

    /** Serves. */
    @SuppressWarnings("MustBeClosed") // it serves as long as the process lives
    public static void main(String[] args) {
        DocumentStore store = args.length > 0
                ? JdbcDocuments.postgres(args[0], "postgres", Secret.of("postgres"))
                : MemoryDocuments.create();
        Surveys surveys = Surveys.of(TurnBenchmark.survey()).store(store).build();
        WebhookHandler signed = Signed.by(TwilioSignature.withToken(System.getenv("TWILIO_AUTH_TOKEN")))
                .publicUrl("https://hooks.example.com")
                .handler(Router.create().post("/sms", surveys.textWebhook()));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        WebhookServer server = WebhookServer.start(any, ServerLimits.defaults(), signed);
        System.out.println(server.port());
    }
}
