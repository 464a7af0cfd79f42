package dev.parlance.examples.echo;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.aws.settings.StoredSecret;
import dev.parlance.security.Secrets;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import dev.parlance.settings.SettingsSource;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Echoes each text that Twilio has signed. Reads the auth token from Secrets Manager with the first text, and again when a
 * signature does not match, so that a new token needs no new deployment.
 */
public final class EchoFunction extends LambdaWebhook {
    // snippet: echo
    /** Called by Lambda. */
    public EchoFunction() {
        super(webhook(Settings.from(SettingsSource.environment())));
    }

    private static WebhookHandler webhook(Settings settings) {
        SettingsReader read = settings.reader();
        Optional<String> secret =
                read.required("TWILIO_AUTH_TOKEN_SECRET", "the name of a secret in Secrets Manager", String::valueOf);
        Optional<Integer> refresh = read.optional("TOKEN_REFRESH_SECONDS", "a number of seconds", Integer::valueOf);
        read.failOnProblems();
        SecretsManagerClient client = SecretsManagerClient.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(2))
                        .build())
                .build();
        Secrets tokens = StoredSecret.in(client, secret.orElseThrow())
                .rotating()
                .withMinInterval(Duration.ofSeconds(refresh.orElse(30)));
        return SignedWebhooks.verifiedBy(TwilioSignature.of(tokens)).handler(EchoFunction::echo);
    }

    private static WebhookResponse echo(WebhookRequest request) {
        String text = IncomingMessage.of(request).body();
        return WebhookResponse.of(MessageTwiml.reply("echo: " + text));
    }
    // end
}
