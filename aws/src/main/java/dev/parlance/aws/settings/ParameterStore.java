package dev.parlance.aws.settings;

import dev.parlance.security.LoadedSecrets;
import dev.parlance.security.Secrets;
import dev.parlance.settings.Secret;
import dev.parlance.settings.SettingsSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * Settings in Systems Manager's Parameter Store, below one path: {@code /survey/DEFAULT_LANGUAGE} is the setting {@code
 * DEFAULT_LANGUAGE}.
 *
 * <pre>{@code
 * Settings settings = Settings.from(SettingsSource.environment(), ParameterStore.in(SsmClient.create(), "/survey"));
 * }</pre>
 *
 * <p>The first access reads and decrypts all parameters. They are read again after five minutes. Values are never logged.
 * Thread-safe.
 */
public final class ParameterStore implements SettingsSource {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final SsmClient client;
    private final String path;
    private final Duration interval;
    private final Clock clock;
    private final CachedValue<Map<String, String>> values;

    private ParameterStore(SsmClient client, String path, Duration interval, Clock clock) {
        this.client = client;
        this.path = path;
        this.interval = interval;
        this.clock = clock;
        this.values = new CachedValue<>(this::read, interval, clock);
    }

    /**
     * The parameters below a path. The client is not closed.
     *
     * @throws IllegalArgumentException if the path does not start with a slash
     */
    public static ParameterStore in(SsmClient client, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path of parameters must start with a slash, such as /survey");
        }
        String prefix = path.endsWith("/") ? path : path + "/";
        return new ParameterStore(client, prefix, FIVE_MINUTES, Clock.systemUTC());
    }

    /** Returns a copy that reads the parameters again after this time. Default: five minutes. */
    public ParameterStore withRefreshInterval(Duration newInterval) {
        return new ParameterStore(client, path, newInterval, clock);
    }

    /** Returns a copy with another clock. Default: the system clock. */
    public ParameterStore withClock(Clock newClock) {
        return new ParameterStore(client, path, interval, newClock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws VaultException if the parameters can't be read, and no earlier values are known
     */
    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get().get(name));
    }

    @Override
    public String description() {
        return "Parameter Store below " + path;
    }

    /** A secret parameter for verifying signatures. It is cached, and read again when a signature does not match. */
    public LoadedSecrets rotating(String name) {
        return Secrets.loading(() -> Secrets.of(secret(name)));
    }

    private Secret secret(String name) {
        try {
            return Secret.of(client.getParameter(get -> get.name(path + name).withDecryption(true))
                    .parameter()
                    .value()
                    .strip());
        } catch (SdkException e) {
            throw new VaultException("The parameter " + path + name + " can't be read: " + e.getMessage(), e);
        }
    }

    private Map<String, String> read() {
        try {
            Map<String, String> read = new HashMap<>();
            client.getParametersByPathPaginator(get -> get.path(path).withDecryption(true)).stream()
                    .flatMap(page -> page.parameters().stream())
                    .forEach(parameter ->
                            read.put(name(parameter), parameter.value().strip()));
            return read;
        } catch (SdkException e) {
            throw new VaultException("Parameter Store can't be read below " + path + ": " + e.getMessage(), e);
        }
    }

    private String name(Parameter parameter) {
        return parameter.name().substring(path.length());
    }
}
