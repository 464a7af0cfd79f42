package dev.parlance.aws.settings;

import dev.parlance.security.LoadedSecrets;
import dev.parlance.security.Secrets;
import dev.parlance.settings.Secret;
import dev.parlance.settings.SettingsSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret in Secrets Manager: a text, or a JSON object of several.
 *
 * <pre>{@code
 * StoredSecret token = StoredSecret.named("twilio-auth-token", SecretsManagerClient.create());
 * WebhookSignature signature = TwilioSignature.with(token.rotating());       // read again when a signature does not match
 *
 * StoredSecret both = StoredSecret.named("survey", client);                    // {"TWILIO_AUTH_TOKEN":"…","SURVEY_KEY":"…"}
 * TwilioSignature.with(both.rotating("TWILIO_AUTH_TOKEN"));
 * Settings settings = Settings.from(SettingsSource.environment(), both.asSettings());
 * }</pre>
 *
 * <p>Blanks and line breaks around a secret are taken away. Nothing of it is logged. Safe for use by several threads.
 */
public final class StoredSecret {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final String id;
    private final SecretsManagerClient client;

    private StoredSecret(String id, SecretsManagerClient client) {
        this.id = id;
        this.client = client;
    }

    /** The secret of this name or ARN; the client is not closed. Nothing is read yet. */
    public static StoredSecret named(String id, SecretsManagerClient client) {
        return new StoredSecret(id, client);
    }

    /**
     * The secret as it is now.
     *
     * @throws VaultException if it cannot be read, or is empty
     */
    public Secret read() {
        return secret(text(), "The secret " + id);
    }

    /**
     * One of several, as it is now.
     *
     * @throws VaultException if it cannot be read, or is empty
     */
    public Secret read(String key) {
        return secret(texts().getOrDefault(key, ""), "The secret " + id + " at \"" + key + "\"");
    }

    /** The secret, for checking signatures: kept, and read again when one does not match. */
    public LoadedSecrets rotating() {
        return Secrets.loadedBy(() -> Secrets.of(List.of(read())));
    }

    /** One of several, for checking signatures: kept, and read again when one does not match. */
    public LoadedSecrets rotating(String key) {
        return Secrets.loadedBy(() -> Secrets.of(List.of(read(key))));
    }

    /** All of several, as settings; read again after five minutes. */
    public SettingsSource asSettings() {
        return asSettings(FIVE_MINUTES, Clock.systemUTC());
    }

    /** All of several, as settings; read again after so long. */
    public SettingsSource asSettings(Duration time, Clock clock) {
        Kept<Map<String, String>> kept = new Kept<>(this::texts, time, clock);
        return new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(kept.get().get(name));
            }

            @Override
            public String description() {
                return "the secret " + id;
            }
        };
    }

    private Map<String, String> texts() {
        return SecretTexts.parse(text())
                .orElseThrow(() -> new VaultException("The secret " + id + " is no JSON object of texts"));
    }

    private String text() {
        try {
            return Optional.ofNullable(
                            client.getSecretValue(get -> get.secretId(id)).secretString())
                    .orElseThrow(() -> new VaultException("The secret " + id + " is no text"));
        } catch (SdkException e) {
            throw new VaultException("The secret " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Secret secret(String text, String what) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new VaultException(what + " is not set yet");
        }
        return Secret.of(stripped);
    }

    /** Its name. */
    @Override
    public String toString() {
        return "StoredSecret[" + id + "]";
    }
}
