package dev.parlance.aws.settings;

import dev.parlance.security.LoadedSecrets;
import dev.parlance.security.Secrets;
import dev.parlance.settings.Secret;
import dev.parlance.settings.SettingsSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * A secret in Secrets Manager: a string, or a JSON object with several secrets.
 *
 * <pre>{@code
 * StoredSecret token = StoredSecret.in(SecretsManagerClient.create(), "twilio-auth-token");
 * WebhookSignature signature = TwilioSignature.of(token.rotating());       // read again when a signature does not match
 *
 * StoredSecret both = StoredSecret.in(SecretsManagerClient.create(), "survey"); // {"TWILIO_AUTH_TOKEN":"…","SURVEY_KEY":"…"}
 * TwilioSignature.of(both.rotating("TWILIO_AUTH_TOKEN"));
 * Settings settings = Settings.from(SettingsSource.environment(), both.asSettings());
 * }</pre>
 *
 * <p>Surrounding blanks and line breaks are removed. Secrets are never logged. Thread-safe.
 */
public final class StoredSecret {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final String id;
    private final SecretsManagerClient client;

    private StoredSecret(SecretsManagerClient client, String id) {
        this.id = id;
        this.client = client;
    }

    /** The secret with this name or ARN. Nothing is read yet. The client is not closed. */
    public static StoredSecret in(SecretsManagerClient client, String id) {
        return new StoredSecret(client, id);
    }

    /**
     * Reads the secret.
     *
     * @throws VaultException if the secret can't be read or is empty
     */
    public Secret read() {
        return secret(text(), "The secret " + id);
    }

    /**
     * Reads one of several secrets in a JSON object.
     *
     * @throws VaultException if the secret can't be read or is empty
     */
    public Secret read(String key) {
        return secret(texts().getOrDefault(key, ""), "The secret " + id + " at \"" + key + "\"");
    }

    /** The secret for verifying signatures. It is cached, and read again when a signature does not match. */
    public LoadedSecrets rotating() {
        return Secrets.loading(() -> Secrets.of(read()));
    }

    /** One of several secrets for verifying signatures. It is cached, and read again when a signature does not match. */
    public LoadedSecrets rotating(String key) {
        return Secrets.loading(() -> Secrets.of(read(key)));
    }

    /** All secrets of a JSON object as settings. They are read again after five minutes. */
    public SettingsSource asSettings() {
        CachedValue<Map<String, String>> cached = new CachedValue<>(this::texts, FIVE_MINUTES, Clock.systemUTC());
        return new SettingsSource() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(cached.get().get(name));
            }

            @Override
            public String description() {
                return "the secret " + id;
            }
        };
    }

    private Map<String, String> texts() {
        return SecretJson.parse(text())
                .orElseThrow(() -> new VaultException("The secret " + id + " is not a JSON object of strings"));
    }

    private String text() {
        try {
            return Optional.ofNullable(
                            client.getSecretValue(get -> get.secretId(id)).secretString())
                    .orElseThrow(() -> new VaultException("The secret " + id + " has no string value"));
        } catch (SdkException e) {
            throw new VaultException("The secret " + id + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Secret secret(String text, String what) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new VaultException(what + " has no value yet");
        }
        return Secret.of(stripped);
    }

    /** The name, never the value. */
    @Override
    public String toString() {
        return "StoredSecret[" + id + "]";
    }
}
